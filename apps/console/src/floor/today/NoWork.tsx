import { IconScan } from '@tabler/icons-react';
import { useWords } from '../../shared/language.tsx';
import { Empty } from '../parts/index.tsx';
import { todayWords } from './words.ts';

/** Beside the list, while nothing is open; a phone does not show it. */
export function NoWork() {
  const t = useWords(todayWords);
  return (
    <Empty title={t('choose')}>
      <p>{t('chooseText')}</p>
      <IconScan size={56} stroke={1} aria-hidden="true" />
    </Empty>
  );
}

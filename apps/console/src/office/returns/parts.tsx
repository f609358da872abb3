import type { Answer } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { State, type Tone } from '../../shared/page/index.ts';
import { officeReturnWords } from './words.ts';

export type ReturnRow = Answer<'/api/staff/returns', 'get'>['items'][number];

const tones: Record<ReturnRow['state'], Tone> = {
  announced: 'waiting',
  received: 'waiting',
  inspected: 'waiting',
  settled: 'good',
  refused: 'bad',
  cancelled: 'plain',
};

export function ReturnState({ state }: { state: ReturnRow['state'] }) {
  const t = useWords(officeReturnWords);
  return <State tone={tones[state]}>{t(`st_${state}`)}</State>;
}

const isOpen = (it: Pick<ReturnRow, 'state'>) => ['announced', 'received', 'inspected'].includes(it.state);

/** By when money or an answer is owed; what is late says so in words. */
export function Clock({ it, zone, brief = false }: { it: ReturnRow; zone: string; brief?: boolean }) {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  if (!isOpen(it)) return null;
  const day = (at: string) => formatDay(new Date(Date.parse(at) - 1).toISOString(), language, zone);
  const due = [it.refundDueAt, it.answerDueAt].filter((at) => at !== null).sort()[0];
  if (!due) return null;
  const late = Date.parse(due) <= Date.now();
  return (
    <State tone={late ? 'bad' : 'info'}>
      {due === it.answerDueAt ? t('clockAnswer', { day: day(due) }) : t('clockMoney', { day: day(due) })}
      {late && ` · ${t('late')}`}
      {!brief && it.state === 'announced' && ` · ${t('waitsForGoods')}`}
    </State>
  );
}

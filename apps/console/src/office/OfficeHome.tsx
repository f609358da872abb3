import { useWords } from '../shared/language.tsx';
import { shellWords } from '../shell/words.ts';

export function OfficeHome() {
  const t = useWords(shellWords);
  return (
    <main>
      <h1>{t('office')}</h1>
    </main>
  );
}

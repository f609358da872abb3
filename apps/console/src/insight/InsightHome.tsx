import { useWords } from '../shared/language.tsx';
import { shellWords } from '../shell/words.ts';

export function InsightHome() {
  const t = useWords(shellWords);
  return (
    <main>
      <h1>{t('insight')}</h1>
    </main>
  );
}

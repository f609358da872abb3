import { useWords } from '../shared/language.tsx';
import { shellWords } from '../shell/words.ts';

export function DeskHome() {
  const t = useWords(shellWords);
  return (
    <main>
      <h1>{t('desk')}</h1>
    </main>
  );
}

import { useWords } from '../shared/language.tsx';
import { shellWords } from '../shell/words.ts';

export function FloorHome() {
  const t = useWords(shellWords);
  return (
    <main>
      <h1>{t('floor')}</h1>
    </main>
  );
}

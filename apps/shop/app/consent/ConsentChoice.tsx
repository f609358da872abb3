import { useFetcher, useLocation } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './ConsentBanner.module.css';
import { words } from './words.ts';

/** Yes and no, equal in weight; a plain form where scripts do not run. */
export function ConsentChoice({ wording }: { wording: string }) {
  const language = useLanguage();
  const say = useWords(words);
  const { pathname, search } = useLocation();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={addressOf.info(language, 'cookies')} className={styles.choice}>
      <input type="hidden" name="wording" value={wording} />
      <input type="hidden" name="back" value={pathname + search} />
      <button type="submit" name="consent" value="necessary" className="button quiet">
        {say('reject')}
      </button>
      <button type="submit" name="consent" value="all" className="button quiet">
        {say('accept')}
      </button>
    </fetcher.Form>
  );
}

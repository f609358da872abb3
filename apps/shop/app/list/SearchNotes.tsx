import { Link } from 'react-router';
import { pageOfIntent } from '../layout/intents.ts';
import { words as pageNames } from '../layout/pageWords.ts';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import type { ListData } from './loadList.ts';
import { words } from './noteWords.ts';
import styles from './SearchNotes.module.css';

/** What a search has to say of itself: what it mended, which words it found nothing with, which page answers instead. */
export function SearchNotes({ data }: { data: ListData }) {
  const language = useLanguage();
  const say = useWords(words);
  const sayFrame = useWords(pageNames);
  const { state, found } = data;
  const page = found.intent && pageOfIntent(found.intent.intent, language);
  const dropped = found.droppedWords.join(' ');
  const droppedAll = dropped !== '' && dropped.toLowerCase() === state.query.toLowerCase();
  if (!page && !found.correctedQuery && dropped === '') return null;
  return (
    <div role="status" className={styles.notes}>
      {page && (
        <p>
          {say('pageFor')} <Link to={page.href}>{sayFrame(page.word)}</Link>
        </p>
      )}
      {found.correctedQuery && <p>{say('corrected', { query: found.correctedQuery })}</p>}
      {droppedAll ? (
        <p>
          {say('droppedAll', { words: dropped })} {say('droppedAllText')}{' '}
          <Link to={addressOf.info(language, 'contact')}>{say('ask')}</Link>
        </p>
      ) : (
        dropped !== '' && (
          <p>
            {say('dropped', { words: dropped })} <Link to={addressOf.info(language, 'contact')}>{say('ask')}</Link>
          </p>
        )
      )}
    </div>
  );
}

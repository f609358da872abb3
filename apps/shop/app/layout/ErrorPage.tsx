import { createTranslator, isLanguage } from '@throughline/ui/words';
import { isRouteErrorResponse, Link, useParams, useRouteError } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import styles from './ErrorPage.module.css';
import { words } from './errorWords.ts';

/** What a visitor sees where there is no page, or where something of ours broke: what happened, what is safe, what to do. */
export function ErrorPage() {
  const error = useRouteError();
  const { language: asked } = useParams();
  const language = isLanguage(asked) ? asked : 'pl';
  const say = createTranslator(words, language);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = status === 410 ? 'gone' : status === 404 ? 'missing' : 'broken';
  return (
    <div className={`page ${styles.error}`}>
      <title>{say(`${kind}Title`)}</title>
      <meta name="robots" content="noindex" />
      <h1>{say(`${kind}Title`)}</h1>
      <p>{say(`${kind}Text`)}</p>
      <form action={addressOf.search(language)} className={styles.search}>
        <input type="search" name="q" className="field" aria-label={say('searchAgain')} />
        <button type="submit" className="button">
          {say('searchAgain')}
        </button>
      </form>
      <p>
        {kind === 'broken' && (
          <>
            <button type="button" className={styles.again} onClick={() => location.reload()}>
              {say('tryAgain')}
            </button>
            {' · '}
          </>
        )}
        <Link to={addressOf.home(language)}>{say('toHome')}</Link>
      </p>
    </div>
  );
}

import { useWords } from '../shared/language.ts';
import styles from './DemoStrip.module.css';
import { words } from './demoWords.ts';

/** One quiet line that says what this is and where its other sides are. */
export function DemoStrip({ mailbox }: { mailbox: boolean }) {
  const say = useWords(words);
  return (
    <aside aria-label={say('demo')} className={styles.strip}>
      {say('demo')} <a href="/console">{say('demoConsole')}</a>
      {mailbox && (
        <>
          {' · '}
          <a href="/mailbox">{say('demoMailbox')}</a>
        </>
      )}
      {' · '}
      <a href="/welcome">{say('demoWelcome')}</a>
    </aside>
  );
}

import { Form } from 'react-router';
import { useWords } from '../shared/language.ts';
import styles from './chat.module.css';
import { chatWords } from './chatWords.ts';
import type { LeftSaid } from './leaveAction.ts';

/** Leaves a message without JavaScript; it is answered by e-mail. */
export function LeaveForm({ said, clientKey }: { said: LeftSaid | undefined; clientKey: string }) {
  const say = useWords(chatWords);
  return (
    <>
      <p>{said?.left ? say('left', { email: said.email }) : say('lead')}</p>
      <Form method="post" className={styles.form} noValidate>
        <input type="hidden" name="clientKey" value={said?.clientKey ?? clientKey} />
        <label className={styles.label}>
          {say('email')}
          <input className="field" name="email" type="email" autoComplete="email" defaultValue={said?.email} />
        </label>
        <label className={styles.label}>
          {say('text')}
          <textarea className="field" name="text" maxLength={4000} defaultValue={said?.left ? '' : said?.text} />
        </label>
        {said?.fault && (
          <p className={styles.fault} role="alert">
            {say(said.fault)}
          </p>
        )}
        <button type="submit" className="button">
          {say('send')}
        </button>
      </Form>
    </>
  );
}

import { Form } from 'react-router';
import { Field } from '../shared/forms/Field.tsx';
import { useWords } from '../shared/language.ts';
import styles from './account.module.css';
import type { SignInSaid } from './signInAction.ts';
import { words } from './signInWords.ts';

export interface SignInData {
  email: string;
  mailbox: boolean;
  byPhone: boolean;
}

/** By a code from an e-mail or a text message: nothing to remember, nothing to solve; pasting and filling in by the phone work. */
export function SignInPage({ page, said }: { page: SignInData; said: SignInSaid | undefined }) {
  const say = useWords(words);
  const waits = said?.minutes !== undefined;
  return (
    <div className={`page ${styles.narrow}`}>
      <h1>{say(waits ? 'codeTitle' : 'signInTitle')}</h1>
      {!waits || !said ? (
        <Form method="post" className={styles.form} noValidate>
          <p>{say(page.byPhone ? 'signInLeadBoth' : 'signInLead')}</p>
          <Field
            name="who"
            type={page.byPhone ? 'text' : 'email'}
            inputMode="email"
            label={say(page.byPhone ? 'emailOrPhone' : 'email')}
            autoComplete={page.byPhone ? 'username' : 'email'}
            defaultValue={said?.who ?? page.email}
            error={said?.fault && say(said.fault)}
            maxLength={254}
          />
          <button type="submit" name="intent" value="code" className="button">
            {say('sendCode')}
          </button>
        </Form>
      ) : (
        <>
          <Form method="post" className={styles.form} noValidate>
            <p aria-live="polite">{say('codeSent', { email: said.who, minutes: said.minutes ?? 10 })}</p>
            <input type="hidden" name="who" value={said.who} />
            <Field
              key={said.fault ?? ''}
              name="code"
              label={say('code')}
              className={styles.code ?? ''}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              autoFocus
              error={said.fault && say(said.fault)}
            />
            <button type="submit" className="button">
              {say('signIn')}
            </button>
          </Form>
          <p className={styles.soft}>
            {say(said.isPhone ? 'lookSignal' : 'lookSpam')} {page.mailbox && <a href="/mailbox">{say('mailbox')}</a>}
          </p>
          <Form method="post" className={styles.again}>
            <input type="hidden" name="who" value={said.who} />
            <button type="submit" name="intent" value="code" className="button quiet small">
              {say('sendAgain')}
            </button>
            <a href="?" className={styles.soft}>
              {say(page.byPhone ? 'otherWho' : 'otherEmail')}
            </a>
          </Form>
        </>
      )}
    </div>
  );
}

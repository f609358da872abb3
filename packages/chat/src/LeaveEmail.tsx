import type { Translator } from '@throughline/ui/words';
import { type FormEvent, useId, useState } from 'react';
import styles from './chat.module.css';
import { emailKey, isEmail } from './emailKey.ts';
import type { words } from './words.ts';

/** One line that opens: who leaves the page gets answers, and the code of what is held, by e-mail too. */
export function LeaveEmail({
  say,
  keep,
}: {
  say: Translator<(typeof words)['en']>;
  keep: (email: string) => Promise<boolean>;
}) {
  const id = useId();
  const [kept, setKept] = useState(() => localStorage.getItem(emailKey) ?? '');
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<'emailWrong' | 'emailNotKept'>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const to = email.trim();
    if (!isEmail(to)) {
      setFault('emailWrong');
      document.getElementById(`${id}-email`)?.focus();
      return;
    }
    if (!(await keep(to))) {
      setFault('emailNotKept');
      return;
    }
    localStorage.setItem(emailKey, to);
    setKept(to);
  };
  if (kept)
    return (
      <p className={styles.reach} role="status">
        {say('emailKept', { email: kept })}
      </p>
    );
  return (
    <details className={styles.reach}>
      <summary>{say('leaveEmail')}</summary>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <label htmlFor={`${id}-email`} className={styles.hidden}>
          {say('email')}
        </label>
        <input
          id={`${id}-email`}
          type="email"
          autoComplete="email"
          value={email}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
            setFault(undefined);
          }}
        />
        <button type="submit">{say('keepEmail')}</button>
        {fault && (
          <p id={`${id}-fault`} className={styles.fault} role="alert">
            {say(fault)}
          </p>
        )}
      </form>
    </details>
  );
}

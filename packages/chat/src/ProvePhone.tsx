import type { Translator } from '@throughline/ui/words';
import { type FormEvent, useId, useState } from 'react';
import styles from './chat.module.css';
import type { Chat, Proving } from './createChat.ts';
import type { words } from './words.ts';

/**
 * One line that opens: with a code sent to the telephone the shop knows who writes, and holds and orders are found by the
 * number in every store. Two steps, the number and the code; a phone fills the code in by itself.
 */
export function ProvePhone({
  say,
  chat,
  proven,
}: {
  say: Translator<(typeof words)['en']>;
  chat: Pick<Chat, 'askCode' | 'provePhone'>;
  proven: string | null;
}) {
  const id = useId();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [isSent, setSent] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Exclude<Proving, 'done'>>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const digits = code.replace(/\D/g, '');
    const wrong = !isSent && phone.replace(/\D/g, '').length < 9 ? 'phoneWrong' : undefined;
    const short = isSent && digits.length !== 6 ? 'codeWrong' : undefined;
    setBusy(true);
    const outcome = wrong ?? short ?? (await (isSent ? chat.provePhone(phone, digits) : chat.askCode(phone)));
    setBusy(false);
    setFault(outcome === 'done' ? undefined : outcome);
    if (outcome === 'done') setSent(true);
    else document.getElementById(`${id}-field`)?.focus();
  };
  if (proven)
    return (
      <p className={styles.reach} role="status">
        {say('phoneProven', { phone: proven })}
      </p>
    );
  return (
    <details className={styles.reach}>
      <summary>{say('provePhone')}</summary>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <label htmlFor={`${id}-field`}>{isSent ? say('codeSentTo', { phone }) : say('phone')}</label>
        <input
          key={isSent ? 'code' : 'phone'}
          id={`${id}-field`}
          // biome-ignore lint/a11y/noAutofocus: the code is what is typed next.
          autoFocus={isSent}
          {...(isSent
            ? { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 12, value: code }
            : { type: 'tel', autoComplete: 'tel', maxLength: 40, value: phone })}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={(event) => {
            (isSent ? setCode : setPhone)(event.currentTarget.value);
            setFault(undefined);
          }}
        />
        <button type="submit" aria-busy={isBusy}>
          {say(isSent ? 'confirmCode' : 'sendCode')}
        </button>
        {fault && (
          <p id={`${id}-fault`} className={styles.fault} role="alert">
            {say(fault)}
          </p>
        )}
        {isSent && (
          <button
            type="button"
            className={styles.quiet}
            onClick={() => {
              setSent(false);
              setCode('');
              setFault(undefined);
            }}
          >
            {say('otherPhone')}
          </button>
        )}
      </form>
    </details>
  );
}

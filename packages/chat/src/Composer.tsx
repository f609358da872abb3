import type { Translator } from '@throughline/ui/words';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './chat.module.css';
import { emailKey, isEmail } from './emailKey.ts';
import type { words } from './words.ts';

const draftKey = 'tl_chat_draft';
const longest = 4_000;

/** Where one writes. Every letter is kept at once: closing, reloading or losing the line loses nothing. */
export function Composer({
  say,
  leaves,
  knownEmail,
  send,
  onTyping,
}: {
  say: Translator<(typeof words)['en']>;
  /** Nobody is there: an address for the answer is asked for. */
  leaves: boolean;
  /** undefined: not known yet, so that no field is shown that would vanish under whoever writes in it. */
  knownEmail: string | null | undefined;
  send: (text: string, email?: string) => void;
  onTyping: () => void;
}) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => localStorage.getItem(draftKey) ?? '');
  const [email, setEmail] = useState(() => localStorage.getItem(emailKey) ?? '');
  const [wrong, setWrong] = useState(false);
  const tooLong = [...text.trim()].length - longest;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field grows with its text.
  useEffect(() => {
    const field = area.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  }, [text]);

  const write = (value: string) => {
    setText(value);
    localStorage.setItem(draftKey, value);
    if (value.trim()) onTyping();
  };
  const submit = () => {
    const words = text.trim();
    if (!words || tooLong > 0) {
      area.current?.focus();
      return;
    }
    const to = knownEmail ?? email.trim();
    if (leaves && !isEmail(to)) {
      setWrong(true);
      document.getElementById(`${id}-email`)?.focus();
      return;
    }
    if (leaves && !knownEmail) localStorage.setItem(emailKey, to);
    send(words, leaves ? to : undefined);
    write('');
    area.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    // While a word is being composed (Chinese, Japanese), Enter belongs to the keyboard.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className={styles.composer}
      aria-busy={leaves && knownEmail === undefined}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {leaves && !knownEmail && (knownEmail === null || wrong) && (
        <>
          <label htmlFor={`${id}-email`}>{say('email')}</label>
          <input
            id={`${id}-email`}
            type="email"
            autoComplete="email"
            value={email}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onChange={(event) => {
              setEmail(event.currentTarget.value);
              setWrong(false);
            }}
          />
          {wrong && (
            <p id={`${id}-wrong`} className={styles.fault} role="alert">
              {say('emailWrong')}
            </p>
          )}
        </>
      )}
      <div className={styles.row}>
        <label htmlFor={`${id}-text`} className={styles.hidden}>
          {say('write')}
        </label>
        <textarea
          id={`${id}-text`}
          ref={area}
          rows={1}
          value={text}
          placeholder={say('write')}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={onKey}
          data-first
        />
        <button type="submit" aria-label={say('send')}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 12h14m-6-6 6 6-6 6" />
          </svg>
        </button>
      </div>
      {tooLong > 0 && <p className={styles.fault}>{say('tooLong', { n: tooLong })}</p>}
    </form>
  );
}

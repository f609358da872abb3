import { createContext, type InputHTMLAttributes, type ReactNode, useContext, useId, useState } from 'react';
import styles from './forms.module.css';

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name'> {
  name: string;
  label: string;
  /** Why it is asked for, or how it is written. */
  hint?: ReactNode;
  /** From the server, for the value as it was sent; goes when something else is typed. */
  error?: string | undefined;
  /** What is wrong with a value, or undefined. Asked when the field is left, and again while a fault is being mended. */
  check?: (value: string) => string | undefined;
  /** Rewrites what was typed as it is usually written. */
  tidy?: (value: string) => string;
  optional?: string;
  /** The value as it was when the field was left. */
  onLeave?: (value: string) => void;
}

/**
 * What the server said last of the whole form: another object with every answer. Without it a field that was told the
 * same twice, with typing in between, cannot know that it was told again.
 */
export const FormAnswer = createContext<unknown>(undefined);

/**
 * One labelled text field. It says nothing while somebody types for the first time, names the fault when they leave it,
 * and ticks it off once it is right.
 */
export function Field({ label, hint, error, check, tidy, optional, onLeave, className, ...input }: FieldProps) {
  const id = useId();
  const [fault, setFault] = useState<string>();
  const [state, setState] = useState<'untouched' | 'right' | 'wrong'>('untouched');
  const [sent, setSent] = useState(true);
  const answer = useContext(FormAnswer);
  const [told, setTold] = useState({ answer, error });
  // In the same drawing, so that the page can go to the first field with a fault.
  if (told.answer !== answer || told.error !== error) {
    setTold({ answer, error });
    setSent(true);
  }
  const shown = fault ?? (sent ? error : undefined);
  const look = (value: string) => {
    const found = check?.(value);
    setFault(found);
    setState(found ? 'wrong' : value.trim() ? 'right' : 'untouched');
  };
  return (
    <div className={`${styles.field} ${className ?? ''}`}>
      <label htmlFor={id}>
        {label} {optional && <span className={styles.optional}>{optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.control}>
        <input
          {...input}
          id={id}
          className="field"
          aria-invalid={shown ? true : undefined}
          aria-describedby={[shown && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined}
          onChange={(event) => {
            setSent(false);
            const field = event.currentTarget;
            // Only at the end of the text: in the middle the caret would jump.
            if (tidy && field.selectionStart === field.value.length) field.value = tidy(field.value);
            if (state === 'wrong') look(field.value);
            else if (state === 'right' && check?.(field.value)) setState('untouched');
          }}
          onBlur={(event) => {
            if (tidy) event.currentTarget.value = tidy(event.currentTarget.value);
            if (event.currentTarget.value.trim() || state !== 'untouched') look(event.currentTarget.value);
            onLeave?.(event.currentTarget.value);
          }}
        />
        {check && state === 'right' && !shown && (
          <svg className={styles.tick} viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3 8.5 3.5 3.5L13 4.5" />
          </svg>
        )}
      </div>
      {shown && (
        <p id={`${id}-error`} className={styles.error}>
          {shown}
        </p>
      )}
    </div>
  );
}

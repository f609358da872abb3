import { formatMoney, type Money } from '@throughline/ui/format';
import { useRef } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { Field } from '../shared/forms/Field.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './checkout.module.css';
import { words } from './words.ts';

/** The code of a store credit, behind a link for the few who have one; then what is on it. */
export function CreditField({
  code,
  balance,
  fault,
  busy,
  onUse,
  onDrop,
}: {
  code: string;
  balance: Money | undefined;
  fault: string | undefined;
  busy: boolean;
  onUse(code: string): void;
  onDrop(): void;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const field = useRef<HTMLDivElement>(null);
  if (balance)
    return (
      <div className={styles.credit} role="status">
        <input type="hidden" name="credit" value={code} />
        <input type="hidden" name="creditBalance" value={balance.amount} />
        <span>
          <strong>{say('creditUsed', { code: code.toUpperCase() })}</strong>
          <small>{say('creditHas', { sum: formatMoney(balance, language, 'exact') })}</small>
        </span>
        <button type="button" className="button quiet" onClick={onDrop}>
          {say('creditDrop')}
        </button>
      </div>
    );
  return (
    <details open={fault !== undefined}>
      <summary>{say('creditOpen')}</summary>
      <p className={styles.soft}>
        <Link to={addressOf.credit(language)}>{say('creditPage')}</Link>
      </p>
      <div className={styles.creditRow} ref={field}>
        <Field
          name="credit"
          label={say('creditCode')}
          hint={say('creditHint')}
          autoComplete="off"
          autoCapitalize="characters"
          defaultValue={code}
          error={fault}
          maxLength={30}
        />
        <button
          type="submit"
          name="intent"
          value="credit"
          className="button quiet"
          aria-disabled={busy || undefined}
          onClick={(event) => {
            event.preventDefault();
            const typed = field.current?.querySelector('input')?.value.trim();
            if (!busy && typed) onUse(typed);
          }}
        >
          {say('creditUse')}
        </button>
      </div>
    </details>
  );
}

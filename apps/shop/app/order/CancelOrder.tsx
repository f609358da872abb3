import { formatMoney } from '@throughline/ui/format';
import { Form } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import type { OrderPageData } from './lastOrder.ts';
import styles from './order.module.css';
import { words } from './words.ts';

/** What may still be cancelled, line by line and piece by piece; what comes of the money is said before the button. */
export function CancelOrder({ page }: { page: OrderPageData }) {
  const language = useLanguage();
  const say = useWords(words);
  const lines = page.order.lines.filter((line) => page.cancellable.includes(line.id));
  if (lines.length === 0) return null;
  return (
    <details className={styles.change}>
      <summary>{say('cancel')}</summary>
      <Form method="post" className={styles.cancel}>
        <p className={styles.soft}>{say(page.order.paidAt ? 'cancelPaid' : 'cancelUnpaid')}</p>
        <ul className="plain-list">
          {lines.map((line) => {
            const title = line.snapshot.title?.[language] ?? '';
            return (
              <li key={line.id}>
                <label>
                  <input type="checkbox" name="line" value={line.id} defaultChecked={lines.length === 1} />
                  <span>
                    {title} <small>{line.snapshot.options?.[language]}</small>
                  </span>
                </label>
                {line.quantity > 1 && (
                  <select
                    name={`quantity-${line.id}`}
                    defaultValue={line.quantity}
                    aria-label={say('cancelQuantity', { title })}
                  >
                    {Array.from({ length: line.quantity }, (_, place) => place + 1).map((n) => (
                      <option key={n} value={n}>
                        {n}
                      </option>
                    ))}
                  </select>
                )}
                <span className={styles.money}>{formatMoney(line.gross, language, 'exact')}</span>
              </li>
            );
          })}
        </ul>
        <button type="submit" name="intent" value="cancel" className="button quiet">
          {say('cancelChosen')}
        </button>
      </Form>
    </details>
  );
}

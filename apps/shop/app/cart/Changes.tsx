import { formatMoney } from '@throughline/ui/format';
import { Form } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './cart.module.css';
import type { Cart, CartChange } from './types.ts';
import { words } from './words.ts';

/** What is not as it was when the goods were put in: each with old and new. Nothing is accepted in silence. */
export function Changes({ cart }: { cart: Cart }) {
  const language = useLanguage();
  const say = useWords(words);
  if (cart.changes.length === 0) return null;
  return (
    <section className={styles.changes} aria-labelledby="changes">
      <h2 id="changes">{say('changedTitle')}</h2>
      <ul>
        {cart.changes.map((change) => (
          <li key={`${change.lineId} ${change.what}`}>{tell(change)}</li>
        ))}
      </ul>
      {cart.mustAccept && (
        <Form method="post">
          <input type="hidden" name="version" value={cart.version} />
          <button type="submit" name="intent" value="accept" className="button quiet small">
            {say('accept')}
          </button>
        </Form>
      )}
    </section>
  );

  function tell(change: CartChange): string {
    const line = cart.lines.find((candidate) => candidate.id === change.lineId);
    const title = [line?.variant.title, line?.variant.optionsText].filter(Boolean).join(', ');
    const old = change.oldUnit ? formatMoney(change.oldUnit, language) : '';
    const now = change.newUnit ? formatMoney(change.newUnit, language) : '';
    switch (change.what) {
      case 'rose':
        return change.mustAccept ? say('rose', { title, old, now }) : say('roseNotYou', { title, old, now });
      case 'fell':
        return say('fell', { title, old, now });
      case 'ran_out':
        return change.available
          ? say('ranOut', { title, wanted: change.wanted ?? 0, n: change.available })
          : say('ranOutNone', { title });
      case 'hold_ended':
        return say('holdEnded', { title });
      default:
        return say('notSoldChange', { title });
    }
  }
}

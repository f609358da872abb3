import { formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import type { Panel } from '../queries.ts';
import { tell } from '../signals.ts';
import classes from './customer.module.css';
import { OrderForThem } from './OrderForThem.tsx';
import { customerWords } from './words.ts';

/** What lies in the customer's cart, as they see it. */
export function CartSection({ panel, cart }: { panel: Panel; cart: NonNullable<Panel['cart']> }) {
  const [isOrdering, setOrdering] = useState(false);
  const w = useWords(customerWords);
  const language = useLanguage();
  return (
    <section className={classes.section}>
      <h3>
        {w('cart')}{' '}
        <small>{w('cartSum', { n: cart.lines.length, sum: formatMoney(cart.totals.gross, language) })}</small>
      </h3>
      {cart.lines.map((line) => (
        <p key={line.id} className={classes.cartLine}>
          <button type="button" className={classes.plain} onClick={() => tell('stock', { variantId: line.variant.id })}>
            {line.quantity > 1 ? `${line.quantity} × ` : ''}
            {line.variant.title}
            {line.variant.optionsText ? `, ${line.variant.optionsText}` : ''}
          </button>
          <span>{line.price ? formatMoney(line.price.gross, language) : '–'}</span>
        </p>
      ))}
      <p className={classes.acts}>
        <button type="button" className={classes.link} onClick={() => setOrdering(true)}>
          {w('orderThem')}
        </button>
      </p>
      {isOrdering && <OrderForThem panel={panel} onClose={() => setOrdering(false)} />}
    </section>
  );
}

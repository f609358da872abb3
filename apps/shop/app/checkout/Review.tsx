import { formatDay, formatDayAndTime, formatMoney, type Money } from '@throughline/ui/format';
import { Link } from 'react-router';
import { fullTotal } from '../cart/fullTotal.ts';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import type { CheckoutPageData } from './CheckoutPage.tsx';
import styles from './checkout.module.css';
import { words } from './words.ts';

/** Right above the button, as the law has it: what is bought, when it comes, what all of it costs (CRD art. 8(2)). */
export function Review({
  page,
  total,
  credit,
  changing,
  placing,
}: {
  page: CheckoutPageData;
  /** What the server said it costs now, where that is more than was shown. */
  total: Money | undefined;
  /** What is on the store credit that is used. */
  credit: Money | undefined;
  changing: boolean;
  placing: boolean;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const { cart, zone, stores } = page;
  const full = fullTotal(cart);
  const shown = total ?? full.total;
  const delivery =
    total && full.delivery ? { ...full.delivery, amount: total.amount - cart.totals.goods.amount } : full.delivery;
  const byCredit = credit && { ...credit, amount: Math.min(credit.amount, shown.amount) };
  const lastDay = cart.lines
    .flatMap((line) => (line.way.method === 'delivery' && line.delivery ? [line.delivery.latest] : []))
    .sort()
    .at(-1);
  const exact = (money: Money) => formatMoney(money, language, 'exact');
  // Who was told the new price here and presses again agrees to it: nothing else stands in the way.
  const mayOrder = cart.isOrderable || (total !== undefined && waitsForConsentAlone(cart));
  return (
    <section className={styles.review} aria-labelledby="review" aria-busy={changing}>
      <h2 id="review">{say('yourOrder')}</h2>
      <ul className="plain-list">
        {cart.lines.map((line) => (
          <li key={line.id} className={styles.item}>
            {line.variant.pictureUrl && (
              <img className="picture" src={line.variant.pictureUrl} alt="" width={64} height={48} />
            )}
            <span>
              {line.quantity > 1 && `${say('pieces', { n: line.quantity })} `}
              {line.variant.title}
              <small>{line.variant.optionsText}</small>
              <small>{whenOf(line)}</small>
            </span>
            <span className={styles.itemPrice}>{line.price && exact(line.price.gross)}</span>
          </li>
        ))}
      </ul>
      <dl>
        {cart.totals.discount.amount > 0 && (
          <div>
            <dt>{say('discount')}</dt>
            <dd>−{exact(cart.totals.discount)}</dd>
          </div>
        )}
        {delivery && (
          <div>
            <dt>{say(full.basis === 'standard' && !total ? 'deliveryStandard' : 'delivery')}</dt>
            <dd>{delivery.amount === 0 ? say('free') : exact(delivery)}</dd>
          </div>
        )}
        <div className={styles.total}>
          <dt>{say('total')}</dt>
          <dd aria-live="polite">{exact(shown)}</dd>
        </div>
        {byCredit && (
          <>
            <div>
              <dt>{say('credit')}</dt>
              <dd>−{exact(byCredit)}</dd>
            </div>
            <div className={styles.total}>
              <dt>{say('leftToPay')}</dt>
              <dd aria-live="polite">{exact({ ...shown, amount: shown.amount - byCredit.amount })}</dd>
            </div>
          </>
        )}
      </dl>
      <input type="hidden" name="total" value={shown.amount} />
      <input type="hidden" name="currency" value={shown.currency} />
      {/* What was read here is what is promised: a later day is said first. */}
      <input type="hidden" name="deliveredBy" value={lastDay ?? ''} />
      {mayOrder ? (
        <button
          type="submit"
          name="intent"
          value="place"
          className={`button ${styles.go}`}
          aria-disabled={placing || changing ? true : undefined}
          onClick={(event) => {
            if (placing || changing) event.preventDefault();
          }}
        >
          {say('order')}
        </button>
      ) : (
        <p className={styles.fault}>
          {say('notOrderable')} <Link to={addressOf.cart(language)}>{say('back')}</Link>
        </p>
      )}
      <p className={styles.placing} aria-live="polite">
        {placing ? say('placing') : ''}
      </p>
      <p className={styles.legal}>
        {say('legal', { company: page.company })}{' '}
        <Link to={addressOf.info(language, 'returns')} target="_blank">
          {say('withdrawal')}
        </Link>
        {' · '}
        <Link to={addressOf.info(language, 'terms')} target="_blank">
          {say('terms')}
        </Link>
        {' · '}
        <Link to={addressOf.info(language, 'privacy')} target="_blank">
          {say('privacy')}
        </Link>
      </p>
    </section>
  );

  function whenOf(line: (typeof cart.lines)[number]): string {
    if (line.way.method === 'delivery') {
      if (!line.delivery) return '';
      const from = formatDay(line.delivery.earliest, language, zone);
      const to = formatDay(line.delivery.latest, language, zone);
      const days = from === to ? to : say('toDoorWhen', { from, to });
      return [cart.deliveryMethod?.name, days].filter(Boolean).join(', ');
    }
    const store = stores.find((candidate) => candidate.id === line.way.locationId);
    const place = say('pickup', { store: line.way.locationName ?? '' });
    return line.readyAt
      ? `${place}, ${say('pickupWhen', { when: formatDayAndTime(line.readyAt, language, store?.zone ?? zone) })}`
      : place;
  }
}

function waitsForConsentAlone({ state, lines, mustAccept, deliveryProblem }: CheckoutPageData['cart']): boolean {
  return (
    state === 'open' &&
    mustAccept &&
    deliveryProblem === null &&
    lines.every((line) => line.price !== null && line.stock.isEnough)
  );
}

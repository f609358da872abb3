import { formatDay, formatDayAndTime, formatDistance, formatMoney } from '@throughline/ui/format';
import { fullTotal } from '../cart/fullTotal.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import type { Part } from './CheckoutPage.tsx';
import styles from './checkout.module.css';
import { commonWay, type WayForAll, waysForAll } from './waysForAll.ts';
import { words } from './words.ts';

const shownStores = 2;

/** Every way of delivery and the stores in one list, each with its day and its price. */
export function ChooseWay({
  part,
  choose,
  changing,
}: {
  part: Part;
  choose: (way: string) => void;
  changing: boolean;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const { cart, variants, stores, zone } = part.page;
  const current = commonWay(cart);
  const ways = waysForAll(cart, variants, stores);
  const toDoor = ways.filter((way) => way.method);
  const toCollect = ways.filter((way) => way.store);
  const first = toCollect.filter((way, index) => index < shownStores || way.value === current);
  const rest = toCollect.filter((way) => !first.includes(way));
  const holds = cart.lines.some((line) => line.hold);
  return (
    <fieldset className={styles.ways} aria-busy={changing}>
      <legend>{say('how')}</legend>
      {current === undefined && (
        <label className={styles.option}>
          <input type="radio" name="way" value="" defaultChecked />
          <span>
            <strong>{say('asInCart', { what: [...new Set(cart.lines.map(nameOf))].join(', ') })}</strong>
            <small>{say('asInCartHint')}</small>
          </span>
        </label>
      )}
      {cart.deliveryProblem && (
        <p className={styles.fault} role="alert">
          {say('notDeliveredThere', { postcode: part.page.postcode ?? '' })}
        </p>
      )}
      {toDoor.map((way) => (
        <Option key={way.value} way={way} />
      ))}
      {first.map((way) => (
        <Option key={way.value} way={way} />
      ))}
      {toDoor.length > 0 && <p className={styles.soft}>{say('toDoorNot')}</p>}
      {rest.length > 0 && (
        <details>
          <summary>{say('moreStores')}</summary>
          {rest.map((way) => (
            <Option key={way.value} way={way} />
          ))}
        </details>
      )}
      {holds && <p className={styles.soft}>{say('wayFreesHold')}</p>}
      <noscript>
        <button type="submit" name="intent" value="way" className="button quiet small">
          {say('useWay')}
        </button>
      </noscript>
    </fieldset>
  );

  function nameOf(line: (typeof cart.lines)[number]): string {
    return line.way.method === 'delivery' ? say('toDoor') : say('pickup', { store: line.way.locationName ?? '' });
  }

  function Option({ way }: { way: WayForAll }) {
    return (
      <label className={styles.option}>
        <input
          type="radio"
          name="way"
          value={way.value}
          defaultChecked={way.value === current}
          onChange={() => choose(way.value)}
        />
        <span>
          <strong>{way.store ? say('pickup', { store: way.store.name }) : (way.method?.name ?? say('toDoor'))}</strong>
          <small>
            {way.window &&
              (way.window.earliest === way.window.latest
                ? formatDay(way.window.latest, language, zone)
                : say('toDoorWhen', {
                    from: formatDay(way.window.earliest, language, zone),
                    to: formatDay(way.window.latest, language, zone),
                  }))}
            {way.readyAt &&
              say('pickupWhen', { when: formatDayAndTime(way.readyAt, language, way.store?.zone ?? zone) })}
            {way.distanceKm !== null && ` · ${formatDistance(way.distanceKm, language)}`}
            {way.store && ` · ${way.store.address.line1}`}
          </small>
        </span>
        <span className={styles.optionPrice}>{priceOf(way)}</span>
      </label>
    );
  }

  /** What delivery of the whole cart costs, also while the cart is to be collected. */
  function priceOf(way: WayForAll): string {
    if (!way.method) return say('free');
    const now = fullTotal(cart).delivery;
    if (now && current === way.value) return now.amount === 0 ? say('free') : formatMoney(now, language);
    // The limit counts what the goods cost before any code, as the server does.
    const value = cart.lines.reduce((sum, line) => sum + (line.price?.payable.amount ?? 0) * line.quantity, 0);
    const { rate, freeFrom } = way.method;
    const free = rate.amount === 0 || (freeFrom !== null && value >= freeFrom.amount);
    return free ? say('free') : formatMoney(rate, language);
  }
}

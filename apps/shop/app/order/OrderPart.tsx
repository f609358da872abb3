import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import type { Store } from '../cart/types.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { ShownCode } from '../shared/ShownCode.tsx';
import { StoreFacts } from '../shared/StoreFacts.tsx';
import { ChangePickup } from './ChangePickup.tsx';
import type { OrderPageData } from './lastOrder.ts';
import styles from './order.module.css';
import { standingOf, stepsOf } from './orderView.ts';
import { words } from './words.ts';

/** One part of an order: how far it is, what is to be done, and what to show at the counter. */
export function OrderPart({
  part,
  page,
  store,
  zone,
  token,
  stores,
}: {
  part: OrderPageData['parts'][number];
  page: OrderPageData;
  store: Store | undefined;
  zone: string;
  token: string | undefined;
  stores: Store[];
}) {
  const language = useLanguage();
  const say = useWords(words);
  const standing = standingOf(part);
  const steps = stepsOf(part);
  const { order } = page;
  const storeZone = store?.zone ?? zone;
  const ships = part.kind === 'ship';
  const goods = page.cards
    .filter((one) => part.lineIds.includes(one.lineId))
    .map(({ card }) => [card.title, card.optionsText].filter(Boolean).join(', '))
    .join('; ');
  const owes = !order.paidAt && !ships && standing !== 'done';
  return (
    <section className={styles.part} aria-labelledby={`${part.id}-standing ${part.id}-goods`}>
      <div className={styles.standing}>
        <h2 id={`${part.id}-standing`}>
          {ships && standing === 'ready'
            ? say('picking')
            : say(
                standing === 'not_paid' || standing === 'checking' || standing === 'awaiting_transfer'
                  ? 'received'
                  : standing,
              )}
        </h2>
        <p id={`${part.id}-goods`} className={page.parts.length > 1 ? styles.which : 'visually-hidden'}>
          {goods}
        </p>
        <p>{toDo()}</p>
        {steps.length > 0 && (
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step.key} data-reached={step.reached || undefined} aria-current={step.now ? 'step' : undefined}>
                {say(
                  step.key === 'checking' || step.key === 'not_paid' || step.key === 'awaiting_transfer'
                    ? 'received'
                    : step.key,
                )}
              </li>
            ))}
          </ol>
        )}
        {part.promisedAt && (standing === 'received' || standing === 'picking') && (
          <p className={styles.when}>
            {say('readyBy', { when: formatDayAndTime(part.promisedAt, language, storeZone) })}
          </p>
        )}
        {part.arrivesBy && standing !== 'done' && standing !== 'cancelled' && (
          <p className={styles.when}>
            {order.delivery
              ? say('promised', {
                  day: formatDay(part.arrivesBy, language, zone),
                  how: order.delivery.name[language],
                })
              : say('arrivesBy', { day: formatDay(part.arrivesBy, language, zone) })}
          </p>
        )}
        {(part.carrier || part.trackingNumber) && (
          <p className={styles.tracking}>
            {say('trackedAs', { parcel: [part.carrier, part.trackingNumber].filter(Boolean).join(' ') })}{' '}
            {part.trackingUrl && (
              <a href={part.trackingUrl} target="_blank" rel="noreferrer">
                {say('follow')}
              </a>
            )}
          </p>
        )}
        {part.keepUntil && <p>{say('keptUntil', { when: formatDayAndTime(part.keepUntil, language, storeZone) })}</p>}
        {owes && <p>{say('toPay', { amount: formatMoney(order.worth.gross, language, 'exact') })}</p>}
        {store && <StoreFacts store={store} />}
        {part.collector && <p>{say('collectedBy', { name: part.collector })}</p>}
        {part.code && (
          <p className={styles.soft}>
            {say('bring')}: {say('bringWhat')}
          </p>
        )}
        {part.kind === 'pickup' && part.code && <ChangePickup part={part} stores={stores} zone={storeZone} />}
      </div>
      {part.code && (
        <ShownCode
          src={`/api/shop/orders/${order.id}/code.svg${token ? `?token=${encodeURIComponent(token)}` : ''}`}
          alt={say('codeAlt', { number: part.code })}
          label={say('code')}
          code={part.code}
        />
      )}
    </section>
  );

  function toDo(): string {
    switch (standing) {
      case 'ready':
        return ships ? say('pickingDoShip') : say('readyDo');
      case 'picking':
        return say(ships ? 'pickingDoShip' : 'pickingDoPickup');
      case 'shipped':
        // Only our own driver is known to call.
        return say(part.carrier ? 'shippedDoCarrier' : 'shippedDo');
      case 'not_found':
        return say('not_foundDo');
      case 'done':
        return say('doneDo');
      case 'cancelled':
        return say('cancelledDo');
      default:
        return say(ships ? 'receivedDoShip' : 'receivedDoPickup');
    }
  }
}

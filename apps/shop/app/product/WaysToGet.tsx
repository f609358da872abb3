import { formatDistance, formatMoney, formatTime } from '@throughline/ui/format';
import { IconBuildingStore, IconMapPin, IconTruck } from '@throughline/ui/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FrameStore } from '../layout/readFrame.ts';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { sayDay, sayWhen } from '../shared/sayWhen.ts';
import type { Place, ProductView } from './shapeProduct.ts';
import { words as stockWords } from './stockSayings.ts';
import { sayStock } from './stockWords.ts';
import styles from './WaysToGet.module.css';
import { words } from './words.ts';

/** Delivered, picked up, reserved: as equals, each with its earliest time, its cost, and where. */
export function WaysToGet({
  product,
  stores,
  chosenStore,
  zone,
}: {
  product: ProductView;
  stores: FrameStore[];
  chosenStore: string | null;
  /** Of the retailer. */
  zone: string;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const sayings = useWords(stockWords);
  const { ways } = product.variant;
  const having = ways.places.filter((place) => place.available > 0);
  const yours = ways.places.find((place) => place.code === chosenStore);
  // Without a chosen store only the one place that has it can be named as the best.
  const best =
    having.find((place) => place.code === chosenStore) ?? (yours || having.length === 1 ? having[0] : undefined);
  const zoneOf = (place: Place) => stores.find(({ id }) => id === place.locationId)?.zone ?? zone;
  const pickup = having.some((place) => place.readyAt);
  const reserve = best ? (best.mayReserve ? best : having.find((place) => place.mayReserve)) : undefined;
  const mayReserve = having.some((place) => place.mayReserve);
  return (
    <section aria-labelledby="ways" className={styles.ways}>
      <h2 id="ways" className="visually-hidden">
        {say('ways')}
      </h2>
      <ul className="plain-list">
        <Way icon={<IconTruck {...icon} />} title={say('delivered')} isOpen={ways.delivery !== null}>
          <Delivery product={product} zone={zone} />
        </Way>
        <Way icon={<IconBuildingStore {...icon} />} title={say('pickUp')} isOpen={pickup}>
          {yours && yours.available === 0 && <p>{say('notAtYours', { store: yours.name })}</p>}
          {best ? (
            <p>
              <PlaceName place={best} />: {sayStock(best, sayings, language, zoneOf(best)).toLowerCase()}
              {best.readyAt && (
                <>
                  ,{' '}
                  <strong>{say('readyAt', { when: sayWhen(best.readyAt, ways.asOf, language, zoneOf(best)) })}</strong>
                </>
              )}
              , {say('free')}
            </p>
          ) : having.length > 0 ? (
            <p>{having.map((place) => place.name).join(' · ')}</p>
          ) : (
            <Nowhere places={ways.places} asOf={ways.asOf} zoneOf={zoneOf} />
          )}
        </Way>
        <Way
          icon={<IconMapPin {...icon} />}
          title={say('reserve')}
          isOpen={mayReserve}
          act={
            mayReserve && (
              <Link
                to={
                  reserve
                    ? addressOf.reserve(language, product.variant.id, reserve.locationId)
                    : `/${language}/reserve?variant=${product.variant.id}`
                }
                className="button quiet small"
                aria-label={reserve ? say('reserveAt', { store: reserve.name }) : undefined}
              >
                {say('reserve')}
              </Link>
            )
          }
        >
          {reserve ? (
            <p>
              <PlaceName place={reserve} />
              {product.reservedUntil[reserve.locationId] && (
                <>
                  :{' '}
                  {say('heldUntil', {
                    when: sayWhen(
                      product.reservedUntil[reserve.locationId] ?? '',
                      ways.asOf,
                      language,
                      zoneOf(reserve),
                    ),
                  })}
                </>
              )}
            </p>
          ) : mayReserve ? (
            <p>{say('chooseStore')}</p>
          ) : (
            <p>{say('nowhere')}</p>
          )}
        </Way>
      </ul>
      {product.shownIn.length > 0 && <ShownIn product={product} />}
      <p className={styles.asOf}>
        <time dateTime={ways.asOf}>{say('stockAsOf', { time: formatTime(ways.asOf, language, zone) })}</time>
      </p>
    </section>
  );
}

const icon = { size: 22, stroke: 1.5, 'aria-hidden': true } as const;

function Way({
  icon: picture,
  title,
  isOpen,
  act,
  children,
}: {
  icon: ReactNode;
  title: string;
  isOpen: boolean;
  act?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className={styles.way} data-closed={!isOpen || undefined}>
      <span className={styles.icon}>{picture}</span>
      <div className={styles.words}>
        <h3>{title}</h3>
        {children}
      </div>
      {act && <div className={styles.act}>{act}</div>}
    </li>
  );
}

function PlaceName({ place }: { place: Place }) {
  const language = useLanguage();
  return (
    <>
      {place.name}
      {place.distanceKm !== null && place.distanceKm >= 2 && (
        <span className={styles.far}> ({formatDistance(place.distanceKm, language)})</span>
      )}
    </>
  );
}

function Delivery({ product, zone }: { product: ProductView; zone: string }) {
  const language = useLanguage();
  const say = useWords(words);
  const { ways, price } = product.variant;
  const { delivery } = ways;
  if (!delivery) {
    const instead = product.others.find((other) => other.delivery);
    return (
      <p>
        {product.others.length > 0 || product.options.length > 0 ? say('notDelivered') : say('notDeliveredAtAll')}
        {instead?.delivery && (
          <>
            {' '}
            <Link to={`?variant=${encodeURIComponent(instead.sku)}`} preventScrollReset>
              {say('instead', {
                options: instead.optionsText,
                day: sayDay(instead.delivery, ways.asOf, language, zone),
              })}
            </Link>
          </>
        )}
      </p>
    );
  }
  const days =
    delivery.earliest === delivery.latest
      ? say('deliveryDay', { day: sayDay(delivery.earliest, ways.asOf, language, zone) })
      : say('deliveryDays', {
          from: sayDay(delivery.earliest, ways.asOf, language, zone),
          to: sayDay(delivery.latest, ways.asOf, language, zone),
        });
  const isFree = delivery.freeFrom !== null && price !== null && price.unit.amount >= delivery.freeFrom.amount;
  return (
    <p>
      <strong>{days}</strong>,{' '}
      {isFree || delivery.rate.amount === 0
        ? say('deliveryFree')
        : say('deliveryCost', { cost: formatMoney(delivery.rate, language) })}
      {!isFree && delivery.freeFrom && (
        <span className={styles.far}>
          {' '}
          ({say('deliveryFreeFrom', { amount: formatMoney(delivery.freeFrom, language) })})
        </span>
      )}
    </p>
  );
}

function Nowhere({ places, asOf, zoneOf }: { places: Place[]; asOf: string; zoneOf: (place: Place) => string }) {
  const language = useLanguage();
  const say = useWords(words);
  const coming = places
    .filter((place) => place.arrivesAt)
    .sort((a, b) => ((a.arrivesAt ?? '') < (b.arrivesAt ?? '') ? -1 : 1))[0];
  return (
    <p>
      {say('nowhere')}
      {coming?.arrivesAt && (
        <> {say('comesTo', { store: coming.name, day: sayDay(coming.arrivesAt, asOf, language, zoneOf(coming)) })}</>
      )}
    </p>
  );
}

function ShownIn({ product }: { product: ProductView }) {
  const say = useWords(words);
  const [first] = product.shownIn;
  if (!first) return null;
  const same = product.shownIn.filter((one) => one.optionsText === first.optionsText);
  const stores = same.map((one) => one.storeName).join(', ');
  return (
    <p className={styles.shown}>
      {first.optionsText === null
        ? say('shownIn', { stores })
        : say('shownOther', { stores, options: first.optionsText })}
    </p>
  );
}

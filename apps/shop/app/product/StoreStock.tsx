import { formatDayAndTime, formatDistance } from '@throughline/ui/format';
import { Link } from 'react-router';
import type { FrameStore } from '../layout/readFrame.ts';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { useSayToday } from '../stores/sayToday.ts';
import styles from './StoreStock.module.css';
import { sayStock } from './sayStock.ts';
import type { ProductView } from './shapeProduct.ts';
import { words as stockWords } from './stockWords.ts';
import { words } from './words.ts';

/** Every store with what it has, how far it is and when it is open; the chosen one first. */
export function StoreStock({
  product,
  stores,
  chosenStore,
}: {
  product: ProductView;
  stores: FrameStore[];
  chosenStore: string | null;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const sayings = useWords(stockWords);
  const sayToday = useSayToday();
  const { places } = product.variant.ways;
  const ordered = [...places].sort((a, b) => Number(b.code === chosenStore) - Number(a.code === chosenStore));
  if (ordered.length === 0) return null;
  return (
    <details className={`opens ${styles.stores}`}>
      <summary>{say('inStores')}</summary>
      <ul className="plain-list">
        {ordered.map((place) => {
          const store = stores.find(({ id }) => id === place.locationId);
          return (
            <li key={place.locationId}>
              <div>
                <Link to={addressOf.store(language, place.code)} className={styles.name}>
                  {place.name}
                </Link>
                <p className={styles.hours}>
                  {place.distanceKm !== null && `${formatDistance(place.distanceKm, language)} · `}
                  {store && sayToday(store)}
                </p>
              </div>
              <p className={styles.stock} data-word={place.word}>
                {sayStock(place, sayings, language, store?.zone ?? 'Europe/Warsaw')}
                {place.seenAt && (
                  <small className={styles.seen}>
                    {say('seenAt', { when: formatDayAndTime(place.seenAt, language, store?.zone ?? 'Europe/Warsaw') })}
                  </small>
                )}
                {place.mayReserve && (
                  <>
                    <br />
                    <Link
                      to={addressOf.reserve(language, product.variant.id, place.locationId)}
                      aria-label={say('reserveAt', { store: place.name })}
                    >
                      {say('reserve')}
                    </Link>
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

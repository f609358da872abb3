import { formatDayAndTime } from '@throughline/ui/format';
import { defineWords } from '@throughline/ui/words';
import { Link } from 'react-router';
import type { Store } from '../cart/types.ts';
import { addressOf } from './addresses.ts';
import { useLanguage, useWords } from './language.ts';
import styles from './StoreFacts.module.css';

const words = defineWords({
  en: { open: 'Open today {hours}', closed: 'Closed today', opens: 'opens {when}', directions: 'Directions' },
  pl: { open: 'Dziś czynne {hours}', closed: 'Dziś zamknięte', opens: 'otwieramy {when}', directions: 'Jak dojechać' },
  ru: {
    open: 'Сегодня открыто {hours}',
    closed: 'Сегодня закрыто',
    opens: 'откроется {when}',
    directions: 'Как добраться',
  },
});

/** Where a store is and when it is open today, by the clock on its own wall. */
export function StoreFacts({ store }: { store: Store }) {
  const language = useLanguage();
  const say = useWords(words);
  const { line1, postcode, city } = store.address;
  const hours = store.today.open.map(([from, to]) => `${from}–${to}`).join(', ');
  const place = encodeURIComponent(`${line1}, ${postcode} ${city}`);
  return (
    <address className={styles.store}>
      <strong>
        <Link to={addressOf.store(language, store.code)}>{store.name}</Link>
      </strong>
      <span>
        {line1}, {postcode} {city}
      </span>
      <span>
        {hours ? say('open', { hours }) : say('closed')}
        {!store.today.isOpen &&
          store.today.opensAt &&
          `, ${say('opens', { when: formatDayAndTime(store.today.opensAt, language, store.zone) })}`}
      </span>
      <span className={styles.links}>
        <a href={`https://www.openstreetmap.org/search?query=${place}`} rel="noreferrer" target="_blank">
          {say('directions')}
        </a>
        <a href={`tel:${store.phone}`}>{store.phone}</a>
      </span>
    </address>
  );
}

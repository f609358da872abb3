import type { Answer } from '@throughline/client';
import { formatDistance } from '@throughline/ui/format';
import { Form, Link, useLocation } from 'react-router';
import { useFrame } from '../layout/useFrame.ts';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './StoreList.module.css';
import { useSayToday } from './sayToday.ts';
import { words } from './words.ts';

export type Store = Answer<'/api/shop/locations', 'get'>['items'][number];

/** Stores as lines: where, how far, whether open; each can be made one's own. */
export function StoreList({ stores }: { stores: readonly Store[] }) {
  const language = useLanguage();
  const say = useWords(words);
  const sayToday = useSayToday();
  const chosen = useFrame()?.chosenStore;
  const { pathname, search } = useLocation();
  return (
    <ul className={`plain-list ${styles.stores}`}>
      {stores.map((store) => (
        <li key={store.code}>
          <div>
            <h2>
              <Link to={addressOf.store(language, store.code)}>{store.name}</Link>
            </h2>
            <p>
              {store.address.line1}, {store.address.postcode} {store.address.city}
            </p>
            <p className={styles.soft}>
              {store.distanceKm !== null && `${formatDistance(store.distanceKm, language)} · `}
              {sayToday(store)}
            </p>
          </div>
          {store.code === chosen ? (
            <p className={styles.chosen}>{say('chosen')}</p>
          ) : (
            <Form method="post" action={addressOf.stores(language)} preventScrollReset>
              <input type="hidden" name="intent" value="choose" />
              <input type="hidden" name="back" value={pathname + search} />
              <button
                type="submit"
                name="store"
                value={store.code}
                className="button quiet small"
                aria-label={`${say('choose')}: ${store.name}`}
              >
                {say('choose')}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

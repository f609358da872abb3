import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFrame } from '../layout/useFrame.ts';
import { type ListItem, ProductCard } from '../list/ProductCard.tsx';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import type { Store } from '../stores/StoreList.tsx';
import { useSayToday } from '../stores/sayToday.ts';
import styles from './HomePage.module.css';
import { Opening } from './Opening.tsx';
import { words } from './words.ts';

export interface HomeData {
  opening: ListItem | null;
  reduced: ListItem[];
  newest: ListItem[];
  /** By code of the category. */
  pictures: Record<string, string>;
  stores: Store[];
}

export function HomePage({ opening, reduced, newest, pictures, stores }: HomeData) {
  const language = useLanguage();
  const say = useWords(words);
  const frame = useFrame();
  return (
    <>
      <Opening item={opening} />
      <div className="page">
        <Band title={say('categories')}>
          <ul className={`plain-list ${styles.categories}`}>
            {frame?.menu.map((entry) => (
              <li key={entry.code}>
                <Link to={addressOf.category(language, entry.slug)}>
                  {pictures[entry.code] && (
                    <img
                      src={pictures[entry.code]}
                      alt=""
                      width={800}
                      height={600}
                      loading="lazy"
                      className="picture"
                    />
                  )}
                  <span>{entry.name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Band>
        {reduced.length > 0 && (
          <Band title={say('reduced')} more={{ text: say('allReduced'), href: addressOf.reduced(language) }}>
            <Cards items={reduced} />
          </Band>
        )}
        <Band title={say('newest')} more={{ text: say('allNewest'), href: addressOf.newest(language) }}>
          <Cards items={newest} />
        </Band>
        <Band title={say('promises')}>
          <ul className={`plain-list ${styles.promises}`}>
            {([1, 2, 3] as const).map((n) => (
              <li key={n}>
                <h3>{say(`promise${n}`)}</h3>
                <p>{say(`promise${n}Text`)}</p>
              </li>
            ))}
          </ul>
        </Band>
        <Band title={say('stores')} more={{ text: say('allStores'), href: addressOf.stores(language) }}>
          <Stores stores={stores} />
        </Band>
      </div>
    </>
  );
}

function Band({
  title,
  more,
  children,
}: {
  title: string;
  more?: { text: string; href: string };
  children: ReactNode;
}) {
  return (
    <section className={styles.band}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {more && <Link to={more.href}>{more.text}</Link>}
      </div>
      {children}
    </section>
  );
}

function Cards({ items }: { items: readonly ListItem[] }) {
  return (
    <ul className={`plain-list ${styles.cards}`}>
      {items.map((item) => (
        <li key={item.productId}>
          <ProductCard item={item} />
        </li>
      ))}
    </ul>
  );
}

function Stores({ stores }: { stores: readonly Store[] }) {
  const language = useLanguage();
  const sayToday = useSayToday();
  return (
    <ul className={`plain-list ${styles.stores}`}>
      {stores.map((store) => (
        <li key={store.code}>
          <h3>
            <Link to={addressOf.store(language, store.code)}>{store.name}</Link>
          </h3>
          <p>{store.address.line1}</p>
          <p className={styles.soft}>{sayToday(store)}</p>
        </li>
      ))}
    </ul>
  );
}

import { Link } from 'react-router';
import type { ListItem } from '../list/ProductCard.tsx';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { Price } from '../shared/Price.tsx';
import styles from './Opening.module.css';
import { words } from './words.ts';

/** The first thing seen: one piece, large, with its true price; what is announced about it, where something is. */
export function Opening({ item }: { item: ListItem | null }) {
  const language = useLanguage();
  const say = useWords(words);
  const promotion = item?.price?.reduction?.promotion;
  const name = [item?.title, item?.optionsText].filter(Boolean).join(', ');
  return (
    <section className={styles.opening}>
      <div className={`page ${styles.inner}`}>
        <div className={styles.words}>
          <h1>{say('opening')}</h1>
          <p>{say('openingText')}</p>
          {item && (
            <div className={styles.piece}>
              {promotion && <p className={styles.promotion}>{promotion}</p>}
              <p>{name}</p>
              {item.price && <Price price={item.price} />}
              <Link to={addressOf.product(language, item.slug, item.sku)} className="button">
                {say('look', { name: item.title })}
              </Link>
            </div>
          )}
        </div>
        {item?.pictureUrl && (
          <img
            src={item.pictureUrl}
            alt={name}
            width={800}
            height={600}
            fetchPriority="high"
            className={styles.picture}
          />
        )}
      </div>
    </section>
  );
}

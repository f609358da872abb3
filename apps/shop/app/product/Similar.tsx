import { type ListItem, ProductCard } from '../list/ProductCard.tsx';
import { useWords } from '../shared/language.ts';
import styles from './Similar.module.css';
import { words } from './words.ts';

/** Goods of the same category, where nothing of this can be had. */
export function Similar({ items }: { items: readonly ListItem[] }) {
  const say = useWords(words);
  return (
    <section className={styles.similar}>
      <h2>{say('similar')}</h2>
      <ul className={`plain-list ${styles.cards}`}>
        {items.map((item) => (
          <li key={item.productId}>
            <ProductCard item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

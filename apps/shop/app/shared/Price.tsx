import { formatMoney, type Money } from '@throughline/ui/format';
import { useLanguage, useWords } from './language.ts';
import styles from './Price.module.css';
import { words } from './priceWords.ts';

export interface ShownPrice {
  unit: Money;
  /** Only where the law lets a reduction be announced. */
  reduction: { percentOff: number; lowest30Days: Money; promotion: string | null } | null;
}

/**
 * A price, and where it is announced as reduced the lowest price of the 30 days before, in the same type and beside it
 * (Directive 98/6/EC, art. 6a). The percentage is worked out from that price by the server; below one there is none.
 */
export function Price({ price, size = 'small' }: { price: ShownPrice; size?: 'small' | 'large' }) {
  const language = useLanguage();
  const say = useWords(words);
  const { reduction } = price;
  return (
    <div className={styles.price} data-size={size}>
      <p className={styles.now}>
        {reduction && <span className="visually-hidden">{say('now')} </span>}
        <strong>{formatMoney(price.unit, language)}</strong>
        {reduction && reduction.percentOff > 0 && (
          <span className={styles.off}>
            <span className="visually-hidden">{say('reducedBy')} </span>−{reduction.percentOff} %
          </span>
        )}
      </p>
      {reduction && (
        <p className={styles.before}>
          {say('lowest')} {formatMoney(reduction.lowest30Days, language)}
        </p>
      )}
    </div>
  );
}

import { useLanguage, useWords } from '../../shared/language.tsx';
import { PaperSize } from '../parts/PaperSize.tsx';
import type { WorkRow } from '../today/stages.ts';
import { useNow } from '../today/useNow.ts';
import { whenText } from '../today/WorkCard.tsx';
import { workWords } from './words.ts';
import classes from './work.module.css';

/** "Julia K.": enough to find the bag, the least about the person. */
const short = (name: string | null): string => {
  const [first = '', last] = (name ?? '').split(/\s+/);
  return last ? `${first} ${last[0]}.` : first;
};

/** On paper only: a label for every bag. */
export function BagLabel({ row, zone, bags }: { row: WorkRow; zone: string; bags: number }) {
  const t = useWords(workWords);
  const language = useLanguage();
  const now = useNow();
  const labels = Array.from({ length: bags }, (_, place) => place + 1).map((bag) => (
    <section key={bag} className={classes.label} aria-hidden="true">
      <strong>{row.code}</strong>
      <span>{short(row.customerName)}</span>
      <span>
        {t('bagOf', { n: bag, m: bags })}
        {row.place && ` · ${row.place}`}
      </span>
      {row.keepUntil && (
        <span>
          {t('keep')} {whenText(row.keepUntil, now, language, zone)}
        </span>
      )}
      <ul>
        {row.items.map((item) => (
          <li key={item.variantId}>
            {item.quantity} × {item.title}, {item.optionsText}
          </li>
        ))}
      </ul>
    </section>
  ));
  // The roll of a label printer: 62 mm wide, cut at 100 mm.
  return (
    <>
      <PaperSize size="62mm 100mm" margin="4mm" />
      {labels}
    </>
  );
}

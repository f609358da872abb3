import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../shared/language.tsx';
import type { WorkRow } from './stages.ts';
import classes from './today.module.css';
import { kindOf } from './WorkCard.tsx';
import { todayWords } from './words.ts';

/** On paper only: what to fetch, goods first, no names of customers. */
export function PickList({ rows, store }: { rows: readonly WorkRow[]; store: string }) {
  const t = useWords(todayWords);
  const isPrinting = usePrinting();
  if (!isPrinting) return null;
  const lines = rows
    .flatMap((row) => row.items.map((item) => ({ row, item })))
    .sort((a, b) => a.item.title.localeCompare(b.item.title));
  return (
    <section className={classes.paper} aria-hidden="true">
      <h2>
        {t('pickList')} · {store}
      </h2>
      <table>
        <tbody>
          {lines.map(({ row, item }) => (
            <tr key={`${row.id} ${item.variantId}`}>
              <td>☐</td>
              <td>{item.quantity} ×</td>
              <td>
                <strong>{item.title}</strong> {item.optionsText}
              </td>
              <td>{row.code}</td>
              <td>{t(kindOf(row.kind))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** While the browser prints; what only paper shows is not kept in the page. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser prints what is there when this returns.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}

import { useWords } from '../../shared/language.tsx';
import { PaperSize } from '../parts/PaperSize.tsx';
import type { WorkRow } from './stages.ts';
import classes from './today.module.css';
import { kindOf } from './WorkCard.tsx';
import { todayWords } from './words.ts';

/** On paper only: what to fetch, by place and then by goods, so that one walk is enough; no names of customers. */
export function PickList({ rows, store }: { rows: readonly WorkRow[]; store: string }) {
  const t = useWords(todayWords);
  const lines = rows
    .flatMap((row) => row.items.map((item) => ({ row, item })))
    .sort(
      (a, b) =>
        (a.row.place ?? '').localeCompare(b.row.place ?? '', undefined, { numeric: true }) ||
        a.item.title.localeCompare(b.item.title) ||
        a.item.optionsText.localeCompare(b.item.optionsText),
    );
  return (
    <section className={classes.paper} aria-hidden="true">
      <PaperSize size="A4" margin="14mm" />
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
              <td>{row.place}</td>
              <td>{row.code}</td>
              <td>{t(kindOf(row.kind))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

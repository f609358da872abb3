import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { Money } from '@throughline/ui/format';
import { useWords } from '../../shared/language.tsx';
import { IconButton } from '../parts/index.tsx';
import type { WorkView } from '../today/queries.ts';
import { workWords } from './words.ts';
import classes from './work.module.css';

/** Pieces by variant. */
export type Counts = Record<string, number>;

export const countsOf = ({ row }: WorkView): Counts => {
  const counts: Counts = {};
  for (const item of row.items) counts[item.variantId] = (counts[item.variantId] ?? 0) + item.quantity;
  return counts;
};

/** What is in the picker's hand is offered as the part; what lies ready leaves as a whole unless somebody says otherwise. */
export function startPieces({ row, desk }: WorkView): Counts | undefined {
  if (desk.verdict !== 'partly_ready' || row.state === 'ready') return undefined;
  return Object.fromEntries(row.items.map((item) => [item.variantId, item.picked]));
}

/** What this part costs by the agreed prices; the server says the exact sum and has the last word. */
export function worthOf({ desk }: WorkView, counts: Counts): Money {
  const owed = desk.toPay ?? { amount: 0, currency: 'PLN' };
  if (owed.amount === 0) return owed;
  const part = desk.lines.reduce(
    (sum, line) => sum + (line.quotedUnit?.amount ?? 0) * Math.min(line.quantity, counts[line.variant.id] ?? 0),
    0,
  );
  return { ...owed, amount: Math.min(owed.amount, part) };
}

export function Stepper({
  title,
  value,
  most,
  onChange,
}: {
  title: string;
  value: number;
  most: number;
  onChange(value: number): void;
}) {
  const t = useWords(workWords);
  return (
    <span className={classes.stepper}>
      <IconButton label={t('oneLess', { title })} onClick={() => onChange(Math.max(0, value - 1))}>
        <IconMinus size={22} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('oneMore', { title })} onClick={() => onChange(Math.min(most, value + 1))}>
        <IconPlus size={22} aria-hidden="true" />
      </IconButton>
    </span>
  );
}

import { IconCheck } from '@tabler/icons-react';
import { formatMoney, type Money } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button } from '../parts/index.tsx';
import type { Order } from './quote.ts';
import classes from './till.module.css';
import { tillWords } from './words.ts';

/** It is sold: the number, and the change to give. */
export function Sold({ order, change, onNew }: { order: Order; change: Money | undefined; onNew(): void }) {
  const t = useWords(tillWords);
  const language = useLanguage();
  return (
    <section className={classes.sold} role="status">
      <IconCheck size={72} stroke={2} aria-hidden="true" />
      <h1>{t('doneTitle')}</h1>
      <p>
        {t('doneText', { number: order.number })} · {formatMoney(order.totals.gross, language)}
      </p>
      {change && change.amount > 0 && (
        <p className={classes.changeDue}>
          <span>{t('change')}</span>
          <strong>{formatMoney(change, language)}</strong>
        </p>
      )}
      <Button kind="primary" wide data-focus-first onClick={onNew}>
        {t('newSale')}
      </Button>
    </section>
  );
}

import { IconCheck, IconMinus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { IconButton, Picture } from '../parts/index.tsx';
import type { WorkView } from '../today/queries.ts';
import type { Ticks } from './useTicks.ts';
import { workWords } from './words.ts';
import classes from './work.module.css';

/** What is to be fetched, with pictures, and what the shelf should hold; ticked by scan or thumb while it is picked. */
export function Goods({ work, ticks }: { work: WorkView; ticks: Ticks | undefined }) {
  const t = useWords(workWords);
  return (
    <section aria-label={t('goods')}>
      <ul className={classes.goods}>
        {work.row.items.map((item) => {
          const shelf = work.shelf.find((one) => one.variantId === item.variantId);
          const done = ticks?.of(item.variantId) ?? 0;
          const isDone = ticks !== undefined && done >= item.quantity;
          return (
            <li key={item.variantId} className={classes.line} data-done={isDone}>
              <Picture url={item.pictureUrl} size="large" />
              <div className={classes.what}>
                <Link to="/floor/stock/$variantId" params={{ variantId: item.variantId }} className={classes.title}>
                  {item.title}
                </Link>
                {item.optionsText && <span>{item.optionsText}</span>}
                <span className={classes.sku}>{shelf?.sku}</span>
                <PriceOf work={work} variantId={item.variantId} />
                {shelf && (
                  <span className={classes.shelf} data-scarce={shelf.onHand <= 1}>
                    {t('shelf', { hand: shelf.onHand, held: shelf.held, free: shelf.free })}
                    {shelf.display > 0 && ` · ${t('onDisplay', { n: shelf.display })}`}
                  </span>
                )}
              </div>
              <div className={classes.count}>
                {ticks ? (
                  <>
                    <button
                      type="button"
                      className={classes.tick}
                      aria-pressed={isDone}
                      aria-label={t('tick', { title: item.title })}
                      onClick={() => ticks.tick(item.variantId)}
                    >
                      {isDone ? <IconCheck size={32} stroke={2.4} aria-hidden="true" /> : null}
                      {(!isDone || item.quantity > 1) && <span>{t('ticked', { done, all: item.quantity })}</span>}
                    </button>
                    {done > 0 && (
                      <IconButton
                        label={t('untick', { title: item.title })}
                        onClick={() => ticks.untick(item.variantId)}
                      >
                        <IconMinus size={22} aria-hidden="true" />
                      </IconButton>
                    )}
                  </>
                ) : (
                  <strong className={classes.quantity}>{item.quantity} ×</strong>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The price as it was quoted, beside today's list price where that rose. */
export function PriceOf({ work, variantId }: { work: WorkView; variantId: string }) {
  const t = useWords(workWords);
  const language = useLanguage();
  const line = work.desk.lines.find((one) => one.variant.id === variantId);
  if (!line?.quotedUnit) return null;
  const price = formatMoney(line.quotedUnit, language);
  if (!line.quotedAt) return <span className={classes.price}>{price}</span>;
  const day = formatDay(line.quotedAt, language, work.zone);
  const isRisen = line.currentUnit !== null && line.currentUnit.amount > line.quotedUnit.amount;
  return (
    <span className={classes.price}>
      {isRisen && line.currentUnit
        ? t('quoted', { day, price, list: formatMoney(line.currentUnit, language) })
        : t('quotedSame', { day, price })}
    </span>
  );
}

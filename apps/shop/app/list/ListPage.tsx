import { IconAdjustmentsHorizontal } from '@throughline/ui/icons';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { Link, useNavigation } from 'react-router';
import { Breadcrumb, type Step } from '../shared/Breadcrumb.tsx';
import { useWords } from '../shared/language.ts';
import { AppliedFilters } from './AppliedFilters.tsx';
import { FilterForm } from './FilterForm.tsx';
import { countFilters, withMore, writeListState } from './filterState.ts';
import styles from './ListPage.module.css';
import type { ListData } from './loadList.ts';
import { ProductCard } from './ProductCard.tsx';
import { PromotedFilters } from './PromotedFilters.tsx';
import { SortChoice } from './SortChoice.tsx';
import { words } from './words.ts';

// Styles do not wait for scripts: the server's page needs them.
import './NoFit.module.css';

/** Seldom shown. */
const NoFit = lazy(async () => ({ default: (await import('./NoFit.tsx')).NoFit }));

/** One list for categories, search and what is reduced: filters, what is chosen, results, more. */
export function ListPage({
  title,
  intro,
  steps,
  data,
  reducedFixed = false,
  children,
}: {
  title: string;
  intro?: ReactNode;
  steps: readonly Step[];
  data: ListData;
  /** The list is of reduced goods by itself: then that is no filter. */
  reducedFixed?: boolean;
  /** Between the heading and the results. */
  children?: ReactNode;
}) {
  const say = useWords(words);
  const { state, found } = data;
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const busy = useNavigation().state === 'loading';
  const chosen = countFilters(state) - Number(reducedFixed);
  const more = withMore(state, found.nextCursor);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div className="page">
      <Breadcrumb steps={steps} />
      <div className={styles.head}>
        <h1>{title}</h1>
        {intro}
      </div>
      {children}
      <div className={styles.columns}>
        <aside className={styles.side} data-open={open || undefined}>
          <FilterForm data={data} reducedFixed={reducedFixed} isSheet={open} onClose={close} />
        </aside>
        <noscript>
          <style>{`.${styles.side}{display:block!important}`}</style>
        </noscript>
        <section aria-label={title} className={styles.results} data-busy={busy || undefined}>
          <h2 className="visually-hidden">{say('products', { n: found.total })}</h2>
          <PromotedFilters data={data} reducedFixed={reducedFixed} />
          <div className={styles.bar}>
            <button
              ref={opener}
              type="button"
              className={`button quiet small ${styles.opener}`}
              aria-expanded={open}
              onClick={() => setOpen(true)}
            >
              <IconAdjustmentsHorizontal size={18} stroke={1.5} aria-hidden />
              {chosen > 0 ? say('filtersChosen', { n: chosen }) : say('filters')}
            </button>
            <p role="status" className={styles.count}>
              {say('products', { n: found.total })}
            </p>
            <SortChoice state={state} />
          </div>
          <AppliedFilters data={data} reducedFixed={reducedFixed} />
          {found.items.length === 0 ? (
            <Suspense>
              <NoFit data={data} />
            </Suspense>
          ) : (
            <ul className={`plain-list ${styles.cards}`}>
              {found.items.map((item, index) => (
                <li key={item.productId}>
                  <ProductCard item={item} eager={index < 4} />
                </li>
              ))}
            </ul>
          )}
          {more && (
            <p className={styles.more}>
              <Link to={`?${writeListState(more)}`} preventScrollReset={!more.cursor} className="button quiet">
                {say('more')}
              </Link>
              {!state.cursor && <span>{say('shown', { n: found.items.length, of: found.total })}</span>}
            </p>
          )}
        </section>
      </div>
    </div>
  );
}

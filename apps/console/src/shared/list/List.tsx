// biome-ignore-all lint/a11y/useSemanticElements: only some rows are in the page, which a table cannot say.
// biome-ignore-all lint/a11y/useFocusableInteractive: headings take no focus; the buttons in them do.
import { CloseButton, useMatches } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../language.tsx';
import { FailureNotice, ListNotice } from './ListNotice.tsx';
import { FilterChips, ListToolbar } from './ListToolbar.tsx';
import classes from './list.module.css';
import { isFilter, type ListState } from './listSearch.ts';
import type { Column, Filter, ListPages } from './listTypes.ts';
import { keepPlace, readPlace } from './place.ts';
import { useRowKeys } from './useRowKeys.ts';
import { useTakeAlong } from './useTakeAlong.ts';
import { ViewTabs } from './ViewTabs.tsx';
import { listWords } from './words.ts';

export interface ListProps<T> {
  /** Names saved views and the CSV file. */
  id: string;
  /** What is listed, for screen readers. */
  label: string;
  state: ListState;
  pages: ListPages<T>;
  columns: readonly Column<T>[];
  filters?: readonly Filter[];
  searchLabel?: string;
  /** Beside the filters. */
  extra?: ReactNode;
  keyOf(item: T): string;
  open(item: T): void;
  /** What a narrow screen shows of an item, in two lines. */
  narrow(item: T): ReactNode;
  peek?(item: T): ReactNode;
  /** Acts for what is selected; without it nothing can be selected. */
  bulk?(items: readonly T[], clear: () => void): ReactNode;
  /** Shown where there is nothing yet at all. */
  first: { title: string; text: string; action?: ReactNode };
  /** Comes on top of the CSV. */
  csvNotes?: readonly string[];
}

const heights = { narrow: 68, wide: 48 };
const headingHeight = 41;

/**
 * The one list of the console. Count, search, filters as chips, columns, order, own views, keys, a look inside, CSV of
 * what is seen, and a word for each way of being empty. All of its state is in the address; at most some 60 rows are in
 * the page, whatever the list holds.
 */
export function List<T>(props: ListProps<T>) {
  const { id, label, state, pages, columns, filters = [], keyOf, open } = props;
  const t = useWords(listWords);
  // Known at the first drawing: a height that changes afterwards would lose the place that Back leads to.
  const isNarrow = useMatches({ base: true, md: false }, { getInitialValueInEffect: false });
  const scroller = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState(0);
  const shown = useShownColumns(columns, state.search.cols);
  const { items } = pages;
  const place = useRef(readPlace());
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isNarrow ? heights.narrow : heights.wide),
    overscan: 8,
    initialOffset: place.current.top,
    // The heading stays on top of what is scrolled.
    scrollMargin: isNarrow ? 0 : headingHeight,
    scrollPaddingStart: isNarrow ? 0 : headingHeight,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are of another height on a narrow screen.
  useEffect(() => rows.measure(), [isNarrow]);
  const virtual = rows.getVirtualItems();
  const lastSeen = virtual.at(-1)?.index ?? 0;
  const { hasMore, isFetchingMore, more } = pages;
  useEffect(() => {
    if (hasMore && !isFetchingMore && lastSeen >= items.length - 15) more();
  }, [hasMore, isFetchingMore, lastSeen, items.length, more]);

  const peeked = items.find((item) => keyOf(item) === state.search.peek);
  const clear = () => setSelected(new Set());
  const select = (index: number, range: boolean) => {
    if (!props.bulk) return;
    const next = new Set(selected);
    const [from, to] = range ? [Math.min(anchor, index), Math.max(anchor, index)] : [index, index];
    const keys = items.slice(from, to + 1).map(keyOf);
    const isOff = !range && keys.every((key) => next.has(key));
    for (const key of keys) {
      if (isOff) next.delete(key);
      else next.add(key);
    }
    setAnchor(index);
    setSelected(next);
  };
  const focusRow = (index: number) => {
    rows.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
    );
  };
  const keys = useRowKeys(
    {
      count: items.length,
      open: (index) => {
        const item = items[index];
        if (item) open(item);
      },
      peek: (index) => {
        const item = items[index];
        if (!item || !props.peek) return;
        const key = keyOf(item);
        state.change({ peek: state.search.peek === key ? undefined : key });
      },
      select,
      close: () => {
        if (state.search.peek) state.change({ peek: undefined });
        else clear();
      },
      show: (index) => {
        focusRow(index);
        const item = items[index];
        if (item && state.search.peek) state.change({ peek: keyOf(item) });
      },
    },
    place.current.row,
  );
  const { active } = keys;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const keep = () => keepPlace({ top: element.scrollTop, row: active });
    keep();
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [active]);

  const isFiltered = Object.keys(state.search).some((key) => key === 'q' || isFilter(key));
  const takeAlong = useTakeAlong();
  const onCsv = () =>
    void takeAlong?.(id, {
      header: shown.filter((column) => column.csv).map((column) => column.label),
      rows: items.map((item) => shown.flatMap((column) => (column.csv ? [column.csv(item)] : []))),
      notes: props.csvNotes,
    });
  const chosen = items.filter((item) => selected.has(keyOf(item)));
  const template = `${props.bulk ? '36px ' : ''}${shown.map((column) => column.width).join(' ')}`;

  return (
    <div className={classes.list}>
      <ViewTabs listId={id} state={state} />
      <ListToolbar
        state={state}
        searchLabel={props.searchLabel}
        filters={filters}
        columns={isNarrow ? [] : columns}
        shown={shown}
        onCsv={takeAlong && items.length > 0 ? onCsv : undefined}
        extra={props.extra}
      />
      <FilterChips state={state} filters={filters} />
      {chosen.length > 0 && props.bulk && (
        <div className={classes.bulk} role="status">
          <span>{t('selected', { n: chosen.length })}</span>
          {props.bulk(chosen, clear)}
          <CloseButton aria-label={t('clearSelection')} onClick={clear} />
        </div>
      )}
      <div className={classes.body} data-peek={peeked ? '' : undefined}>
        <div className={classes.scroller} ref={scroller} aria-busy={pages.isPending || pages.isRefreshing}>
          {pages.isPending ? (
            <SkeletonRows height={isNarrow ? heights.narrow : heights.wide} label={t('loading')} />
          ) : pages.error && items.length === 0 ? (
            <FailureNotice error={pages.error} retry={pages.retry} />
          ) : items.length === 0 ? (
            isFiltered ? (
              <ListNotice
                title={t('noMatchTitle')}
                text={t('noMatchText')}
                action={
                  <button type="button" className={classes.linkButton} onClick={() => state.replaceAll({})}>
                    {t('clearAll')}
                  </button>
                }
              />
            ) : (
              <ListNotice {...props.first} />
            )
          ) : (
            <div
              role="grid"
              aria-label={label}
              aria-rowcount={(pages.total ?? items.length) + 1}
              aria-multiselectable={props.bulk ? true : undefined}
              className={classes.grid}
              data-dim={pages.isRefreshing ? '' : undefined}
              onKeyDown={keys.onKeyDown}
              tabIndex={-1}
            >
              {!isNarrow && (
                <Heading template={template} columns={shown} state={state} withSelect={props.bulk !== undefined} />
              )}
              <div className={classes.rows} role="rowgroup" style={{ height: rows.getTotalSize() }}>
                {virtual.map((row) => {
                  const item = items[row.index];
                  if (!item) return null;
                  const key = keyOf(item);
                  return (
                    <div
                      key={key}
                      role="row"
                      aria-rowindex={row.index + 2}
                      aria-selected={selected.has(key)}
                      tabIndex={row.index === Math.min(active, items.length - 1) ? 0 : -1}
                      data-index={row.index}
                      data-peeked={key === state.search.peek ? '' : undefined}
                      className={classes.row}
                      style={{
                        transform: `translateY(${row.start - (isNarrow ? 0 : headingHeight)}px)`,
                        height: row.size,
                        gridTemplateColumns: isNarrow ? '1fr' : template,
                      }}
                      onFocus={() => keys.setActive(row.index)}
                      onKeyDown={undefined}
                      onClick={(event) => {
                        if ((event.target as HTMLElement).closest('a, button, input, label')) return;
                        if (isNarrow || !props.peek) open(item);
                        else state.change({ peek: state.search.peek === key ? undefined : key });
                      }}
                    >
                      {props.bulk && !isNarrow && (
                        <div role="gridcell" className={classes.select}>
                          <input
                            type="checkbox"
                            tabIndex={-1}
                            aria-label={t('selected', { n: 1 })}
                            checked={selected.has(key)}
                            onClick={(event) => {
                              event.preventDefault();
                              select(row.index, event.shiftKey);
                            }}
                            readOnly
                          />
                        </div>
                      )}
                      {isNarrow ? (
                        <div role="gridcell" className={classes.narrow}>
                          {props.narrow(item)}
                        </div>
                      ) : (
                        shown.map((column) => (
                          <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
                            {column.cell(item)}
                          </div>
                        ))
                      )}
                    </div>
                  );
                })}
              </div>
            </div>
          )}
        </div>
        {peeked && props.peek && !isNarrow && (
          <aside className={classes.peek} aria-label={label}>
            <CloseButton
              className={classes.peekClose}
              aria-label={t('close')}
              onClick={() => state.change({ peek: undefined })}
            />
            {props.peek(peeked)}
          </aside>
        )}
      </div>
      {!isNarrow && items.length > 0 && (
        <p className={classes.foot}>
          <span>
            {[
              t('keysMove'),
              props.peek && t('keysPeek'),
              props.bulk && t('keysSelect'),
              props.searchLabel && t('keysSearch'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {pages.total !== null && pages.total > items.length && (
            <span>{t('of', { n: items.length, total: pages.total })}</span>
          )}
        </p>
      )}
    </div>
  );
}

function useShownColumns<T>(columns: readonly Column<T>[], chosen: string | undefined): readonly Column<T>[] {
  return useMemo(() => {
    const asked = chosen?.split('.').flatMap((id) => columns.find((column) => column.id === id) ?? []);
    return asked && asked.length > 0 ? asked : columns.filter((column) => !column.hidden);
  }, [columns, chosen]);
}

function Heading<T>({
  template,
  columns,
  state,
  withSelect,
}: {
  template: string;
  columns: readonly Column<T>[];
  state: ListState;
  withSelect: boolean;
}) {
  const t = useWords(listWords);
  return (
    <div role="rowgroup" className={classes.heading} style={{ height: headingHeight }}>
      <div role="row" aria-rowindex={1} className={classes.headingRow} style={{ gridTemplateColumns: template }}>
        {withSelect && (
          <span role="columnheader">
            <span className={classes.hidden}>{t('selection')}</span>
          </span>
        )}
        {columns.map(({ id, label, sort, align }) => {
          const isSorted = sort !== undefined && state.search.sort === sort.value;
          const Arrow = sort?.direction === 'descending' ? IconArrowDown : IconArrowUp;
          return (
            <span
              key={id}
              role="columnheader"
              data-align={align}
              aria-sort={isSorted ? sort.direction : undefined}
              className={classes.headingCell}
            >
              {sort ? (
                <button
                  type="button"
                  title={t('sortBy', { name: label })}
                  onClick={() => state.change({ sort: isSorted ? undefined : sort.value })}
                >
                  {label}
                  {isSorted && <Arrow size={12} aria-hidden="true" />}
                </button>
              ) : (
                label
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}

function SkeletonRows({ height, label }: { height: number; label: string }) {
  return (
    <div role="status" aria-busy="true" aria-label={label}>
      {Array.from({ length: 10 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <div key={index} className={classes.skeleton} style={{ height }} />
      ))}
    </div>
  );
}

import { Button, Menu, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconArrowLeft, IconCheck, IconColumns3, IconDownload, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../language.tsx';
import { leaveField } from '../leaveField.ts';
import classes from './list.module.css';
import { isFilter, type ListState } from './listSearch.ts';
import type { Column, Filter } from './listTypes.ts';
import { listWords } from './words.ts';

interface Props<T> {
  state: ListState;
  searchLabel: string | undefined;
  filters: readonly Filter[];
  columns: readonly Column<T>[];
  shown: readonly Column<T>[];
  onCsv: (() => void) | undefined;
  extra: ReactNode;
}

export function ListToolbar<T>({ state, searchLabel, filters, columns, shown, onCsv, extra }: Props<T>) {
  const t = useWords(listWords);
  return (
    <div className={classes.toolbar}>
      {searchLabel && <SearchField state={state} label={searchLabel} />}
      {filters.map((filter) => (
        <FilterButton key={filter.id} filter={filter} state={state} />
      ))}
      {extra}
      <span className={classes.spacer} />
      {columns.length > 1 && <ColumnsMenu columns={columns} shown={shown} state={state} />}
      {onCsv && (
        <Button
          variant="subtle"
          color="gray"
          className={classes.quiet}
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={onCsv}
          title={t('csvTitle')}
        >
          {t('csv')}
        </Button>
      )}
    </div>
  );
}

/** Answers while one types; `/` leads here from anywhere on the page. */
function SearchField({ state, label }: { state: ListState; label: string }) {
  const t = useWords(listWords);
  const field = useRef<HTMLInputElement>(null);
  const inAddress = state.search.q ?? '';
  const [text, setText] = useState(inAddress);
  const [told, setTold] = useState(inAddress);
  const tell = useDebouncedCallback((q: string) => {
    setTold(q);
    state.change({ q: q || undefined });
  }, 200);
  useEffect(() => {
    // The address changed by itself: Back, a saved view, “clear filters”.
    if (inAddress !== told) {
      setText(inAddress);
      setTold(inAddress);
    }
  }, [inAddress, told]);
  useHotkeys([['/', () => field.current?.focus()]]);
  const type = (next: string) => {
    setText(next);
    tell(next);
  };
  return (
    <TextInput
      ref={field}
      className={classes.search}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        text ? (
          <UnstyledButton aria-label={t('clearSearch')} onClick={() => type('')} className={classes.clear}>
            <IconX size={14} aria-hidden="true" />
          </UnstyledButton>
        ) : null
      }
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leaveField(event.currentTarget);
      }}
    />
  );
}

function FilterButton({ filter, state }: { filter: Filter; state: ListState }) {
  const t = useWords(listWords);
  const value = state.search[filter.id];
  if (filter.options === 'day') {
    return (
      <label className={classes.day}>
        <span>{filter.label}</span>
        <input
          type="date"
          value={value ?? ''}
          onChange={(event) => state.change({ [filter.id]: event.currentTarget.value || undefined })}
        />
      </label>
    );
  }
  if (value !== undefined) return null;
  return (
    <Menu withinPortal position="bottom-start">
      <Menu.Target>
        <Button variant="default" className={classes.addFilter} leftSection={<IconPlus size={14} aria-hidden="true" />}>
          {filter.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
        <Menu.Label>{t('filter')}</Menu.Label>
        {filter.options.map((option) => (
          <Menu.Item key={option.value} onClick={() => state.change({ [filter.id]: option.value })}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The filters in force, each removable by itself. */
export function FilterChips({ state, filters }: { state: ListState; filters: readonly Filter[] }) {
  const t = useWords(listWords);
  const chips = filters.flatMap((filter) => {
    const value = state.search[filter.id];
    if (value === undefined || filter.options === 'day') return [];
    const label = filter.options.find((option) => option.value === value)?.label ?? value;
    return [{ id: filter.id, name: `${filter.label}: ${label}` }];
  });
  if (chips.length === 0) return null;
  const clear = () =>
    state.change(
      Object.fromEntries(
        Object.keys(state.search)
          .filter(isFilter)
          .map((key) => [key, undefined]),
      ),
    );
  return (
    <ul className={classes.chips}>
      {chips.map((chip) => (
        <li key={chip.id} className={classes.chip}>
          {chip.name}
          <UnstyledButton
            className={classes.chipRemove}
            aria-label={t('removeFilter', { name: chip.name })}
            onClick={() => state.change({ [chip.id]: undefined })}
          >
            <IconX size={12} aria-hidden="true" />
          </UnstyledButton>
        </li>
      ))}
      <li>
        <UnstyledButton className={classes.linkButton} onClick={clear}>
          {t('clearAll')}
        </UnstyledButton>
      </li>
    </ul>
  );
}

function ColumnsMenu<T>({
  columns,
  shown,
  state,
}: {
  columns: readonly Column<T>[];
  shown: readonly Column<T>[];
  state: ListState;
}) {
  const t = useWords(listWords);
  const set = (ids: string[]) => state.change({ cols: ids.join('.') });
  const ids = shown.map((column) => column.id);
  const others = columns.filter((column) => !ids.includes(column.id));
  return (
    <Menu withinPortal position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.quiet}
          leftSection={<IconColumns3 size={16} aria-hidden="true" />}
        >
          {t('columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map((column, index) => (
          <div key={column.id} className={classes.columnItem}>
            <Menu.Item
              disabled={index === 0}
              leftSection={<IconCheck size={14} aria-hidden="true" />}
              onClick={() => set(ids.filter((id) => id !== column.id))}
            >
              {column.label}
            </Menu.Item>
            {index > 1 && (
              <UnstyledButton
                className={classes.move}
                aria-label={t('moveUp', { name: column.label })}
                onClick={() => {
                  const next = [...ids];
                  next.splice(index - 1, 2, column.id, ids[index - 1] ?? '');
                  set(next);
                }}
              >
                <IconArrowLeft size={14} aria-hidden="true" />
              </UnstyledButton>
            )}
          </div>
        ))}
        {others.length > 0 && <Menu.Divider />}
        {others.map((column) => (
          <Menu.Item
            key={column.id}
            leftSection={<span style={{ width: 14 }} />}
            onClick={() => set([...ids, column.id])}
          >
            {column.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { IconX } from '@throughline/ui/icons';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Form, Link, useLocation, useNavigate } from 'react-router';
import { useFrame } from '../layout/useFrame.ts';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './FilterForm.module.css';
import { type ListState, readListState, writeListState } from './filterState.ts';
import type { ListData } from './loadList.ts';
import { words } from './words.ts';

type Facet = ListData['found']['facets'][number];

/** Groups that are open from the beginning; a group with something chosen is open too. */
const openGroups = 4;
/** Typing a bound is over when nothing was typed for so long. */
const pauseMs = 700;

/**
 * Every filter of the list as one GET form: boxes to tick and bounds to type, no sliders. With scripts the list follows
 * each change; without, a button asks for it. On a phone it is a sheet over the list.
 */
export function FilterForm({
  data,
  reducedFixed,
  isSheet,
  onClose,
}: {
  data: ListData;
  reducedFixed: boolean;
  isSheet: boolean;
  onClose: () => void;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const frame = useFrame();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { state, found } = data;
  const store = frame?.stores.find(({ code }) => code === (state.availableAt ?? frame.chosenStore));

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (isSheet) form.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [isSheet]);

  const follow = (pause: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!form.current) return;
      const search = new URLSearchParams();
      for (const [name, value] of new FormData(form.current)) search.append(name, String(value));
      void navigate(`${pathname}?${writeListState(readListState(search))}`, { preventScrollReset: true });
    }, pause);
  };

  const [categories, ...others] = splitCategories(found.facets);
  const values = others.filter((facet) => facet.kind === 'values');
  const ranges = others.filter((facet) => facet.kind === 'range');
  return (
    <Form
      ref={form}
      method="get"
      className={styles.form}
      key={pathname}
      onChange={(event) => follow((event.target as Element).getAttribute('type') === 'number' ? pauseMs : 0)}
      onKeyDown={isSheet ? (event) => keepInside(event, form.current, onClose) : undefined}
      {...(isSheet ? { role: 'dialog', 'aria-modal': true, 'aria-label': say('filters') } : {})}
    >
      <div className={styles.sheetHead}>
        <h2 tabIndex={-1}>{say('filters')}</h2>
        <button type="button" onClick={onClose} aria-label={say('close')}>
          <IconX size={22} stroke={1.5} aria-hidden />
        </button>
      </div>
      {state.query && <input type="hidden" name="q" value={state.query} />}
      {state.sort !== 'relevance' && <input type="hidden" name="sort" value={state.sort} />}
      {categories && (
        <Group title={say('categories')} isOpen>
          <ul className="plain-list">
            {categories.values.map((value) => (
              <li key={value.value}>
                <Link
                  to={
                    addressOf.category(language, value.value) +
                    (state.query ? `?q=${encodeURIComponent(state.query)}` : '')
                  }
                  className={styles.category}
                  data-empty={value.count === 0 || undefined}
                >
                  {value.label} <span className={styles.n}>{value.count}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Group>
      )}
      <Group title={say('availability')} isOpen>
        {store ? (
          <Tick name="at" value={store.code} isOn={state.availableAt === store.code} state={state}>
            {say('availableAt', { store: store.name })}
          </Tick>
        ) : (
          <p className={styles.hint}>{say('chooseStore')}</p>
        )}
        {!reducedFixed && (
          <Tick name="reduced" value="1" isOn={state.reduced} state={state}>
            {say('onlyReduced')}
          </Tick>
        )}
      </Group>
      <Group title={say('price')} isOpen>
        <Bounds code="price" label={say('price')} unit="zł" state={state} />
      </Group>
      {values.map((facet, index) => (
        <Group
          key={facet.code}
          title={facet.label}
          isOpen={index < openGroups || facet.values.some((value) => value.selected)}
        >
          <ul className={`plain-list ${styles.values}`}>
            {facet.values.map((value) => (
              <li key={value.value}>
                <Tick
                  name={`f.${facet.code}`}
                  value={value.value}
                  isOn={value.selected}
                  isEmpty={value.count === 0 && !value.selected}
                  state={state}
                >
                  {value.hex && <span className={styles.swatch} style={{ background: value.hex }} aria-hidden />}
                  {value.label}
                  {facet.unit ? ` ${facet.unit}` : ''} <span className={styles.n}>{value.count}</span>
                </Tick>
              </li>
            ))}
          </ul>
        </Group>
      ))}
      {ranges.map((facet) => (
        <Group key={facet.code} title={facet.label} isOpen={facet.code in state.ranges}>
          <Bounds code={facet.code} label={facet.label} unit={facet.unit ?? ''} state={state} facet={facet} />
        </Group>
      ))}
      <div className={styles.foot}>
        <button type={isSheet ? 'button' : 'submit'} className="button" onClick={isSheet ? onClose : undefined}>
          {say('show', { n: found.total })}
        </button>
      </div>
      <noscript>
        <button type="submit" className="button">
          {say('apply')}
        </button>
      </noscript>
    </Form>
  );
}

function splitCategories(facets: readonly Facet[]): [Facet | undefined, ...Facet[]] {
  const categories = facets.find((facet) => facet.kind === 'category');
  return [categories, ...facets.filter((facet) => facet.kind !== 'category')];
}

function Group({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className={`opens ${styles.group}`}>
      <summary>{title}</summary>
      <fieldset>
        <legend className="visually-hidden">{title}</legend>
        {children}
      </fieldset>
    </details>
  );
}

/** The box shows what the address says, until the address says something else. */
function Tick({
  name,
  value,
  isOn,
  isEmpty = false,
  state,
  children,
}: {
  name: string;
  value: string;
  isOn: boolean;
  isEmpty?: boolean;
  state: ListState;
  children: ReactNode;
}) {
  return (
    <label className={styles.tick} data-empty={isEmpty || undefined}>
      <input key={`${isOn} ${writeListState(state)}`} type="checkbox" name={name} value={value} defaultChecked={isOn} />
      <span>{children}</span>
    </label>
  );
}

function Bounds({
  code,
  label,
  unit,
  state,
  facet,
}: {
  code: string;
  label: string;
  unit: string;
  state: ListState;
  facet?: Facet;
}) {
  const say = useWords(words);
  const range = state.ranges[code];
  return (
    <div className={styles.bounds}>
      {(['min', 'max'] as const).map((bound) => (
        <label key={bound}>
          <span className="visually-hidden">{say(bound === 'min' ? 'rangeFrom' : 'rangeTo', { what: label })}</span>
          <span aria-hidden>{say(bound === 'min' ? 'from' : 'to')}</span>
          <input
            key={`${range?.[bound]}`}
            type="number"
            name={`${bound}.${code}`}
            min={0}
            max={999_999}
            inputMode="numeric"
            defaultValue={range?.[bound]}
            placeholder={facet ? String(bound === 'min' ? facet.min : facet.max) : undefined}
            className="field"
          />
        </label>
      ))}
      <span>{unit}</span>
    </div>
  );
}

/** In the sheet Tab goes round and Esc leaves. */
function keepInside(event: KeyboardEvent, box: HTMLElement | null, onClose: () => void): void {
  if (event.key === 'Escape') onClose();
  if (event.key !== 'Tab' || !box) return;
  const stops = [...box.querySelectorAll<HTMLElement>('a[href],button,input,summary')].filter(
    (element) => element.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  if (event.shiftKey && (document.activeElement === first || document.activeElement?.tagName === 'H2')) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}

import { Link } from 'react-router';
import { useFrame } from '../layout/useFrame.ts';
import { useWords } from '../shared/language.ts';
import { choosePromoted, commonest } from './choosePromoted.ts';
import { toggleValue, withAvailableAt, withReduced, writeListState } from './filterState.ts';
import type { ListData } from './loadList.ts';
import styles from './PromotedFilters.module.css';
import { words } from './words.ts';

/** The few filters most lists are narrowed by, in front of the list, as links that are on or off. */
export function PromotedFilters({ data, reducedFixed }: { data: ListData; reducedFixed: boolean }) {
  const say = useWords(words);
  const frame = useFrame();
  const { state, found } = data;
  const store = frame?.stores.find(({ code }) => code === (state.availableAt ?? frame.chosenStore));
  const promoted = choosePromoted(found.facets);
  const swatches = found.facets.find((facet) => facet.code === 'colour');
  return (
    <ul className={`plain-list ${styles.row}`} aria-label={say('popular')}>
      {store && (
        <Toggle
          isOn={state.availableAt === store.code}
          to={`?${writeListState(withAvailableAt(state, state.availableAt ? undefined : store.code))}`}
        >
          {say('availableAt', { store: store.name })}
        </Toggle>
      )}
      {!reducedFixed && (
        <Toggle isOn={state.reduced} to={`?${writeListState(withReduced(state, !state.reduced))}`}>
          {say('onlyReduced')}
        </Toggle>
      )}
      {promoted && (
        <li className={styles.label} aria-hidden>
          {promoted.label}
        </li>
      )}
      {promoted?.values.map((value) => (
        <Toggle
          key={value.value}
          isOn={value.selected}
          isEmpty={value.count === 0 && !value.selected}
          name={`${promoted.label}: ${value.label}`}
          to={`?${writeListState(toggleValue(state, promoted.code, value.value))}`}
        >
          {value.label}
        </Toggle>
      ))}
      {swatches && (
        <li className={styles.label} aria-hidden>
          {swatches.label}
        </li>
      )}
      {(swatches ? commonest(swatches.values) : []).map((value) => (
        <li key={value.value}>
          <Link
            to={`?${writeListState(toggleValue(state, 'colour', value.value))}`}
            preventScrollReset
            aria-label={`${swatches?.label}: ${value.label}`}
            aria-current={value.selected ? 'true' : undefined}
            title={value.label}
            className={styles.swatch}
          >
            <span style={{ background: value.hex ?? undefined }} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Toggle({
  isOn,
  isEmpty = false,
  name,
  to,
  children,
}: {
  isOn: boolean;
  isEmpty?: boolean;
  /** Where what is seen needs the label before it. */
  name?: string;
  to: string;
  children: string;
}) {
  return (
    <li>
      <Link
        to={to}
        preventScrollReset
        aria-current={isOn ? 'true' : undefined}
        aria-label={name}
        data-empty={isEmpty || undefined}
        className={styles.toggle}
      >
        {children}
      </Link>
    </li>
  );
}

import { Link } from 'react-router';
import { useFrame } from '../layout/useFrame.ts';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { countFilters, removeFilter, withoutFilters, writeListState } from './filterState.ts';
import type { ListData } from './loadList.ts';
import styles from './NoFit.module.css';
import { words } from './noFitWords.ts';

/** An empty list names what emptied it, and leads on: without one filter, without all, to categories, to people. */
export function NoFit({ data }: { data: ListData }) {
  const language = useLanguage();
  const say = useWords(words);
  const frame = useFrame();
  const { state, found } = data;
  const nameOf = (code: string) => found.facets.find((facet) => facet.code === code)?.label ?? code;
  const ways = found.relaxations.filter((way) => way.total > 0 && way.filter !== 'category');
  const filtered = countFilters(state) > 0;
  return (
    <div className={styles.none}>
      {filtered && <h2>{say('noneTitle')}</h2>}
      {filtered && ways.length > 0 && (
        <>
          <p>{say('noneText')}</p>
          <ul>
            {ways.map((way) => (
              <li key={way.filter}>
                <Link to={`?${writeListState(removeFilter(state, way.filter))}`}>
                  {say('withoutOne', { what: nameOf(way.filter), n: way.total })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {filtered && (
        <p>
          <Link to={`?${writeListState(withoutFilters(state))}`} className="button quiet">
            {say('withoutAll')}
          </Link>
        </p>
      )}
      <p>
        {say('browse')}:{' '}
        {frame?.menu.map((entry, index) => (
          <span key={entry.code}>
            {index > 0 && ' · '}
            <Link to={addressOf.category(language, entry.slug)}>{entry.name}</Link>
          </span>
        ))}
      </p>
      <p>
        <Link to={addressOf.info(language, 'contact')}>{say('ask')}</Link>
      </p>
    </div>
  );
}

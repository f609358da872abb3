import { Form, useLocation, useNavigate } from 'react-router';
import { useWords } from '../shared/language.ts';
import { type ListState, type Sort, sorts, writeListState } from './filterState.ts';
import styles from './SortChoice.module.css';
import { words } from './words.ts';

/** The order of the list; a form with a button where scripts do not run. */
export function SortChoice({ state }: { state: ListState }) {
  const say = useWords(words);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const others = [...writeListState({ ...state, sort: 'relevance', cursor: undefined })];
  const choose = (sort: Sort) =>
    void navigate(`${pathname}?${writeListState({ ...state, sort, cursor: undefined })}`, {
      preventScrollReset: true,
    });
  return (
    <Form method="get" className={styles.sort}>
      {others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>{say('sort')}</span>
        <select
          name="sort"
          value={state.sort}
          onChange={(event) => choose(event.target.value as Sort)}
          className="field"
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {sort === 'relevance' && !state.query ? say('recommended') : say(sort)}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button type="submit" className="button quiet small">
          {say('apply')}
        </button>
      </noscript>
    </Form>
  );
}

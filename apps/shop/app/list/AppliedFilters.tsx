import { IconX } from '@throughline/ui/icons';
import { Link } from 'react-router';
import { useFrame } from '../layout/useFrame.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './AppliedFilters.module.css';
import { describeFilters } from './describeFilters.ts';
import { withoutFilters, writeListState } from './filterState.ts';
import type { ListData } from './loadList.ts';
import { words } from './words.ts';

/** What is chosen, each with a way out; the filters in their places stay as they are. */
export function AppliedFilters({ data, reducedFixed }: { data: ListData; reducedFixed: boolean }) {
  const language = useLanguage();
  const say = useWords(words);
  const frame = useFrame();
  const applied = describeFilters(data, say, { stores: frame?.stores ?? [], language, reducedFixed });
  if (applied.length === 0) return null;
  return (
    <ul className={`plain-list ${styles.row}`} aria-label={say('chosen')}>
      {applied.map(({ key, text, without }) => (
        <li key={key}>
          <Link
            to={`?${writeListState(without)}`}
            preventScrollReset
            aria-label={say('remove', { what: text })}
            className={styles.chip}
          >
            {text}
            <IconX size={14} stroke={1.75} aria-hidden />
          </Link>
        </li>
      ))}
      {applied.length > 1 && (
        <li>
          <Link to={`?${writeListState(withoutFilters(data.state))}`} preventScrollReset className={styles.all}>
            {say('removeAll')}
          </Link>
        </li>
      )}
    </ul>
  );
}

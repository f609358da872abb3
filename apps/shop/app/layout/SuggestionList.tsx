import { Link } from 'react-router';
import { useWords } from '../shared/language.ts';
import { words as pageNames } from './pageWords.ts';
import styles from './SearchBox.module.css';
import type { SuggestionGroup } from './suggestions.ts';
import { words } from './suggestionWords.ts';

/** Suggestions in labelled groups; the list around them and the keys are the search box's. */
export function SuggestionList({
  groups,
  activeId,
  idOf,
  onChoose,
}: {
  groups: readonly SuggestionGroup[];
  activeId: string | undefined;
  idOf: (id: string) => string;
  onChoose: () => void;
}) {
  const say = useWords(words);
  const namePage = useWords(pageNames);
  return groups.map((group) => (
    // biome-ignore lint/a11y/useSemanticElements: a group inside a listbox is no fieldset
    <div key={group.title} role="group" aria-label={say(group.title)}>
      <p aria-hidden className={styles.title}>
        {say(group.title)}
      </p>
      {group.items.map((item) => (
        <Link
          key={item.id}
          id={idOf(item.id)}
          to={item.href}
          role="option"
          tabIndex={-1}
          aria-selected={activeId === item.id}
          // Before the box loses its focus and the list with it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onChoose}
          className={styles.option}
        >
          {item.pictureUrl && <img src={item.pictureUrl} alt="" width={48} height={36} className="picture" />}
          {item.word ? namePage(item.word) : item.text}
        </Link>
      ))}
    </div>
  ));
}

import { useLanguage, useWords } from '../../shared/language.tsx';
import type { Macro } from '../queries.ts';
import classes from './thread.module.css';
import { threadWords } from './words.ts';

/** The macros that fit what is typed after the slash, with their words as they will stand. */
export function MacroList(props: {
  id: string;
  macros: readonly Macro[];
  typed: string;
  at: number;
  onTake: (macro: Macro) => void;
  preview: (macro: Macro) => string;
}) {
  const { id, macros, typed, at, onTake, preview } = props;
  const w = useWords(threadWords);
  const language = useLanguage();
  return (
    <div id={id} role="listbox" tabIndex={0} aria-label={w('macros')} className={classes.macros}>
      {macros.map((macro, index) => (
        <button
          key={macro.id}
          id={`${id}-${index}`}
          type="button"
          role="option"
          aria-selected={index === at}
          tabIndex={-1}
          // The field keeps the focus and with it the cursor.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(macro)}
        >
          <span className={classes.shortcut}>/{macro.shortcut}</span>
          <span>
            <b>{macro.title[language]}</b>
            <span>{preview(macro)}</span>
          </span>
        </button>
      ))}
      {macros.length === 0 && <p>{w('noMacro', { typed })}</p>}
    </div>
  );
}

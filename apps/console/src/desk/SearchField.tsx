import { IconSearch, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useWords } from '../shared/language.tsx';
import { leaveField } from '../shared/leaveField.ts';
import classes from './searchField.module.css';
import { deskWords } from './words.ts';

interface Props {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  onChange(text: string): void;
  placeholder: string;
  label?: string;
  /** Enter, or the arrow down where there is a list below. */
  onChoose(field: HTMLInputElement): void;
  hasListBelow?: boolean;
}

/** A field to search by; Escape empties and leaves it. */
export function SearchField({ field, text, onChange, placeholder, label, onChoose, hasListBelow }: Props) {
  const t = useWords(deskWords);
  return (
    <search className={classes.search}>
      <IconSearch size={16} stroke={1.6} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        value={text}
        placeholder={placeholder}
        aria-label={label ?? placeholder}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            onChange('');
            leaveField(event.currentTarget);
          } else if (event.key === 'Enter' || (hasListBelow && event.key === 'ArrowDown')) {
            event.preventDefault();
            onChoose(event.currentTarget);
          }
        }}
      />
      {text && (
        <button type="button" aria-label={t('clearSearch')} onClick={() => onChange('')}>
          <IconX size={16} stroke={1.6} aria-hidden="true" />
        </button>
      )}
    </search>
  );
}

import { type KeyboardEvent, useState } from 'react';

export interface RowActs {
  count: number;
  open(index: number): void;
  peek(index: number): void;
  select(index: number, range: boolean): void;
  close(): void;
  show(index: number): void;
}

/** ↑ ↓ J K move, Home and End jump, Enter opens, Space looks in, X selects (with Shift a range), Esc closes. */
export function useRowKeys(acts: RowActs, first: number) {
  const [active, setActive] = useState(first);
  const move = (to: number) => {
    const next = Math.max(0, Math.min(acts.count - 1, to));
    setActive(next);
    acts.show(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')) return;
    const act: (() => void) | undefined = {
      ArrowDown: () => move(active + 1),
      j: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      k: () => move(active - 1),
      Home: () => move(0),
      End: () => move(acts.count - 1),
      Enter: () => acts.open(active),
      ' ': () => acts.peek(active),
      x: () => acts.select(active, false),
      X: () => acts.select(active, true),
      Escape: () => acts.close(),
    }[event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key];
    if (!act) return;
    // A link or button in the row has an Enter and a Space of its own.
    if ((event.key === 'Enter' || event.key === ' ') && (event.target as HTMLElement).closest('a, button')) return;
    event.preventDefault();
    act();
  };
  return { active, setActive, onKeyDown };
}

import { useEffect } from 'react';
import { actsNow } from './acts.ts';
import { keyOf } from './keyOf.ts';
import { singleKeysOn } from './keySettings.ts';

const secondKeyWithinMs = 1_200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role=menu]') !== null);

/** Enter and Space belong to the button that has the focus. */
const isPressing = (target: EventTarget | null, key: string): boolean =>
  (key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.closest('a,button,summary') !== null;

/** Runs acts by their keys: outside of text fields, while no dialog is open, unless they are switched off. */
export function useKeys(): void {
  useEffect(() => {
    let first = '';
    let firstAt = 0;
    const press = (event: KeyboardEvent) => {
      const key = keyOf(event);
      // Held down, only going through a list makes sense.
      if (!key || event.defaultPrevented || (event.repeat && key !== 'j' && key !== 'k')) return;
      if (!singleKeysOn() || isTyping(event.target) || isPressing(event.target, key)) return;
      if (document.querySelector('[role=dialog]')) return;
      const pair = Date.now() - firstAt < secondKeyWithinMs ? `${first} ${key}` : '';
      const act = actsNow().find((one) => one.key === pair) ?? actsNow().find((one) => one.key === key);
      first = key;
      firstAt = Date.now();
      if (!act) return;
      first = '';
      event.preventDefault();
      act.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

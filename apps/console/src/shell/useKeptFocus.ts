import { useEffect } from 'react';

const reachable =
  'a[href], button:not(:disabled), input:not(:disabled):not([type=hidden]), textarea:not(:disabled), select:not(:disabled), summary, [tabindex="0"]';

/** Dialogs and menus give the focus back themselves; only what nobody took is mended. */
const patienceMs = 60;

interface Place {
  element: Element;
  /** What stood around it, to find the place when it is gone. */
  before: Element | null;
  after: Element | null;
}

/**
 * Keeps the focus on the page: when what has it goes (a button that did its work, a row that left the list), the focus goes
 * on where that stood, so that nobody who works by keyboard or hears the page has to begin at the top. A screen may say
 * where to (`data-focus-first`).
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let path: Place[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      path = [];
      for (
        let element = target as Element | null;
        element && element !== document.body;
        element = element.parentElement
      )
        path.push({ element, before: element.previousElementSibling, after: element.nextElementSibling });
    };
    const isLost = () => {
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body && activeElement.isConnected) return false;
      // Somebody clicked beside it, which is no loss.
      return path[0] !== undefined && !isReachable(path[0].element);
    };
    const look = () => {
      if (timer !== undefined || !isLost()) return;
      timer = setTimeout(() => {
        timer = undefined;
        if (isLost()) goOn(path);
      }, patienceMs);
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden', 'open'],
    });
    document.addEventListener('focusin', remember);
    return () => {
      watch.disconnect();
      clearTimeout(timer);
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

const isReachable = (element: Element): boolean =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility({ checkVisibilityCSS: true });

/** To the nearest part that is still there: what it names, else what stands where the lost was. */
function goOn(path: readonly Place[]): void {
  for (const [index, { element }] of path.entries()) {
    const lost = path[index - 1];
    if (!lost || !isReachable(element)) continue;
    const target = element.querySelector<HTMLElement>('[data-focus-first]') ?? inPlaceOf(lost, element);
    if (!target || !isReachable(target)) continue;
    target.focus();
    return;
  }
}

/** What can have the focus in a part, at the place or behind it; before it where nothing follows. */
function inPlaceOf({ before, after }: Place, part: Element): HTMLElement | undefined {
  const all = [...part.querySelectorAll<HTMLElement>(reachable)].filter(isReachable);
  const follows = (one: Element, other: Element) =>
    (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  if (before?.isConnected) return all.find((one) => follows(one, before) && !before.contains(one)) ?? all.at(-1);
  if (after?.isConnected) return all.find((one) => one === after || follows(one, after)) ?? all.at(-1);
  return all[0];
}

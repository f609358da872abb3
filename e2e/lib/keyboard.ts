import { expect, type Locator, type Page } from '@playwright/test';

/** What has the focus, as a person would name it. */
export interface Focused {
  /** `button`, `textbox` …, or the element's own name. */
  role: string;
  name: string;
  isBody: boolean;
  /** A ring, a shadow or a changed edge can be seen on it, or on the box drawn around it. */
  isMarked: boolean;
  where: string;
}

export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const byId = (ids: string | null) =>
      (ids ?? '')
        .split(/\s+/)
        .map((id) => (id && document.getElementById(id)?.textContent) || '')
        .join(' ');
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const name =
      byId(element.getAttribute('aria-labelledby')).trim() ||
      element.getAttribute('aria-label') ||
      labels.map((label) => label.textContent).join(' ') ||
      (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) ? '' : element.textContent) ||
      element.getAttribute('title') ||
      element.getAttribute('placeholder') ||
      '';
    const own = { A: 'link', BUTTON: 'button', TEXTAREA: 'textbox', SELECT: 'combobox', SUMMARY: 'summary' }[
      element.tagName
    ];
    const type = element instanceof HTMLInputElement ? element.type : '';
    const field = type && (/^(radio|checkbox)$/.test(type) ? type : type === 'search' ? 'searchbox' : 'textbox');
    const ringed = (one: Element) => {
      const style = getComputedStyle(one);
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
    };
    // A field's frame may be drawn by the box around it; a choice's by its label.
    const around = [element, element.parentElement, element.closest('label'), element.nextElementSibling].filter(
      (one): one is Element => one !== null,
    );
    const { boxShadow } = getComputedStyle(element);
    return {
      role: element.getAttribute('role') || field || own || element.tagName.toLowerCase(),
      name: name.replace(/\s+/g, ' ').trim().slice(0, 160),
      isBody: element === document.body || element === document.documentElement,
      isMarked: around.some(ringed) || (boxShadow !== 'none' && boxShadow !== ''),
      where: `${element.tagName.toLowerCase()}.${element.className} in ${element.parentElement?.tagName.toLowerCase()}.${element.parentElement?.className}`,
    };
  });

/** Presses keys one after another. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const mostStops = 120;

/** Goes on with Tab (or back) until what is named has the focus, and says how many stops that took. */
export async function tabTo(
  page: Page,
  name: RegExp,
  options: { role?: string; back?: boolean } = {},
): Promise<number> {
  const seen: string[] = [];
  for (let stops = 1; stops <= mostStops; stops += 1) {
    await page.keyboard.press(options.back ? 'Shift+Tab' : 'Tab');
    const now = await focused(page);
    if (name.test(now.name) && (options.role === undefined || options.role === now.role)) return stops;
    seen.push(`${now.role} ${now.name.slice(0, 30)}`);
  }
  throw new Error(`Tab does not lead to ${name}; it led to ${[...new Set(seen)].slice(0, 60).join(' | ')}`);
}

/** Goes to what is named and presses Enter on it. */
export async function tabAndEnter(
  page: Page,
  name: RegExp,
  options: { role?: string; back?: boolean } = {},
): Promise<void> {
  await tabTo(page, name, options);
  await page.keyboard.press('Enter');
}

/** The focus is on the page, not lost to its very beginning. */
export async function expectFocusKept(page: Page, after: string): Promise<void> {
  await expect
    .poll(async () => (await focused(page)).isBody, { message: `the focus is lost after ${after}` })
    .toBe(false);
}

/**
 * The page has come to life: until React has taken over what the server drew, Enter on a button sends its form as a page
 * without scripts does, and what comes is another page, of which only the beginning may be there.
 */
export async function expectAlive(drawn: Locator): Promise<void> {
  await expect
    .poll(() => drawn.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactFiber$'))))
    .toBe(true);
}

/** What has the focus is the one that is named. */
export async function expectFocusOn(page: Page, name: RegExp): Promise<void> {
  await expect.poll(async () => (await focused(page)).name).toMatch(name);
}

/** Every stop of Tab, from the beginning of the page until it comes round; those without a visible focus. */
export async function unmarkedStops(page: Page): Promise<{ stops: number; unmarked: string[] }> {
  const unmarked = new Set<string>();
  const first = await page.evaluateHandle(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    return { seen: new Set<Element | null>() };
  });
  let stops = 0;
  for (; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab');
    const isRound = await first.evaluate(({ seen }) => {
      const { activeElement } = document;
      const known = seen.has(activeElement) || activeElement === document.body;
      seen.add(activeElement);
      return known;
    });
    if (isRound) break;
    const now = await focused(page);
    if (!now.isMarked) unmarked.add(`${now.role} “${now.name}” (${now.where})`);
  }
  return { stops, unmarked: [...unmarked] };
}

/** A scanner that says it is a keyboard: all keys at once, and Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  // One call: between two, a busy machine may pause longer than any scanner.
  await page.evaluate((text) => {
    for (const key of [...text, 'Enter']) {
      const at = document.activeElement ?? document.body;
      const code =
        key === 'Enter' ? 'Enter' : /\d/.test(key) ? `Digit${key}` : key === '-' ? 'Minus' : `Key${key.toUpperCase()}`;
      at.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, composed: true }));
    }
  }, code);
}

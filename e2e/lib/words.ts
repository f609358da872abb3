import type { Page } from '@playwright/test';

/** Every text that is shown or read out, once; what people wrote (conversations, rows of the inbox) is left out. */
export const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const add = (text: string | null) => {
      const tidy = (text ?? '').replace(/\s+/g, ' ').trim();
      if (tidy) found.add(tidy);
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('[role="log"], li[aria-posinset], style, script, noscript, [lang]:not(html), address'))
        continue;
      if (!element.checkVisibility({ checkVisibilityCSS: true })) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) add(element.getAttribute(name));
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) add(node.textContent);
    }
    return [...found];
  });

/** Names, brands, streets and codes: every word of them begins with a capital or is a sign, a number, or a little word. */
const littleWords = /^(ul|al|pl|os|sp|z|o|and|i|и|of|na|w|do|ze|the)$/u;
const isName = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}.&@_-]+/gu) ?? []).every(
    (word) => /^[\p{Lu}\p{N}@]/u.test(word) || /\d|@|\./.test(word) || littleWords.test(word),
  );

/**
 * Sentences that are the same in another language: at least two words, of which one is no name. What is in `known` (goods
 * whose texts the retailer wrote once, people's words) is left out.
 */
export function sameSentences(english: readonly string[], other: readonly string[], known: RegExp = /$^/): string[] {
  const theirs = new Set(other);
  return english.filter((text) => {
    const words = text.match(/\p{L}{2,}/gu) ?? [];
    return words.length >= 2 && theirs.has(text) && !text.includes('•') && !isName(text) && !known.test(text);
  });
}

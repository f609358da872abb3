import type { Answer } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { addressOf } from '../shared/addresses.ts';
import { type PageWord, pageOfIntent } from './intents.ts';

export type Suggested = Answer<'/api/shop/suggest', 'get'>;

export interface Suggestion {
  id: string;
  text: string;
  /** Names a page by a word of the frame instead of a text of its own. */
  word?: PageWord;
  href: string;
  pictureUrl?: string | null;
}

export interface SuggestionGroup {
  title: 'suggestedPages' | 'suggestedQueries' | 'suggestedCategories' | 'suggestedProducts';
  items: Suggestion[];
}

/** What the API suggests as labelled groups of links, in the order they are shown; empty groups are left out. Pure. */
export function groupSuggestions(suggested: Suggested, language: Language): SuggestionGroup[] {
  const page = suggested.intent ? pageOfIntent(suggested.intent.intent, language) : undefined;
  const groups: SuggestionGroup[] = [
    {
      title: 'suggestedPages',
      items: page ? [{ id: 'page', text: '', word: page.word, href: page.href }] : [],
    },
    {
      title: 'suggestedQueries',
      items: suggested.queries.map((query, index) => ({
        id: `query-${index}`,
        text: query,
        href: addressOf.search(language, query),
      })),
    },
    {
      title: 'suggestedCategories',
      items: suggested.categories.map((category, index) => ({
        id: `category-${index}`,
        text: category.name[language],
        href: addressOf.category(language, category.slug[language]),
      })),
    },
    {
      title: 'suggestedProducts',
      items: suggested.products.map((product, index) => ({
        id: `product-${index}`,
        text: product.title[language],
        href: addressOf.product(language, product.slug[language]),
        pictureUrl: product.pictureUrl,
      })),
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}

/** The next choice of the keyboard: down and up go round, over "none" (-1). */
export function stepThrough(current: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  const next = current + (key === 'ArrowDown' ? 1 : -1);
  if (next >= count) return -1;
  return next < -1 ? count - 1 : next;
}

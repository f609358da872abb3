import type { Language } from '@throughline/ui/words';
import { addressOf } from '../shared/addresses.ts';

/** Of the frame's words, those that name a page. */
export type PageWord = 'returns' | 'delivery' | 'stores' | 'contact' | 'terms' | 'account' | 'guarantee';

/** Where a question that is no product is answered, and what that page is called. */
const pages: Record<string, { word: PageWord; to: (language: Language) => string }> = {
  returns: { word: 'returns', to: (language) => addressOf.info(language, 'returns') },
  delivery: { word: 'delivery', to: (language) => addressOf.info(language, 'delivery') },
  opening_hours: { word: 'stores', to: addressOf.stores },
  stores: { word: 'stores', to: addressOf.stores },
  contact: { word: 'contact', to: (language) => addressOf.info(language, 'contact') },
  payment: { word: 'terms', to: (language) => addressOf.info(language, 'terms') },
  order_status: { word: 'account', to: addressOf.account },
  warranty: { word: 'guarantee', to: (language) => addressOf.info(language, 'guarantee') },
};

export function pageOfIntent(intent: string, language: Language): { word: PageWord; href: string } | undefined {
  const page = pages[intent];
  return page && { word: page.word, href: page.to(language) };
}

import { isLanguage, type Language } from '@throughline/ui/words';
import { cookieOf } from './chosenStore.ts';

/** The language chosen before, else the first the browser asks for that the shop speaks. */
export function visitorLanguage(request: Request): Language {
  const chosen = cookieOf(request, 'tl_language');
  if (isLanguage(chosen)) return chosen;
  const asked = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find(isLanguage) ?? 'pl';
}

/** An answer that depends on who asks must not be kept for others. */
export const variesByVisitor = { vary: 'cookie, accept-language', 'cache-control': 'private, no-cache' };

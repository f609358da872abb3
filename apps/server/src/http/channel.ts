import type { Actor, Channel, Language } from '../kernel/context.ts';
import { languages } from '../kernel/context.ts';

/** The channel an act comes through when the act itself does not say: where this kind of actor works. */
export function channelOf(actor: Actor, headers: Record<string, string | undefined>): Channel {
  if (actor.kind === 'staff')
    return actor.role === 'associate' || actor.role === 'manager' ? 'store' : 'contact_centre';
  if (actor.kind === 'machine') return 'marketplace';
  return headers['x-throughline-client'] === 'mobile_app' ? 'mobile_app' : 'web';
}

/** The first language of Accept-Language that the shop speaks; Polish, the retailer's, when there is none. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=');
      return { tag: tag.slice(0, 2).toLowerCase(), weight: q === undefined ? 1 : Number(q) };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const language = languages.find((known) => known === tag);
    if (language) return language;
  }
  return 'pl';
}

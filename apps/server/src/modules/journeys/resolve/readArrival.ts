import type { Arrival } from '../channels/channelRules.ts';
import { isObject } from '../ingest/readBody.ts';
import { clickIdNames } from './classifyVisit.ts';
import { hostOf, safeText } from './safeText.ts';

const part = (of: Record<string, unknown>, name: string): Record<string, unknown> => {
  const value = of[name];
  return isObject(value) ? value : {};
};

export const contextOf = (event: Record<string, unknown>) => part(event, 'context');
export const propertiesOf = (event: Record<string, unknown>) => part(event, 'properties');
export const pageOf = (event: Record<string, unknown>) => part(contextOf(event), 'page');
export const traitsOf = (event: Record<string, unknown>): Record<string, unknown> => ({
  ...part(contextOf(event), 'traits'),
  ...part(event, 'traits'),
});

/** How the visitor came, from `context.campaign` and from the address and referrer of `context.page`. */
export function readArrival(event: Record<string, unknown>): Arrival {
  const page = pageOf(event);
  const campaign = part(contextOf(event), 'campaign');
  const query = new URLSearchParams(searchOf(page));
  const utm = (name: string, inQuery: string) => safeText(campaign[name] ?? query.get(inQuery) ?? '', 80);
  const referrer = hostOf(page.referrer);
  const given = contextOf(event).clickIds;
  const named = Array.isArray(given) ? given : [];
  return {
    utm: {
      source: utm('source', 'utm_source'),
      medium: utm('medium', 'utm_medium'),
      name: utm('name', 'utm_campaign'),
    },
    clickIds: clickIdNames.filter((name) => query.get(name) || named.includes(name)),
    referrer: referrer === hostOf(page.url) ? '' : referrer,
  };
}

function searchOf(page: Record<string, unknown>): string {
  if (typeof page.search === 'string' && page.search !== '') return page.search;
  const [, query = ''] = typeof page.url === 'string' ? page.url.split('?', 2) : [];
  return query.split('#')[0] ?? '';
}

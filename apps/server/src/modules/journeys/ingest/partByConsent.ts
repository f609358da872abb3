import type { Source } from '../sources/source.ts';
import { isObject } from './readBody.ts';

/**
 * Parts what may be kept from what may not. An event says in `context.consent` (Segment's form) whether its person agreed
 * to be measured; a batch may say it for all. A no holds from any source; where a source requires consent, silence is a
 * no as well.
 */
export function partByConsent(
  source: Pick<Source, 'requiresConsent'>,
  events: readonly unknown[],
  batch: Record<string, unknown>,
): { given: unknown[]; refused: number } {
  const ofAll = saidIn(batch);
  const given = events.filter((event) => {
    const said = (isObject(event) ? saidIn(event) : undefined) ?? ofAll;
    return said ?? !source.requiresConsent;
  });
  return { given, refused: events.length - given.length };
}

function saidIn(event: Record<string, unknown>): boolean | undefined {
  const consent = isObject(event.context) ? event.context.consent : undefined;
  if (!isObject(consent)) return undefined;
  const preferences = isObject(consent.categoryPreferences) ? consent.categoryPreferences : consent;
  return typeof preferences.analytics === 'boolean' ? preferences.analytics : undefined;
}

import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { listLocations } from '../../locations/index.ts';
import { getRetailer } from '../../settings/index.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { contextOf, propertiesOf } from './readArrival.ts';
import { safeId } from './safeText.ts';

/** Ids of our locations by their codes. */
export type Places = ReadonlyMap<string, string>;

/** What an event says of where it happened: the code of a store, as tills know it, or undefined. */
export function storeCodeOf(event: Record<string, unknown>): string | undefined {
  const [context, properties] = [contextOf(event), propertiesOf(event)];
  for (const said of [
    properties.store,
    properties.store_id,
    context.store_id,
    context.location,
    properties.location_id,
  ]) {
    const code = safeId(said).toUpperCase();
    if (code !== '' && !isUuid(code)) return code;
  }
  return undefined;
}

/** Where an event happened: the id it gives, or the location whose code it gives. */
export function placeOf(event: Record<string, unknown>, places: Places): string | undefined {
  const { location_id: id } = propertiesOf(event);
  if (typeof id === 'string' && isUuid(id)) return id.toLowerCase();
  const code = storeCodeOf(event);
  return code === undefined ? undefined : places.get(code);
}

/** Our locations by code, where any of these events names one. At most one statement. */
export async function readPlaces(tx: Ctx, items: readonly InboxEvent[]): Promise<Places> {
  if (!items.some(({ event }) => storeCodeOf(event) !== undefined)) return new Map();
  return new Map((await listLocations(tx)).map(({ code, id }) => [code.toUpperCase(), id]));
}

/** Counts the codes of trusted events that are no location of ours, for the Office to say so. At most two statements. */
export async function countUnknownStores(tx: Ctx, items: readonly InboxEvent[], places: Places): Promise<void> {
  const counts = new Map<string, { sourceId: string; code: string; n: number }>();
  for (const { event, sourceId, trusted } of items) {
    const code = storeCodeOf(event);
    if (!trusted || code === undefined || placeOf(event, places) !== undefined) continue;
    const key = `${sourceId} ${code}`;
    counts.set(key, { sourceId, code, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  if (counts.size === 0) return;
  const lines = [...counts.values()];
  const { zone } = await getRetailer(tx);
  await sql`
    insert into journeys.unknown_store (day, source_id, code, n)
    select (${tx.clock.now()}::timestamptz at time zone ${zone})::date, source_id, code, n
    from unnest(${lines.map((line) => line.sourceId)}::uuid[], ${lines.map((line) => line.code)}::text[],
      ${lines.map((line) => line.n)}::bigint[]) as c(source_id, code, n)
    order by 2, 3
    on conflict (day, source_id, code) do update set n = journeys.unknown_store.n + excluded.n`.execute(tx.db);
}

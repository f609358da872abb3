import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { getRetailer } from './getRetailer.ts';
import { raiseRevision, recordChange } from './recordChange.ts';
import { tables } from './tables.ts';
import { isTimeZone } from './timeZone.ts';
import type { LegalFacts, Retailer } from './types.ts';

/** What is given replaces what was; the rest stays. */
export interface RetailerChange extends Partial<Omit<Retailer, 'version' | 'legal'>> {
  legal?: Partial<LegalFacts>;
  /** The version the editor saw. */
  version?: number;
}

/** @throws AppError invalid_request (unknown zone), version_conflict */
export async function updateRetailer(ctx: Ctx, change: RetailerChange): Promise<Retailer> {
  if (change.zone !== undefined && !isTimeZone(change.zone)) {
    throw new AppError('invalid_request', { detail: `${change.zone} is not an IANA time zone such as Europe/Warsaw.` });
  }
  return once(ctx, 'settings.update_retailer', async (tx) => {
    const version = await raiseRevision(tx, 'retailer', change.version);
    const before = await getRetailer(tx);
    const after: Retailer = { ...before, ...change, legal: { ...before.legal, ...change.legal }, version };
    const row = {
      name: after.name,
      zone: after.zone,
      default_market: after.defaultMarket,
      default_language: after.defaultLanguage,
      legal: JSON.stringify(after.legal),
    };
    await tables(tx)
      .insertInto('settings.retailer')
      .values(row)
      .onConflict((conflict) => conflict.column('only_one').doUpdateSet(row))
      .execute();
    await recordChange(tx, { part: 'retailer', version, event: 'settings.retailer.changed', before, after });
    return after;
  });
}

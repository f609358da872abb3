import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { getMarket } from '../settings/index.ts';
import { checkPrice } from './checkPrice.ts';
import { lockPrices, raiseVersions, readCurrent } from './lockPrices.ts';
import { setTaxClasses } from './taxes.ts';

export interface PriceImport {
  variantId: string;
  market: string;
  gross: Money;
  /** From when on; the price of the next row (by time) ends it. Not in the future. */
  validFrom: Date | string;
  taxClass?: string;
  reason?: string;
}

/** Variants of one transaction: none lasts over a second. */
const chunk = 1_000;

/**
 * Takes over price histories from elsewhere, backdated rows and all, in a few statements a thousand variants. A variant
 * that has a price in the market already keeps its own history and is skipped, so that running an import again changes
 * nothing.
 *
 * @throws AppError invalid_request (two rows at one instant, a row in the future), invalid_amount, mixed_currencies
 */
export async function importPrices(
  ctx: Ctx,
  rows: readonly PriceImport[],
): Promise<{ imported: number; skipped: number }> {
  const byMarket = groupBy(rows, (row) => row.market);
  const total = { imported: 0, skipped: 0 };
  for (const [market, ofMarket] of byMarket) {
    const { currency } = await getMarket(ctx, market);
    for (const row of ofMarket) checkPrice(row.gross, currency);
    const histories = [...groupBy(ofMarket, (row) => row.variantId)].map(([variantId, history]) => ({
      variantId,
      history: inOrder(history, ctx.clock.now()),
    }));
    for (let at = 0; at < histories.length; at += chunk) {
      const done = await importChunk(ctx, market, currency, histories.slice(at, at + chunk));
      total.imported += done.imported;
      total.skipped += done.skipped;
    }
  }
  return total;
}

interface History {
  variantId: string;
  history: (PriceImport & { at: Date })[];
}

async function importChunk(
  ctx: Ctx,
  market: string,
  currency: string,
  all: History[],
): Promise<{ imported: number; skipped: number }> {
  return inTransaction(ctx, async (tx) => {
    const ids = all.map(({ variantId }) => variantId);
    const versions = await lockPrices(tx, market, ids);
    const current = await readCurrent(tx, market, ids);
    const fresh = all.filter(({ variantId }) => !current.has(variantId));
    if (fresh.length === 0) return { imported: 0, skipped: all.length };
    const rows = fresh.flatMap(({ variantId, history }) =>
      history.map((row, index) => ({
        id: tx.newId(),
        variant_id: variantId,
        gross: row.gross.amount,
        valid_from: row.at,
        valid_to: history[index + 1]?.at ?? null,
        previous_to: index > 0 ? row.at : null,
        reason: row.reason ?? 'import',
      })),
    );
    await sql`
      insert into pricing.price (id, variant_id, market, gross, currency, valid_from, valid_to, previous_to, reason, actor)
      select id, variant_id, ${market}, gross, ${currency}, valid_from, valid_to, previous_to, reason, ${actorKey(tx.actor)}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, variant_id uuid, gross bigint,
        valid_from timestamptz, valid_to timestamptz, previous_to timestamptz, reason text)`.execute(tx.db);
    await setTaxClasses(
      tx,
      fresh.flatMap(({ variantId, history }) => {
        const taxClass = history.at(-1)?.taxClass;
        return taxClass === undefined ? [] : [{ variantId, taxClass }];
      }),
    );
    await raiseVersions(
      tx,
      market,
      fresh.map(({ variantId }) => variantId),
    );
    await emit(
      tx,
      ...fresh.map(({ variantId, history }) => ({
        type: 'pricing.price.changed' as const,
        aggregate: 'price',
        aggregateId: `${variantId}:${market}`,
        aggregateVersion: (versions.get(variantId) ?? 0) + 1,
        data: { variantId, market, from: null, to: history.at(-1)?.gross ?? null },
      })),
    );
    return { imported: fresh.length, skipped: all.length - fresh.length };
  });
}

function inOrder(history: readonly PriceImport[], now: Date): (PriceImport & { at: Date })[] {
  const rows = history
    .map((row) => ({ ...row, at: new Date(row.validFrom) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const [index, row] of rows.entries()) {
    if (Number.isNaN(row.at.getTime()) || row.at > now) {
      throw new AppError('invalid_request', {
        detail: `Variant ${row.variantId}: an imported price begins in the past.`,
      });
    }
    if (rows[index - 1]?.at.getTime() === row.at.getTime()) {
      throw new AppError('invalid_request', {
        detail: `Variant ${row.variantId}: two prices begin at ${row.at.toISOString()}.`,
      });
    }
  }
  return rows;
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import type { JobDefinition } from '../../../kernel/jobs.ts';
import { emit } from '../../../kernel/outbox.ts';
import { shareDictionary } from '../lockDictionary.ts';
import { reindexProducts } from './reindexProducts.ts';

export const productsAStep = 100;
const reindexJob = 'catalogue.reindex';

/**
 * Indexes anew the products a change of names concerns: at once where they are few, else by a job in steps, because
 * no transaction lasts over a second. `products` is a query of their ids. The caller holds the dictionary alone, so no
 * product is being saved meanwhile.
 */
export async function reindexAfter(tx: Ctx, products: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from catalogue.product where id in (${products}) order by code`.execute(tx.db);
  const ids = rows.map((row) => row.id);
  await reindexProducts(tx, ids.slice(0, productsAStep));
  for (let from = productsAStep; from < ids.length; from += productsAStep) {
    await tx.jobs.enqueue(tx, reindexJob, { productIds: ids.slice(from, from + productsAStep) });
  }
}

export const reindex: JobDefinition<{ productIds: string[] }> = {
  name: reindexJob,
  handle: (ctx, { productIds }) => reindexStep(ctx, productIds),
};

/** One step of a larger indexing, in a transaction of its own. */
export async function reindexStep(ctx: Ctx, productIds: readonly string[]): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await shareDictionary(tx);
    await sql`select 1 from catalogue.product where id = any(${productIds}::uuid[]) order by code for update`.execute(
      tx.db,
    );
    await reindexProducts(tx, productIds);
    // What is found changed, though no product did.
    await emit(tx, {
      type: 'catalogue.search.indexed',
      aggregate: 'search_indexing',
      aggregateId: tx.newId(),
      aggregateVersion: 1,
      data: { products: productIds.length },
    });
  });
}

import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { JobDefinition } from '../../../kernel/jobs.ts';
import { ANALYSIS_VERSION } from '../text/index.ts';
import { productsAStep, reindexStep } from './reindexAfter.ts';

/** Makes the whole search index anew from products and names, in steps; searches go on meanwhile. */
export async function rebuildSearch(ctx: Ctx): Promise<{ products: number }> {
  const { rows } = await sql<{ id: string }>`select id from catalogue.product order by code`.execute(ctx.db);
  const ids = rows.map((row) => row.id);
  for (let from = 0; from < ids.length; from += productsAStep) {
    await reindexStep(ctx, ids.slice(from, from + productsAStep));
  }
  await sql`delete from catalogue.search_word w where not exists
    (select 1 from catalogue.search_word_use u where u.word = w.word and u.language = w.language)`.execute(ctx.db);
  await sql`insert into catalogue.search_analysis (version) values (${ANALYSIS_VERSION})
    on conflict (only_one) do update set version = excluded.version`.execute(ctx.db);
  return { products: ids.length };
}

/**
 * A new version of the server may read texts otherwise (a new synonym, a better stemmer): what was indexed before is
 * then indexed again. Beside an older server the two take turns until that one is gone; either index is whole.
 */
export const followAnalysis: JobDefinition = {
  name: 'catalogue.follow-analysis',
  cron: '*/5 * * * *',
  async handle(ctx) {
    const { rows } = await sql<{ version: string }>`select version from catalogue.search_analysis`.execute(ctx.db);
    if (rows[0]?.version === ANALYSIS_VERSION) return;
    const { products } = await rebuildSearch(ctx);
    ctx.log.info({ products, analysis: ANALYSIS_VERSION }, 'search index rebuilt');
  },
};

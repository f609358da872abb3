import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Category } from './types.ts';

export interface CategoryWithCount extends Category {
  /** Products on sale in it and below it. */
  productCount: number;
}

/** The category tree as a list, parents before children, each level in its order; archived branches only if asked. */
export async function listCategories(
  ctx: Pick<Ctx, 'db'>,
  options: { withArchived?: boolean } = {},
): Promise<CategoryWithCount[]> {
  const { rows } = await sql<CategoryWithCount>`
    select c.id, c.code, c.parent_id as "parentId", c.name, c.slug, c.position, c.archived_at is not null as archived, c.version,
      coalesce(d.products, 0)::int as "productCount"
    from catalogue.category c
    left join (
      select category_id, count(*) as products from (select distinct category_id, product_id from catalogue.search_document) p group by 1
    ) d on d.category_id = c.id
    order by c.position, c.code`.execute(ctx.db);
  const children = new Map<string | null, CategoryWithCount[]>();
  for (const row of rows) children.set(row.parentId, [...(children.get(row.parentId) ?? []), row]);
  const ordered: CategoryWithCount[] = [];
  // A product has one category, so counts of branches are sums.
  const visit = (parentId: string | null): number => {
    let total = 0;
    for (const row of children.get(parentId) ?? []) {
      if (row.archived && !options.withArchived) continue;
      ordered.push(row);
      row.productCount += visit(row.id);
      total += row.productCount;
    }
    return total;
  };
  visit(null);
  return ordered;
}

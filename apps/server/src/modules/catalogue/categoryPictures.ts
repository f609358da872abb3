import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { pictureUrl } from './checkPicture.ts';
import type { PictureContentType } from './types.ts';

/** For each category at the top the first picture of the first product in it or below it. One statement. */
export async function categoryPictures(ctx: Pick<Ctx, 'db'>): Promise<{ categoryId: string; pictureUrl: string }[]> {
  const { rows } = await sql<{ root: string; id: string; content_type: PictureContentType }>`
    with recursive branch as (
      select c.id as root, c.id from catalogue.category c where c.parent_id is null and c.archived_at is null
      union all
      select b.root, c.id from branch b join catalogue.category c on c.parent_id = b.id and c.archived_at is null
    )
    select distinct on (b.root) b.root, m.id, m.content_type
    from branch b
    join catalogue.product p on p.category_id = b.id and p.archived_at is null
    join catalogue.media m on m.product_id = p.id and m.archived_at is null and m.kind = 'picture'
    order by b.root, p.position, p.code, m.position, m.id`.execute(ctx.db);
  return rows.map((row) => ({ categoryId: row.root, pictureUrl: pictureUrl(row.id, row.content_type) }));
}

import { sql } from 'kysely';
import { type Ctx, languages } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';

export interface SlugOwner {
  id: string;
  code: string;
  slug: LocalizedText;
}

/**
 * Makes these the current addresses of their owners; earlier ones keep leading there until someone else needs them.
 *
 * @throws AppError already_exists when another product (or category) has one of them now
 */
export async function saveSlugs(tx: Ctx, kind: 'product' | 'category', owners: readonly SlugOwner[]): Promise<void> {
  const rows = owners.flatMap((owner) =>
    languages.map((language) => ({ language, slug: owner.slug[language], target_id: owner.id })),
  );
  rows.sort((a, b) => (a.slug === b.slug ? (a.language < b.language ? -1 : 1) : a.slug < b.slug ? -1 : 1));
  const twice = rows.find(
    (row, index) => rows[index - 1]?.slug === row.slug && rows[index - 1]?.language === row.language,
  );
  if (twice) throw taken(kind, twice.slug);
  const wanted = JSON.stringify(rows);
  await sql`
    update catalogue.slug s set is_current = false
    from jsonb_to_recordset(${wanted}::jsonb) as w(language text, slug text, target_id uuid)
    where s.target_id = w.target_id and s.language = w.language and s.is_current and s.slug <> w.slug`.execute(tx.db);
  const { rows: saved } = await sql<{ slug: string; language: string }>`
    insert into catalogue.slug (kind, language, slug, target_id, is_current)
    select ${kind}, w.language, w.slug, w.target_id, true
    from jsonb_to_recordset(${wanted}::jsonb) as w(language text, slug text, target_id uuid)
    order by w.slug, w.language
    on conflict (kind, slug, language) do update set target_id = excluded.target_id, is_current = true
      where slug.target_id = excluded.target_id or not slug.is_current
    returning slug, language`.execute(tx.db);
  if (saved.length === rows.length) return;
  const done = new Set(saved.map((row) => `${row.language}/${row.slug}`));
  throw taken(kind, rows.find((row) => !done.has(`${row.language}/${row.slug}`))?.slug ?? '');
}

function taken(kind: string, slug: string): AppError {
  return new AppError('already_exists', {
    detail: `Another ${kind} already has the address "${slug}". Nothing was saved; choose another slug.`,
  });
}

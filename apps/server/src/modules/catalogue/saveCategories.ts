import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { Refusal, refuse } from '../../kernel/result.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { faultsOfNamed, throwFaults } from './checkProduct.ts';
import { takeDictionary } from './lockDictionary.ts';
import { makeSlugs } from './makeSlug.ts';
import { saveSlugs } from './saveSlugs.ts';
import { reindexAfter } from './search/reindexAfter.ts';
import type { Category, CategoryInput } from './types.ts';

interface KnownCategory {
  id: string;
  code: string;
  parent_id: string | null;
  name: LocalizedText;
  slug: LocalizedText;
  position: number;
  archived_at: Date | null;
  version: number;
}

/**
 * Creates or replaces one category by its code. With `version` it refuses when someone saved in between; `version: 0`
 * asks for a new one.
 *
 * @throws AppError invalid_request for an unknown parent or one that lies below the category itself
 */
export async function saveCategory(ctx: Ctx, input: CategoryInput): Promise<Category | Refusal<'version_conflict'>> {
  const saved = await saveCategories(ctx, [input]);
  if (saved instanceof Refusal) return saved;
  const [category] = saved;
  if (!category) throw new Error('one category in, one category out');
  return category;
}

/** The same for a whole tree; a parent may be among the inputs, in any order. */
export async function saveCategories(
  ctx: Ctx,
  inputs: readonly CategoryInput[],
): Promise<Category[] | Refusal<'version_conflict'>> {
  for (const input of inputs)
    throwFaults(`Category ${input.code.slice(0, 100)}`, faultsOfNamed(input, { name: input.name }));
  return once(ctx, 'catalogue.save_categories', async (tx) => {
    // Alone: two moves at once could hang two branches onto each other.
    await takeDictionary(tx);
    const { rows: all } = await sql<KnownCategory>`
      select id, code, parent_id, name, slug, position, archived_at, version from catalogue.category`.execute(tx.db);
    const known = new Map(all.map((row) => [row.code, row]));
    const stale = inputs.find(
      (input) => input.version !== undefined && input.version !== (known.get(input.code)?.version ?? 0),
    );
    if (stale) {
      return refuse('version_conflict', {
        detail: `Category ${stale.code} was saved by someone else meanwhile. Nothing was changed; read it again and repeat your change.`,
        version: known.get(stale.code)?.version ?? 0,
      });
    }
    const rows = plan(tx, inputs, known);
    checkTree(all, rows);
    await sql`
      insert into catalogue.category (id, code, parent_id, name, slug, position, archived_at, version, created_at, updated_at)
      select id, code, parent_id, name, slug, position, archived_at, version, ${tx.clock.now()}, ${tx.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, code text, parent_id uuid, name jsonb, slug jsonb, position int,
        archived_at timestamptz, version bigint)
      on conflict (id) do update set parent_id = excluded.parent_id, name = excluded.name, slug = excluded.slug, position = excluded.position,
        archived_at = excluded.archived_at, version = excluded.version, updated_at = excluded.updated_at`.execute(
      tx.db,
    );
    await saveSlugs(tx, 'category', rows);
    const renamed = rows.filter((row) => {
      const before = known.get(row.code);
      return (
        before &&
        (before.parent_id !== row.parent_id || JSON.stringify(sorted(before.name)) !== JSON.stringify(sorted(row.name)))
      );
    });
    if (renamed.length > 0) {
      await reindexAfter(
        tx,
        sql`with recursive below as (
            select id from catalogue.category where id = any(${renamed.map((row) => row.id)}::uuid[])
            union select c.id from below b join catalogue.category c on c.parent_id = b.id
          ) select p.id from catalogue.product p join below on below.id = p.category_id`,
      );
    }
    await emit(
      tx,
      ...rows.map((row) => ({
        type: 'catalogue.category.saved' as const,
        aggregate: 'category',
        aggregateId: row.id,
        aggregateVersion: row.version,
        data: { categoryId: row.id, archived: row.archived_at !== null },
      })),
    );
    await audit(tx, {
      act: 'catalogue.save_categories',
      target: 'catalogue',
      targetId: tx.requestId,
      after: { codes: rows.map((row) => row.code) },
    });
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      parentId: row.parent_id,
      name: row.name,
      slug: row.slug,
      position: row.position,
      archived: row.archived_at !== null,
      version: row.version,
    }));
  });
}

const sorted = ({ en, pl, ru }: LocalizedText) => [en, pl, ru];

interface PlannedCategory {
  id: string;
  code: string;
  parent_id: string | null;
  name: LocalizedText;
  slug: LocalizedText;
  position: number;
  archived_at: Date | null;
  version: number;
}

function plan(tx: Ctx, inputs: readonly CategoryInput[], known: ReadonlyMap<string, KnownCategory>): PlannedCategory[] {
  const ids = new Map<string, string>();
  for (const input of inputs) {
    if (ids.has(input.code))
      throw new AppError('invalid_request', { detail: `Category ${input.code} is there twice. Nothing was saved.` });
    ids.set(input.code, known.get(input.code)?.id ?? tx.newId());
  }
  return inputs.map((input, index) => {
    const before = known.get(input.code);
    const parentCode = input.parentCode ?? null;
    const parentId = parentCode === null ? null : (ids.get(parentCode) ?? known.get(parentCode)?.id);
    if (parentId === undefined) {
      throw new AppError('invalid_request', {
        detail: `Category ${input.code} was not saved: its parent ${parentCode} does not exist.`,
      });
    }
    const kept = before?.archived_at ?? null;
    return {
      id: ids.get(input.code) ?? tx.newId(),
      code: input.code,
      parent_id: parentId,
      name: input.name,
      slug: input.slug ?? before?.slug ?? makeSlugs(input.name, input.code),
      position: input.position ?? before?.position ?? (inputs.length > 1 ? index : 1000),
      archived_at: input.archived === undefined ? kept : input.archived ? (kept ?? tx.clock.now()) : null,
      version: (before?.version ?? 0) + 1,
    };
  });
}

function checkTree(before: readonly KnownCategory[], rows: readonly PlannedCategory[]): void {
  const parents = new Map<string, string | null>(before.map((row) => [row.id, row.parent_id]));
  for (const row of rows) parents.set(row.id, row.parent_id);
  for (const row of rows) {
    const seen = new Set<string>();
    for (let at: string | null = row.id; at !== null; at = parents.get(at) ?? null) {
      if (seen.has(at))
        throw new AppError('invalid_request', {
          detail: `Category ${row.code} would lie below itself. Nothing was saved.`,
        });
      seen.add(at);
    }
  }
}

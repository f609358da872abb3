import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Shelf } from '../../../kernel/memory.ts';
import type { Wording, WordingPlace } from './wordings.ts';

const shelf: Shelf<Wording> = {
  name: 'customers.wordings',
  follows: ['customers'],
  forgottenBy: ({ type }) => (type === 'customers.wording.published' ? 'all' : undefined),
  most: 10,
  mostMs: 5_000,
};

/** The words shown now at a place; on a page they may be seconds old, and a yes to those is a yes all the same. */
export function currentWording(ctx: Ctx, place: WordingPlace): Promise<Wording> {
  return ctx.memory.recallOne(ctx, shelf, place, () => readCurrentWording(ctx, place));
}

/** The same, afresh. `import-1` stands among the words of staff and was never shown: versions bear the name of their place. */
export async function readCurrentWording(ctx: Ctx, place: WordingPlace): Promise<Wording> {
  const { rows } = await sql<Wording>`
    select version, place, jsonb_build_object('en', text_en, 'pl', text_pl, 'ru', text_ru) as text
    from customers.consent_wording where place = ${place} and version like ${`${place}-%`}
    order by substring(version from '[0-9]+$')::int desc limit 1`.execute(ctx.db);
  const [wording] = rows;
  if (!wording) throw new Error(`there are no words for ${place}`);
  return wording;
}

/**
 * That these words were shown at this place, now or before: a page opened before the newest came may still answer. No statement
 * for the newest. Throws invalid_request.
 */
export async function requireWording(ctx: Ctx, place: WordingPlace, version: string): Promise<void> {
  if ((await currentWording(ctx, place)).version === version) return;
  const { rows } = await sql`
    select 1 from customers.consent_wording where version = ${version} and place = ${place}`.execute(ctx.db);
  if (rows.length === 0)
    throw new AppError('invalid_request', { detail: 'These words were never shown here; read the page again.' });
}

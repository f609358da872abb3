import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Shelf } from '../../../kernel/memory.ts';
import type { Wording, WordingPlace } from './wordings.ts';

type Shown = Readonly<Record<WordingPlace, Wording>>;

const shelf: Shelf<Shown> = {
  name: 'customers.wordings',
  follows: ['customers'],
  forgottenBy: ({ type }) => (type === 'customers.wording.published' ? 'all' : undefined),
  most: 1,
  mostMs: 5_000,
};

/** The words shown now, by place; on a page they may be seconds old, and a yes to those is a yes all the same. */
export function currentWordings(ctx: Ctx): Promise<Shown> {
  return ctx.memory.recallOne(ctx, shelf, 'now', () => readCurrentWordings(ctx));
}

/** The same, afresh. `import-1` stands among the words of staff and was never shown: versions bear the name of their place. */
export async function readCurrentWordings(ctx: Ctx): Promise<Shown> {
  const { rows } = await sql<Wording>`
    select distinct on (place) version, place, jsonb_build_object('en', text_en, 'pl', text_pl, 'ru', text_ru) as text
    from customers.consent_wording where version like place || '-%'
    order by place, substring(version from '[0-9]+$')::int desc`.execute(ctx.db);
  return Object.fromEntries(rows.map((wording) => [wording.place, wording])) as Record<WordingPlace, Wording>;
}

/**
 * That these words were shown at this place, now or before: a page opened before the newest came may still answer. No statement
 * for the newest. Throws invalid_request.
 */
export async function requireWording(ctx: Ctx, place: WordingPlace, version: string): Promise<void> {
  if ((await currentWordings(ctx))[place].version === version) return;
  const { rows } = await sql`
    select 1 from customers.consent_wording where version = ${version} and place = ${place}`.execute(ctx.db);
  if (rows.length === 0)
    throw new AppError('invalid_request', { detail: 'These words were never shown here; read the page again.' });
}

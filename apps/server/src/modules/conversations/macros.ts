import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { tables } from './tables.ts';

/** Words that are written again and again, in every language of the shop, with {fields} that the desk fills in. */
export interface Macro {
  id: string;
  /** What is typed after the slash. */
  shortcut: string;
  title: LocalizedText;
  text: LocalizedText;
  version: number;
}

export type MacroWords = Pick<Macro, 'shortcut' | 'title' | 'text'>;

const shown = ['id', 'shortcut', 'title', 'text', 'version'] as const;

/** All, by shortcut: a contact centre has dozens. */
export async function listMacros(ctx: Ctx): Promise<Macro[]> {
  return tables(ctx).selectFrom('conversations.macro').select(shown).orderBy('shortcut').execute();
}

/** Refuses `already_exists` for a shortcut that another one has. */
export async function addMacro(ctx: Ctx, words: MacroWords): Promise<Macro | Refusal> {
  return once(ctx, 'conversations.macro-add', async (tx) => {
    const row = await tables(tx)
      .insertInto('conversations.macro')
      .values({
        id: tx.newId(),
        shortcut: words.shortcut,
        title: JSON.stringify(words.title),
        text: JSON.stringify(words.text),
        updated_at: tx.clock.now(),
      })
      .onConflict((conflict) => conflict.column('shortcut').doNothing())
      .returning(shown)
      .executeTakeFirst();
    if (!row) return taken(words.shortcut);
    await audit(tx, { act: 'macro.add', target: 'macro', targetId: row.id, after: { shortcut: row.shortcut } });
    return row;
  });
}

/** Refuses `version_conflict` when a colleague changed it since, `already_exists` for a shortcut that another one has. */
export async function changeMacro(
  ctx: Ctx,
  id: string,
  words: MacroWords & { version: number },
): Promise<Macro | Refusal> {
  return once(ctx, 'conversations.macro-change', async (tx) => {
    const same = await tables(tx)
      .selectFrom('conversations.macro')
      .select(['id', 'version'])
      .where((eb) => eb.or([eb('id', '=', id), eb('shortcut', '=', words.shortcut)]))
      .forUpdate()
      .execute();
    const kept = same.find((row) => row.id === id);
    if (!kept) throw new AppError('not_found', { detail: 'There is no such macro.' });
    if (same.length > 1) return taken(words.shortcut);
    if (kept.version !== words.version)
      return refuse('version_conflict', { detail: 'A colleague changed this macro meanwhile. Nothing was saved.' });
    const row = await tables(tx)
      .updateTable('conversations.macro')
      .set((eb) => ({
        shortcut: words.shortcut,
        title: JSON.stringify(words.title),
        text: JSON.stringify(words.text),
        updated_at: tx.clock.now(),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .returning(shown)
      .executeTakeFirstOrThrow();
    await audit(tx, { act: 'macro.change', target: 'macro', targetId: id, after: { shortcut: row.shortcut } });
    return row;
  });
}

export async function removeMacro(ctx: Ctx, id: string): Promise<void> {
  await once(ctx, 'conversations.macro-remove', async (tx) => {
    const row = await tables(tx)
      .deleteFrom('conversations.macro')
      .where('id', '=', id)
      .returning(shown)
      .executeTakeFirst();
    if (!row) throw new AppError('not_found', { detail: 'There is no such macro.' });
    await audit(tx, { act: 'macro.remove', target: 'macro', targetId: id, before: { ...row } });
    return null;
  });
}

const taken = (shortcut: string) =>
  refuse('already_exists', { detail: `Another macro is called /${shortcut}. Nothing was saved; choose another word.` });

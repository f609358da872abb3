import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';

/** Crockford base32: nothing that can be mistaken for something else when it is read off a terminal. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const hours = 24;

/** `7K3M-PX2D-9TQA-4HWC`: 80 random bits. */
const makeCode = (): string =>
  Array.from({ length: groups }, () => Array.from({ length: 4 }, () => alphabet[randomInt(32)]).join('')).join('-');

/** As people copy it: any case, with or without hyphens and spaces, O for 0, I and L for 1. */
const plain = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
const hashOf = (code: string): Buffer => createHash('sha256').update(plain(code)).digest();

/** Whether nobody at all has ever been staff here: only then may somebody become the first administrator by a code. */
export async function needsSetup(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`select not exists (select 1 from staff.member) as needed`.execute(
    ctx.db,
  );
  return rows[0]?.needed ?? false;
}

/**
 * A code that makes whoever reads the server's own output the first administrator; undefined when somebody is staff
 * already. It works once, for 24 hours; a newer one (the next start) takes its place. Only its hash is kept.
 */
export async function issueSetupCode(ctx: Ctx): Promise<string | undefined> {
  return inTransaction(ctx, async (tx) => {
    if (!(await needsSetup(tx))) return undefined;
    const code = makeCode();
    const now = tx.clock.now();
    const until = new Date(now.getTime() + hours * 3_600_000);
    await sql`insert into staff.setup_code (singleton, code_hash, expires_at) values (true, ${hashOf(code)}, ${until})
      on conflict (singleton) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at`.execute(
      tx.db,
    );
    return code;
  });
}

/**
 * Takes the code, so that it cannot be used again; false for a wrong, used or old one. The row stays locked until the
 * transaction ends: of two who come at once the second finds none.
 */
export async function takeSetupCode(tx: Ctx, code: string): Promise<boolean> {
  const { rows } = await sql<{ code_hash: Buffer; expires_at: Date }>`
    select code_hash, expires_at from staff.setup_code for update`.execute(tx.db);
  const row = rows[0];
  if (!row || row.expires_at <= tx.clock.now() || !timingSafeEqual(row.code_hash, hashOf(code))) return false;
  await sql`delete from staff.setup_code`.execute(tx.db);
  return true;
}

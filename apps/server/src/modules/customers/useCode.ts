import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { CustomersConfig } from './keyedHash.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';
import { type CodeTarget, codeHash, targetKey } from './requestSignInCode.ts';
import { tables } from './tables.ts';

const attemptsAllowed = 5;

const invalid = () =>
  new AppError('code_invalid', { detail: 'Check the newest message with a code, or ask for a new one.' });

/**
 * Whether a code is the newest one sent to what is to be proven: it works once, for ten minutes, for five tries. The try is
 * counted in the statement that reads the hash, so that parallel guesses cannot have more tries than five; so this has a
 * transaction of its own. Throws code_invalid, whatever was wrong.
 */
export async function tryCode(
  ctx: Ctx,
  config: CustomersConfig,
  input: { to: CodeTarget; code: string },
): Promise<{ codeId: string; to: CodeTarget }> {
  if (ctx.db.isTransaction) throw new Error('a failed try must be counted, so it has its own transaction');
  const value = normaliseIdentifier(input.to.kind, input.to.value);
  if (!value) throw invalid();
  const to = { kind: input.to.kind, value };
  const { rows } = await sql<{ id: string; code_hash: Buffer }>`
    update customers.sign_in_code set attempts = attempts + 1
    where id = (select id from customers.sign_in_code where email_key = ${targetKey(config, to)}
        order by seq desc limit 1)
      and used_at is null and expires_at > ${ctx.clock.now()} and attempts < ${attemptsAllowed}
    returning id, code_hash`.execute(ctx.db);
  const row = rows[0];
  if (!row || !timingSafeEqual(codeHash(config, row.id, input.code), row.code_hash)) throw invalid();
  return { codeId: row.id, to };
}

/** Uses it up, in the transaction of what it proves. Throws code_invalid where another request was faster. */
export async function useCode(tx: Ctx, codeId: string): Promise<void> {
  const used = await tables(tx)
    .updateTable('customers.sign_in_code')
    .set({ used_at: tx.clock.now() })
    .where('id', '=', codeId)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!used) throw invalid();
}

import { randomInt } from 'node:crypto';
import type { Ctx, Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { type CustomersConfig, keyedHash } from './keyedHash.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';
import { tables } from './tables.ts';
import { takeFromBudget } from './takeFromBudget.ts';

/** Puts the mail into the caller's transaction: no code without its mail, no mail without its code. */
export type SendCode = (tx: Ctx, mail: { email: string; code: string; language: Language }) => Promise<void>;

export interface CodeSender {
  config: CustomersConfig;
  sendCode: SendCode;
}

export const codeMinutes = 10;
const quarterHour = 15 * 60;
const day = 86_400;

/**
 * Sends a one-time code, the same to a known and to an unknown e-mail: signing in and signing up are one act, so the
 * answer tells nothing. Limits per e-mail (6 in a quarter of an hour, 20 a day) and per address (60 an hour) hold over
 * all servers. Throws invalid_request for what is no e-mail, rate_limited.
 */
export async function requestSignInCode(
  ctx: Ctx,
  sender: CodeSender,
  input: { email: string; address?: string },
): Promise<void> {
  const { config } = sender;
  const email = normaliseIdentifier('email', input.email);
  if (!email)
    throw new AppError('invalid_request', { detail: 'This is no e-mail address a code could be sent to; check it.' });
  const slowDown = 'Too many codes were asked for. The newest one still works; wait before asking for another.';
  if (input.address) await takeFromBudget(ctx, keyedHash(config, 'code:address', input.address), 60, 3_600, slowDown);
  await takeFromBudget(ctx, keyedHash(config, 'code:quarter', email), 6, quarterHour, slowDown);
  await takeFromBudget(ctx, keyedHash(config, 'code:day', email), 20, day, slowDown);

  const code = randomInt(0, 1_000_000).toString().padStart(6, '0');
  await inTransaction(ctx, async (tx) => {
    const id = tx.newId();
    const now = tx.clock.now();
    await tables(tx)
      .insertInto('customers.sign_in_code')
      .values({
        id,
        email_key: emailKey(config, email),
        code_hash: codeHash(config, id, code),
        created_at: now,
        expires_at: new Date(now.getTime() + codeMinutes * 60_000),
        used_at: null,
      })
      .execute();
    await sender.sendCode(tx, { email, code, language: tx.language });
  });
}

export const emailKey = (config: CustomersConfig, email: string) => keyedHash(config, 'code:email', email);
/** With the row's id in it, a hash is worth nothing in another row. */
export const codeHash = (config: CustomersConfig, id: string, code: string) => keyedHash(config, 'code', id, code);

import { randomInt } from 'node:crypto';
import type { Ctx, Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { type CustomersConfig, keyedHash } from './keyedHash.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';
import { tables } from './tables.ts';
import { takeFromBudget } from './takeFromBudget.ts';

/** Where a one-time code goes: what whoever enters it has proven to be theirs. */
export interface CodeTarget {
  kind: 'email' | 'phone';
  /** Normalised. */
  value: string;
}

/** Puts the message into the caller's transaction: no code without its message, no message without its code. */
export type SendCode = (tx: Ctx, message: { to: CodeTarget; code: string; language: Language }) => Promise<void>;

export interface CodeSender {
  config: CustomersConfig;
  sendCode: SendCode;
  /** Whether codes can go to telephones. */
  hasTexts: boolean;
}

export const codeMinutes = 10;
const quarterHour = 15 * 60;
const hour = 3_600;
const day = 86_400;

/**
 * How many codes may be asked for. A text costs money, and some ask for thousands to numbers that earn by each: so fewer go
 * to a number and from an address, and there is an end to all of them together.
 */
const limits = {
  email: { quarter: 6, day: 20, fromAddress: 60, all: undefined },
  phone: { quarter: 3, day: 8, fromAddress: 12, all: 600 },
} as const;

/**
 * Sends a one-time code, the same to what is known and to what is not: signing in and signing up are one act, so the
 * answer tells nothing. Limits hold over all servers. Throws invalid_request for what is no e-mail or telephone number,
 * not_offered where no texts can be sent, rate_limited.
 */
export async function requestSignInCode(
  ctx: Ctx,
  sender: CodeSender,
  input: { to: CodeTarget; address?: string },
): Promise<void> {
  const { config } = sender;
  const to = readTarget(input.to);
  const { kind, value } = to;
  if (kind === 'phone' && !sender.hasTexts)
    throw new AppError('not_offered', { detail: 'No text messages are sent from here; sign in by e-mail.' });
  const slowDown = 'Too many codes were asked for. The newest one still works; wait before asking for another.';
  const most = limits[kind];
  const name = kind === 'email' ? 'code' : 'text';
  if (input.address)
    await takeFromBudget(ctx, keyedHash(config, `${name}:address`, input.address), most.fromAddress, hour, slowDown);
  await takeFromBudget(ctx, keyedHash(config, `${name}:quarter`, value), most.quarter, quarterHour, slowDown);
  await takeFromBudget(ctx, keyedHash(config, `${name}:day`, value), most.day, day, slowDown);
  if (most.all) await takeFromBudget(ctx, keyedHash(config, `${name}:all`), most.all, hour, slowDown);

  const code = randomInt(0, 1_000_000).toString().padStart(6, '0');
  await inTransaction(ctx, async (tx) => {
    const id = tx.newId();
    const now = tx.clock.now();
    await tables(tx)
      .insertInto('customers.sign_in_code')
      .values({
        id,
        email_key: targetKey(config, to),
        code_hash: codeHash(config, id, code),
        created_at: now,
        expires_at: new Date(now.getTime() + codeMinutes * 60_000),
        used_at: null,
      })
      .execute();
    await sender.sendCode(tx, { to, code, language: tx.language });
  });
}

/** Throws invalid_request for what is none. */
export function readTarget({ kind, value }: CodeTarget): CodeTarget {
  const normalised = normaliseIdentifier(kind, value);
  if (normalised) return { kind, value: normalised };
  throw new AppError('invalid_request', {
    detail: `This is no ${kind === 'email' ? 'e-mail address' : 'telephone number'} a code could be sent to; check it.`,
  });
}

export const targetKey = (config: CustomersConfig, { kind, value }: CodeTarget) =>
  keyedHash(config, `code:${kind}`, value);
/** With the row's id in it, a hash is worth nothing in another row. */
export const codeHash = (config: CustomersConfig, id: string, code: string) => keyedHash(config, 'code', id, code);

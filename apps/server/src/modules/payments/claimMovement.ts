import { type RawBuilder, sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import {
  type Movement,
  type MovementRecord,
  type Payment,
  type PaymentRecord,
  toMovement,
  toPayment,
} from './payment.ts';
import { getPayment } from './readPayments.ts';
import { paymentTransitions } from './states.ts';
import type { MovementKind } from './tables.ts';

export interface Claimed {
  movement: Movement;
  payment: Payment;
}

export interface Claim {
  paymentId: string;
  /** All that is left unless said. */
  amount?: Money | undefined;
  /** Unique for ever, and the key at the provider: the same key is the same step. */
  key: string;
  reason?: string | undefined;
}

interface Kind {
  /** May this be asked for now? Over `payment`, locked. */
  allowed: RawBuilder<unknown>;
  /** What is left of it. */
  rest: RawBuilder<unknown>;
  /** Sets the claim aside. */
  claims: RawBuilder<unknown>;
}

const kinds: Record<Exclude<MovementKind, 'authorise'>, Kind> = {
  capture: {
    allowed: sql`payment.state in ('authorised', 'captured')`,
    rest: sql`(payment.authorised - payment.captured - payment.capturing)`,
    claims: sql`capturing = p.capturing + movement.amount`,
  },
  // A void claims all there is to capture, so that nothing is captured behind its back.
  void: {
    allowed: sql`payment.state = 'authorised' and payment.captured = 0 and payment.capturing = 0`,
    rest: sql`payment.authorised`,
    claims: sql`capturing = p.capturing + movement.amount`,
  },
  refund: {
    allowed: sql`payment.state in ('captured', 'partly_refunded')`,
    rest: sql`(payment.captured - payment.refunded - payment.refunding)`,
    claims: sql`refunding = p.refunding + movement.amount`,
  },
};

/**
 * Sets money aside for one step before the provider is asked, under the payment's lock: what is captured and being
 * captured never exceeds what was authorised, what is refunded and being refunded never what was captured. A key that is
 * known gives its step again; undefined: refused.
 *
 * The lock is a statement of its own: taken inside the second one, that would still compute from its older snapshot, and
 * the CHECKs, which PostgreSQL asks before it notices the newer row, would refuse what is right.
 */
async function claim(tx: Ctx, kind: keyof typeof kinds, input: Claim): Promise<Claimed | undefined> {
  const { allowed, rest, claims } = kinds[kind];
  const amount = input.amount ? sql`${input.amount.amount}::bigint` : rest;
  await sql`select id from payments.payment where id = ${input.paymentId} for update`.execute(tx.db);
  const { rows } = await sql<{ movement: MovementRecord; payment: PaymentRecord }>`
    with movement as (
      insert into payments.movement (id, payment_id, kind, state, amount, key, reason, actor, requested_at)
      select ${tx.newId()}, payment.id, ${kind}, 'pending', ${amount}, ${input.key}, ${input.reason ?? null}, ${actorKey(tx.actor)}, ${tx.clock.now()}
      from payments.payment where payment.id = ${input.paymentId} and ${allowed} and ${amount} between 1 and ${rest} and payment.currency = coalesce(${input.amount?.currency ?? null}, payment.currency)
      on conflict (key) do nothing
      returning *
    ), claimed as (
      update payments.payment p set ${claims}, version = p.version + 1, updated_at = ${tx.clock.now()}
      from movement where p.id = movement.payment_id
      returning p.*
    )
    select to_jsonb(movement) as movement, to_jsonb(claimed) as payment from movement, claimed`.execute(tx.db);
  return toClaimed(rows[0]) ?? toClaimed(await knownStep(tx, kind, input));
}

function toClaimed(row: { movement: MovementRecord; payment: PaymentRecord } | undefined): Claimed | undefined {
  return row && { movement: toMovement(row.movement, row.payment.currency), payment: toPayment(row.payment) };
}

async function knownStep(tx: Ctx, kind: MovementKind, input: Claim) {
  const { rows } = await sql<{ movement: MovementRecord; payment: PaymentRecord }>`
    select to_jsonb(m) as movement, to_jsonb(p) as payment from payments.movement m join payments.payment p on p.id = m.payment_id
    where m.key = ${input.key}`.execute(tx.db);
  const row = rows[0];
  if (!row) return undefined;
  const same =
    row.movement.kind === kind &&
    row.movement.payment_id === input.paymentId &&
    (input.amount?.amount ?? row.movement.amount) === row.movement.amount;
  if (!same) throw new AppError('idempotency_key_reused', { detail: 'This key belongs to another step with money.' });
  return row;
}

function illegal(payment: Payment, act: string) {
  return refuse('illegal_transition', {
    detail: `A payment that is ${payment.state} cannot be ${act}.`,
    state: payment.state,
    legal: paymentTransitions[payment.state],
  });
}

/** @throws AppError not_found, idempotency_key_reused */
export async function claimCapture(ctx: Ctx, input: Claim): Promise<Result<Claimed, 'illegal_transition'>> {
  return inTransaction(ctx, async (tx) => {
    const claimed = await claim(tx, 'capture', input);
    return claimed ? ok(claimed) : illegal(await getPayment(tx, input.paymentId), 'captured further');
  });
}

/** @throws AppError not_found, idempotency_key_reused */
export async function claimVoid(
  ctx: Ctx,
  input: Omit<Claim, 'amount'>,
): Promise<Result<Claimed, 'illegal_transition'>> {
  return inTransaction(ctx, async (tx) => {
    const claimed = await claim(tx, 'void', input);
    return claimed ? ok(claimed) : illegal(await getPayment(tx, input.paymentId), 'voided');
  });
}

/** @throws AppError not_found, idempotency_key_reused */
export async function claimRefund(ctx: Ctx, input: Claim): Promise<Result<Claimed, 'refund_exceeds_payment'>> {
  return inTransaction(ctx, async (tx) => {
    const claimed = await claim(tx, 'refund', input);
    if (claimed) return ok(claimed);
    const { refundable } = await getPayment(tx, input.paymentId);
    return refuse('refund_exceeds_payment', {
      detail: 'More cannot be given back than was paid and is not yet given back.',
      refundable,
    });
  });
}

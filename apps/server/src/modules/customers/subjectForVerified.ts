import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import { customersOf, homeSubjectOf } from './customersOf.ts';
import { connect, type Evidence } from './linkSubject.ts';
import { canBeVerified, type IdentifierKind, normaliseIdentifier } from './normaliseIdentifier.ts';
import { tables } from './tables.ts';

export interface VerifiedSubject {
  subjectId: string;
  customerId: string;
  created: boolean;
}

export interface VerifiedIdentifier {
  kind: IdentifierKind;
  value: string;
  /** How the person proved it: 'code', 'link', 'id_seen' … */
  evidence: Evidence;
}

/**
 * The subject of a verified identifier, found or created: one per identifier, however many servers meet it at once.
 * A new one has a customer of its own; claims of the same value elsewhere stay claims. Throws invalid_request for what
 * cannot be an identifier.
 */
export async function subjectForVerified(ctx: Ctx, input: VerifiedIdentifier): Promise<VerifiedSubject> {
  const value = canBeVerified(input.kind) ? normaliseIdentifier(input.kind, input.value) : undefined;
  if (value === undefined) {
    throw new AppError('invalid_request', { detail: `This is no ${input.kind} that can belong to one person.` });
  }
  return inTransaction(ctx, async (tx) => {
    const known = await findVerified(tx, input.kind, value);
    if (known) return { ...known, created: false };
    const [subjectId, customerId, identifierId] = [tx.newId(), tx.newId(), tx.newId()];
    const now = tx.clock.now();
    // One statement: the unique index decides who creates, and foreign keys are looked at when all three rows stand.
    const { rows } = await sql`
      with identified as (
        insert into customers.identifier (id, subject_id, kind, value, state, source, at)
        values (${identifierId}, ${subjectId}, ${input.kind}, ${value}, 'verified', ${input.evidence.source}, ${now})
        on conflict (kind, value) where state = 'verified' do nothing
        returning subject_id),
      cust as (
        insert into customers.customer (id, language, created_at)
        select ${customerId}::uuid, ${tx.language}, ${now}::timestamptz from identified)
      insert into customers.subject (id, kind, home_customer_id, customer_id, created_at)
      select subject_id, 'verified', ${customerId}::uuid, ${customerId}::uuid, ${now}::timestamptz from identified
      returning id`.execute(tx.db);
    if (rows.length === 0) {
      const other = await findVerified(tx, input.kind, value);
      if (!other)
        throw new AppError('internal', { detail: 'a verified identifier neither could be made nor is there' });
      return { ...other, created: false };
    }
    await emit(tx, {
      type: 'customers.identifier.verified',
      subjectId,
      aggregate: 'customer',
      aggregateId: customerId,
      aggregateVersion: 1,
      data: { customerId, identifierId, kind: input.kind, evidence: input.evidence.kind },
    });
    return { subjectId, customerId, created: true };
  });
}

/**
 * Adds a verified identifier to a customer. Refuses `identifier_taken` when another verified customer has it.
 * An unverified customer whose identifier turns out to be a verified customer's becomes part of that one.
 */
export async function verifyIdentifier(
  ctx: Ctx,
  input: VerifiedIdentifier & { customerId: string },
): Promise<Result<{ subjectId: string; customerId: string }, 'identifier_taken'>> {
  return inTransaction(ctx, async (tx) => {
    const anchorId = await homeSubjectOf(tx, input.customerId);
    const verified = await subjectForVerified(tx, input);
    const { subjectId } = verified;
    const now = await customersOf(tx, [subjectId, anchorId]);
    if (now.get(subjectId) === now.get(anchorId)) return ok({ subjectId, customerId: verified.customerId });
    const linked = await connect(tx, { subjectId, anchorId, evidence: input.evidence, fresh: verified.created });
    if (linked instanceof Refusal) {
      return refuse('identifier_taken', {
        detail: 'Another verified customer has this identifier; nothing was changed.',
        customerId: verified.customerId,
      });
    }
    return ok({ subjectId, customerId: linked.value.customerId });
  });
}

async function findVerified(
  tx: Ctx,
  kind: IdentifierKind,
  value: string,
): Promise<{ subjectId: string; customerId: string } | undefined> {
  return tables(tx)
    .selectFrom('customers.identifier as i')
    .innerJoin('customers.subject as s', 's.id', 'i.subject_id')
    .select(['s.id as subjectId', 's.customer_id as customerId'])
    .where('i.kind', '=', kind)
    .where('i.value', '=', value)
    .where('i.state', '=', 'verified')
    .executeTakeFirst();
}

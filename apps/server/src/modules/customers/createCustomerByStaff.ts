import { audit } from '../../kernel/audit.ts';
import type { Ctx, Language } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import { keepClaims } from './claimIdentifier.ts';
import { findByIdentifier } from './findByIdentifier.ts';
import type { Evidence } from './linkSubject.ts';
import { nameCustomer } from './nameCustomer.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';
import { openSubject } from './openSubjects.ts';
import { refreshFacts } from './profile/refreshFacts.ts';
import { subjectForVerified, verifyIdentifier } from './subjectForVerified.ts';

export interface NewCustomer {
  phone?: string;
  email?: string;
  givenName?: string;
  familyName?: string;
  language: Language;
  /** The person showed a document and it fits: the identifiers count as verified. For associates and managers. */
  idSeen?: boolean;
}

export interface CreatedCustomer {
  customerId: string;
  subjectId: string;
  /** What was said and is not proven: by its id a code can be sent there. */
  claims: { id: string; kind: 'email' | 'phone' }[];
}

/**
 * A customer made at the counter or on the phone. What the person says is a claim, unless their ID was seen. Refuses
 * `identifier_taken`, with the customer's id, when a verified customer has the e-mail or phone: that one is to be opened.
 * Throws invalid_request for contacts that cannot be, not_allowed for an agent who claims to have seen an ID.
 */
export async function createCustomerByStaff(ctx: Ctx, input: NewCustomer): Promise<CreatedCustomer | Refusal> {
  const contacts = [
    ...(input.email === undefined ? [] : [{ kind: 'email' as const, value: input.email }]),
    ...(input.phone === undefined ? [] : [{ kind: 'phone' as const, value: input.phone }]),
  ];
  if (contacts.length === 0)
    throw new AppError('invalid_request', { detail: 'A phone number or an e-mail is needed.' });
  for (const { kind, value } of contacts) {
    if (normaliseIdentifier(kind, value) === undefined) {
      throw new AppError('invalid_request', {
        detail: `This is no ${kind} that can belong to one person; check it and try again.`,
      });
    }
  }
  if (
    input.idSeen &&
    !(ctx.actor.kind === 'staff' && (ctx.actor.role === 'associate' || ctx.actor.role === 'manager'))
  ) {
    throw new AppError('not_allowed', {
      detail: 'Only an associate or a manager who has the person in front of them sees an ID.',
    });
  }
  const inLanguage = { ...ctx, language: input.language };
  return once(inLanguage, 'customers.create', async (tx): Promise<CreatedCustomer | Refusal> => {
    for (const { kind, value } of contacts) {
      const { verified } = await findByIdentifier(tx, kind, value);
      if (verified) {
        return refuse('identifier_taken', {
          detail: `A verified customer has this ${kind}; no second one was made. Open that customer.`,
          customerId: verified,
        });
      }
    }
    const made = input.idSeen ? await verified(tx, contacts) : await claimed(tx, contacts);
    await nameCustomer(tx, {
      customerId: made.customerId,
      source: input.idSeen ? 'id_seen' : 'staff',
      ...(input.givenName ? { givenName: input.givenName } : {}),
      ...(input.familyName ? { familyName: input.familyName } : {}),
    });
    await refreshFacts(tx, [made.customerId]);
    await audit(tx, {
      act: 'customers.customer.created',
      target: 'customer',
      targetId: made.customerId,
      after: { idSeen: input.idSeen ?? false, identifiers: contacts.map((contact) => contact.kind) },
    });
    return made;
  });
}

type Contacts = { kind: 'email' | 'phone'; value: string }[];

async function claimed(tx: Ctx, contacts: Contacts): Promise<CreatedCustomer> {
  const { subjectId, customerId } = await openSubject(tx, { source: 'staff', anonymousId: tx.newId() });
  const claims = [];
  for (const contact of contacts)
    for (const id of await keepClaims(tx, [{ ...contact, subjectId, source: 'staff' }]))
      claims.push({ id, kind: contact.kind });
  return { subjectId, customerId, claims };
}

async function verified(tx: Ctx, contacts: Contacts): Promise<CreatedCustomer> {
  const evidence: Evidence = { kind: 'id_seen', source: 'staff' };
  const [first, ...more] = contacts;
  if (!first) throw new AppError('internal');
  const made = await subjectForVerified(tx, { ...first, evidence });
  for (const contact of more) await verifyIdentifier(tx, { ...contact, customerId: made.customerId, evidence });
  return { subjectId: made.subjectId, customerId: made.customerId, claims: [] };
}

import { Type } from 'typebox';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { Refusal } from '../../kernel/result.ts';
import { allStaff, Reply, route } from '../../kernel/route.ts';
import { Id, Nullable, Strict } from '../../kernel/schemas.ts';
import type { KnownIdentifier } from './choosePerson.ts';
import { type Customer, getCustomer } from './getCustomers.ts';
import { readLoyaltyNumber } from './loyaltyNumber.ts';
import { maskValue } from './maskValue.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';
import { proveWithCode } from './proveWithCode.ts';
import { type CodeSender, type CodeTarget, codeMinutes, requestSignInCode } from './requestSignInCode.ts';
import { searchCustomers } from './searchCustomers.ts';
import { SummarySchema } from './staffRoutes.ts';
import { summariseCustomer } from './summariseCustomer.ts';

const tag = 'Customers';
const OfCustomer = Strict({ id: Id, identifierId: Id });

/** What one field at the counter was given: a telephone in any form, an address, a card, or a name. */
export function understand(text: string, country?: string) {
  const card = readLoyaltyNumber(text);
  if (card) return { kind: 'loyalty' as const, value: card.value, isPossible: card.kind === 'ours' };
  if (text.includes('@')) return contact('email', text, country);
  if (/^[+\d][\d\s().-]{4,}$/.test(text.trim())) return contact('phone', text, country);
  return { kind: 'name' as const, value: undefined, isPossible: true };
}

function contact(kind: 'email' | 'phone', text: string, country?: string) {
  const value = normaliseIdentifier(kind, text, country);
  return { kind, value, isPossible: value !== undefined };
}

/** A claimed address or number of this customer, that can be proven by a code. Throws. */
async function claimOf(ctx: Ctx, customerId: string, identifierId: string): Promise<CodeTarget & KnownIdentifier> {
  const customer = await getCustomer(ctx, customerId);
  const found = customer.identifiers.find((one) => one.id === identifierId);
  if (!found) throw new AppError('not_found', { detail: 'This customer has no such address or number.' });
  if (found.state === 'verified' || (found.kind !== 'email' && found.kind !== 'phone'))
    throw new AppError('invalid_request', { detail: 'Only an address or a number that is not proven yet can be.' });
  return { ...found, kind: found.kind };
}

/** At the counter and in conversation: who is it, and is the number really theirs. */
export const counterRoutes = (sender: CodeSender) => [
  route({
    method: 'POST',
    path: '/api/staff/customers/find',
    summary:
      'Find a customer by one field: telephone of any country, e-mail, card number or QR, name; contacts are masked',
    tag,
    audience: allStaff,
    body: Strict({
      text: Type.String({ minLength: 2, maxLength: 254, pattern: '\\S' }),
      country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166: of a number without one' })),
    }),
    response: Strict({
      kind: Type.Enum(['phone', 'email', 'loyalty', 'name']),
      value: Nullable(Type.String({ description: 'As it would be kept' })),
      isPossible: Type.Boolean({
        description: 'false: no number or address can be like this; it was misread or mistyped',
      }),
      items: Type.Array(SummarySchema),
    }),
    handle: async (ctx, { body }) => {
      const text = body.text.trim();
      const read = understand(text, body.country);
      // A number of eight digits is no telephone here, and may be a card of another house.
      const isMisread = read.kind === 'loyalty' && !read.isPossible;
      const asked = isMisread ? [] : [...new Set([text, read.value ?? text])];
      const found = new Map<string, Customer>();
      for (const one of asked) for (const person of await searchCustomers(ctx, one)) found.set(person.id, person);
      return {
        kind: read.kind,
        value: read.value ?? null,
        isPossible: read.isPossible,
        items: [...found.values()].slice(0, 20).map(summariseCustomer),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/:id/identifiers/:identifierId/code',
    summary: 'Send a one-time code to what a customer says is theirs, to be read out on the spot',
    tag,
    audience: allStaff,
    perMinute: 20,
    params: OfCustomer,
    response: Strict({ masked: Type.String(), minutes: Type.Integer() }),
    status: 202,
    handle: async (ctx, { params }) => {
      const to = await claimOf(ctx, params.id, params.identifierId);
      const { language } = await getCustomer(ctx, params.id);
      await requestSignInCode({ ...ctx, language }, sender, { to });
      await audit(ctx, {
        act: 'customers.code.sent',
        target: 'customer',
        targetId: params.id,
        after: { kind: to.kind },
      });
      return new Reply({ masked: maskValue(to.kind, to.value), minutes: codeMinutes }, { status: 202 });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/:id/identifiers/:identifierId/proof',
    summary: 'Prove it by the code they read out; who had the number already is that customer from now on',
    tag,
    audience: allStaff,
    perMinute: 30,
    params: OfCustomer,
    body: Strict({ code: Type.String({ pattern: '^[0-9]{6}$' }) }),
    response: Strict({ customerId: Id }),
    handle: async (ctx, { params, body }) => {
      const to = await claimOf(ctx, params.id, params.identifierId);
      const proven = await proveWithCode(ctx, sender.config, { customerId: params.id, to, code: body.code });
      if (proven instanceof Refusal) return proven;
      if (!proven.ok) return proven;
      await audit(ctx, {
        act: 'customers.identifier.proven',
        target: 'customer',
        targetId: params.id,
        after: { kind: to.kind },
      });
      return { customerId: proven.value.customerId };
    },
  }),
];

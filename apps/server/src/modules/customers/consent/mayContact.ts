import type { Ctx } from '../../../kernel/context.ts';
import { chooseContact } from '../choosePerson.ts';
import { subjectsOf } from '../customersOf.ts';
import { getCustomers } from '../getCustomers.ts';
import { normaliseIdentifier } from '../normaliseIdentifier.ts';
import { tables } from '../tables.ts';
import type { ConsentChannel, Purpose } from './purposes.ts';
import { consentsOf } from './readConsents.ts';
import { isAllowed } from './state.ts';
import { type Address, type SuppressionReason, suppressionOf } from './suppression.ts';

export type MayContact =
  | { allowed: true }
  | { allowed: false; reason: 'no_consent' | 'no_address' | SuppressionReason };

/** What kind of address a way of sending needs; none for what reaches a device. */
export const addressKinds: Partial<Record<ConsentChannel, Address['kind']>> = {
  email: 'email',
  sms: 'phone',
  phone: 'phone',
  whatsapp: 'phone',
};

/**
 * Whether somebody may be written to or called, for a purpose on a channel. Service needs no consent and minds no
 * suppression: an order is confirmed to whoever placed it. For all else both must agree, the person's newest word and the
 * list of addresses not to be used; without a word nobody is contacted.
 */
export async function mayContact(
  ctx: Ctx,
  who: { customerId: string } | Address,
  purpose: Purpose,
  channel: ConsentChannel,
): Promise<MayContact> {
  if (purpose === 'service') return { allowed: true };
  const kind = addressKinds[channel];
  const address = 'customerId' in who ? await addressFor(ctx, who.customerId, kind) : who;
  if (kind && !address) return { allowed: false, reason: 'no_address' };
  const suppressed = address && (await suppressionOf(ctx, address));
  if (suppressed) return { allowed: false, reason: suppressed };
  const subjectIds = 'customerId' in who ? await subjectsOf(ctx, who.customerId) : await subjectsBehind(ctx, who);
  const lines = await consentsOf(ctx, subjectIds);
  return isAllowed(lines, purpose, channel) ? { allowed: true } : { allowed: false, reason: 'no_consent' };
}

async function addressFor(ctx: Ctx, customerId: string, kind: Address['kind'] | undefined) {
  if (!kind) return undefined;
  const customer = (await getCustomers(ctx, [customerId])).get(customerId);
  const contact = customer && chooseContact(customer.identifiers, kind);
  return contact && { kind, value: contact.value };
}

/** Who proved to own it; a claim speaks for nobody. */
async function subjectsBehind(ctx: Ctx, address: Address): Promise<string[]> {
  const value = normaliseIdentifier(address.kind, address.value);
  if (value === undefined) return [];
  const rows = await tables(ctx)
    .selectFrom('customers.identifier as i')
    .innerJoin('customers.subject as own', 'own.id', 'i.subject_id')
    .innerJoin('customers.subject as s', 's.customer_id', 'own.customer_id')
    .select('s.id')
    .where('i.kind', '=', address.kind)
    .where('i.value', '=', value)
    .where('i.state', '=', 'verified')
    .execute();
  return rows.map((row) => row.id);
}

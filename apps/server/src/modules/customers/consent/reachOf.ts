import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { chooseContact } from '../choosePerson.ts';
import type { Customer } from '../getCustomers.ts';
import { agreedTo, type NewsChannel } from './agreedTo.ts';
import { addressKinds, mayContact } from './mayContact.ts';
import { type ConsentChannel, choosable } from './purposes.ts';
import { type SuppressionReason, suppressedAmong } from './suppression.ts';

/** Whether news and offers may be sent to a customer in one way, and why not. */
export interface Reach {
  channel: ConsentChannel;
  allowed: boolean;
  reason: 'no_consent' | 'no_address' | SuppressionReason | null;
}

/** What `mayContact` says of every way of advertising: a page shows what sending will do. */
export async function reachOf(ctx: Ctx, customerId: string): Promise<Reach[]> {
  const reach: Reach[] = [];
  for (const { purpose, channel } of choosable) {
    if (purpose !== 'marketing') continue;
    const may = await mayContact(ctx, { customerId }, purpose, channel);
    reach.push({ channel, allowed: may.allowed, reason: may.allowed ? null : may.reason });
  }
  return reach;
}

/** What `mayContact` allows of news for each of these customers, in two statements for any number of them. */
export async function newsWaysOf(ctx: Ctx, customers: readonly Customer[]): Promise<Map<string, NewsChannel[]>> {
  const { rows } = await sql<{ id: string; ways: NewsChannel[] }>`
    select q.id, ${agreedTo('q.id')} as ways from unnest(${customers.map((one) => one.id)}::uuid[]) as q(id)`.execute(
    ctx.db,
  );
  const agreed = new Map(rows.map((row) => [row.id, row.ways]));
  const contacts = customers.flatMap((customer) =>
    (['email', 'phone'] as const).flatMap((kind) => {
      const contact = chooseContact(customer.identifiers, kind);
      return contact ? [{ key: `${customer.id} ${kind}`, address: { kind, value: contact.value } }] : [];
    }),
  );
  const suppressed = await suppressedAmong(
    ctx,
    contacts.map((one) => one.address),
  );
  const usable = new Set(contacts.flatMap(({ key }, at) => (suppressed.has(at) ? [] : [key])));
  return new Map(
    customers.map(({ id }) => {
      const fits = (way: NewsChannel) => addressKinds[way] === undefined || usable.has(`${id} ${addressKinds[way]}`);
      return [id, (agreed.get(id) ?? []).filter(fits)];
    }),
  );
}

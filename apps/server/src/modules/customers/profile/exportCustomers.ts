import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { chooseContact } from '../choosePerson.ts';
import type { NewsChannel } from '../consent/agreedTo.ts';
import { newsWaysOf } from '../consent/reachOf.ts';
import { type Customer, getCustomers } from '../getCustomers.ts';
import { maskValue } from '../maskValue.ts';
import { csvLine } from './csvLine.ts';
import { type CustomerFilter, conditionsOf } from './listCustomers.ts';
import { type FactsRow, showFacts } from './readFacts.ts';

export const exportColumns = [
  'id',
  'given_name',
  'family_name',
  'email',
  'email_state',
  'phone',
  'phone_state',
  'loyalty',
  'language',
  'verified',
  'orders',
  'value',
  'currency',
  'returned',
  'last_purchase_at',
  'last_seen_at',
  'favourite_location_id',
  'favourite_channel',
  'tags',
  'news',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

const pageSize = 500;

/**
 * All customers that fit, as CSV, a page in memory at a time. That somebody took them along is in the audit before the
 * first line leaves: how many, which columns, and whether contacts could be read. Only an administrator's are readable.
 */
export async function exportCustomers(
  ctx: Ctx,
  input: { filter: CustomerFilter; columns: readonly ExportColumn[] },
): Promise<Readable> {
  const where = await conditionsOf(ctx, input.filter);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from customers.profile_facts f where f.is_known ${where}`.execute(ctx.db);
  const readable = ctx.actor.kind === 'staff' && ctx.actor.role === 'admin';
  await audit(ctx, {
    act: 'customers.exported',
    target: 'customers',
    targetId: ctx.requestId,
    after: {
      customers: rows[0]?.n ?? 0,
      columns: input.columns,
      // What was asked for, so that anybody can ask for the same again; the words of a search may be somebody's name.
      filters: Object.fromEntries(
        Object.entries(input.filter).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, key === 'query' ? true : value]],
        ),
      ),
      isMasked: !readable,
    },
  });
  async function* lines(): AsyncGenerator<string> {
    yield `\uFEFF${csvLine(input.columns)}`;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const page = await sql<FactsRow>`
        select f.* from customers.profile_facts f where f.is_known ${where} and f.customer_id > ${after}::uuid
        order by f.customer_id limit ${pageSize}`.execute(ctx.db);
      const last = page.rows.at(-1);
      if (!last) return;
      const people = await getCustomers(
        ctx,
        page.rows.map((row) => row.customer_id),
      );
      const ways = input.columns.includes('news') ? await newsWaysOf(ctx, [...people.values()]) : undefined;
      yield page.rows
        .flatMap((row) => {
          const person = people.get(row.customer_id);
          return person
            ? [
                csvLine(
                  input.columns.map((column) => cellOf(column, person, row, ways?.get(person.id) ?? [], readable)),
                ),
              ]
            : [];
        })
        .join('');
      after = last.customer_id;
    }
  }
  return Readable.from(lines());
}

function cellOf(
  column: ExportColumn,
  person: Customer,
  row: FactsRow,
  newsWays: readonly NewsChannel[],
  readable: boolean,
): string | number | null {
  const facts = showFacts(row);
  const contact = (kind: 'email' | 'phone') => chooseContact(person.identifiers, kind);
  const shown = (kind: 'email' | 'phone' | 'loyalty') => {
    const known = kind === 'loyalty' ? person.identifiers.find((one) => one.kind === 'loyalty') : contact(kind);
    return known ? (readable ? known.value : maskValue(kind, known.value)) : null;
  };
  const major = (amount: number | undefined) => (amount === undefined ? null : (amount / 100).toFixed(2));
  const columns: Record<ExportColumn, () => string | number | null> = {
    id: () => person.id,
    given_name: () => person.givenName,
    family_name: () => person.familyName,
    email: () => shown('email'),
    email_state: () => contact('email')?.state ?? null,
    phone: () => shown('phone'),
    phone_state: () => contact('phone')?.state ?? null,
    loyalty: () => shown('loyalty'),
    language: () => person.language,
    verified: () => (person.verified ? 'yes' : 'no'),
    orders: () => facts.orders,
    value: () => major(facts.value?.amount),
    currency: () => facts.value?.currency ?? null,
    returned: () => major(facts.returned?.amount),
    last_purchase_at: () => facts.lastPurchaseAt,
    last_seen_at: () => facts.lastSeenAt,
    favourite_location_id: () => facts.favouriteLocationId,
    favourite_channel: () => facts.favouriteChannel,
    tags: () => facts.tags.join('; '),
    // In which ways news may be sent this moment: agreed to, with an address that nothing stands against.
    news: () => newsWays.join('; '),
  };
  return columns[column]();
}

import type { PersonRecord } from '@throughline/science';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { chooseTrait, type KnownTrait } from '../choosePerson.ts';
import { splitName } from '../splitName.ts';

/** Contacts and addresses compared of one customer: the newest. */
export const recordWidth = 3;

export interface CustomerRecord extends PersonRecord {
  customerId: string;
  isVerified: boolean;
}

interface Row {
  id: string;
  verified: boolean;
  emails: string[] | null;
  phones: string[] | null;
  traits: { name: KnownTrait['name']; value: string; verified: boolean; at: string }[] | null;
  addresses: { line: string; postcode: string; city: string }[] | null;
}

/** What is known of these customers and may be compared; who has nothing of it is left out. One statement. */
export async function loadRecords(ctx: Ctx, customerIds: readonly string[]): Promise<Map<string, CustomerRecord>> {
  if (customerIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    with s as (select id, customer_id, kind from customers.subject where customer_id = any (${[...customerIds]}::uuid[])),
    i as (
      select s.customer_id, i.kind, i.value, max(i.at) as at from customers.identifier i join s on s.id = i.subject_id
      where i.kind in ('email', 'phone') group by 1, 2, 3
    )
    select c.id,
      exists (select 1 from s where s.customer_id = c.id and s.kind = 'verified') as verified,
      (select array_agg(i.value order by i.at desc) from i where i.customer_id = c.id and i.kind = 'email') as emails,
      (select array_agg(i.value order by i.at desc) from i where i.customer_id = c.id and i.kind = 'phone') as phones,
      (select jsonb_agg(jsonb_build_object('name', t.name, 'value', t.value, 'verified', s.kind = 'verified', 'at', t.at))
        from customers.trait t join s on s.id = t.subject_id
        where s.customer_id = c.id and t.name in ('given_name', 'family_name')) as traits,
      (select jsonb_agg(jsonb_build_object('line', a.line1, 'postcode', a.postcode, 'city', a.city) order by a.changed_at desc)
        from customers.address a join s on s.id = a.subject_id where s.customer_id = c.id) as addresses
    from unnest(${[...customerIds]}::uuid[]) as c(id)`.execute(ctx.db);
  return new Map(rows.filter(saysSomething).map((row) => [row.id, toRecord(row)]));
}

const saysSomething = (row: Row) => row.emails !== null || row.phones !== null || row.addresses !== null;

function toRecord(row: Row): CustomerRecord {
  const traits = (row.traits ?? []).map((trait) => ({ ...trait, source: '', subjectId: '' }));
  const given = chooseTrait(traits, 'given_name');
  const family = chooseTrait(traits, 'family_name');
  // A guest gives the name whole.
  const names =
    given !== undefined && family === undefined ? splitName(given) : { givenName: given, familyName: family };
  return {
    customerId: row.id,
    isVerified: row.verified,
    givenName: names.givenName,
    familyName: names.familyName,
    emails: (row.emails ?? []).slice(0, recordWidth),
    phones: (row.phones ?? []).slice(0, recordWidth),
    addresses: (row.addresses ?? []).slice(0, recordWidth),
  };
}

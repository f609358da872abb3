import { type RawBuilder, sql } from 'kysely';
import type { ConsentChannel } from './purposes.ts';

/** The ways in which news and offers can be sent. */
export const newsChannels = ['email', 'sms', 'phone', 'whatsapp', 'push'] as const satisfies readonly ConsentChannel[];
export type NewsChannel = (typeof newsChannels)[number];

/**
 * The ways of sending news a customer agreed to, as text[]: `newestWord` in SQL, for many customers in one statement.
 * `customerId` is a reference to a column of the statement around it.
 */
export function agreedTo(customerId: string): RawBuilder<unknown> {
  return sql`coalesce((select array_agg(w.way order by w.way) from (
      select distinct on (ways.way) ways.way, k.state
      from customers.subject own
      join customers.consent k on k.subject_id = own.id and k.purpose = 'marketing'
      join unnest(${sql.raw(`array['${newsChannels.join("', '")}']`)}) as ways(way) on k.channel in (ways.way, 'all')
      where own.customer_id = ${sql.ref(customerId)}
      order by ways.way, k.at desc, (k.state = 'withdrawn') desc) w
    where w.state = 'given'), '{}')`;
}

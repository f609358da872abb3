import pg from 'pg';

/**
 * Closed conversations by the hundred, straight into the tables: they stand in a list of their own, where no other test
 * looks.
 */
export async function insertClosedThreads(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `with made as materialized (
         select gen_random_uuid() as customer, gen_random_uuid() as subject, gen_random_uuid() as thread,
                now() - n * interval '7 minutes' as at, n
         from generate_series(1, $1::int) as n),
       customer as (
         insert into customers.customer (id, language, created_at) select customer, 'en', at from made returning 1),
       subject as (
         insert into customers.subject (id, kind, source, anonymous_id, epoch, home_customer_id, customer_id, created_at)
         select subject, 'anonymous', 'shop', gen_random_uuid()::text, 1, customer, customer, at from made returning 1),
       thread as (
         insert into conversations.thread
           (id, customer_id, subject_id, reply_subject_id, state, last_seq, last_message_at, last_inbound_at, opened_at, closed_at)
         select thread, customer, subject, subject, 'closed', 1, at, at, at, at from made returning 1)
       insert into conversations.message
         (id, thread_id, seq, subject_id, direction, channel, kind, author_kind, text, sent_at)
       select gen_random_uuid(), thread, 1, subject, 'in', 'chat', 'text', 'shopper',
              'Question ' || n || ': is it still to be had, and when could it be with me?', at
       from made`,
      [count],
    );
  } finally {
    await client.end();
  }
}

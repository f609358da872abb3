import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TestServer } from './testServer.ts';

/**
 * Writes words about somebody wherever a stray word of theirs can stand in a row that is theirs: reasons and notes typed by
 * hand, what providers, banks and receivers of webhooks said, what waits to be sent. Real acts leave a person in most
 * places; this reaches the rest of them without playing through every misfortune of a shop.
 *
 * @param text   has the name, the e-mail and the phone
 * @param escaped   the name alone, as JSON of a provider that escapes what is not ASCII
 */
export async function plantInRows(
  server: TestServer,
  their: { orderId: string; phone: string; text: string; escaped: string },
): Promise<void> {
  const { db } = server.base;
  const now = server.clock.now();
  const { text, orderId } = their;
  const { rows: works } = await sql<{ id: string; location_id: string }>`
    select id, location_id from fulfilment.fulfilment where order_id = ${orderId}`.execute(db);
  const [work] = works;
  const { rows: owners } = await sql<{ subject_id: string }>`
    select subject_id from orders.order where id = ${orderId}`.execute(db);
  const subjectId = owners[0]?.subject_id;
  const returnId = randomUUID();
  const paymentId = randomUUID();
  const endpointId = randomUUID();
  const uploadId = randomUUID();
  for (const statement of [
    sql`update fulfilment.fulfilment set reason = ${text}, collected_by = ${text}, tracking_url = ${`https://parcel.example/${text}`} where order_id = ${orderId}`,
    // A piece nobody found must keep a reason, if an empty one.
    sql`insert into fulfilment.fulfilment (id, kind, location_id, subject_id, code, state, reason, created_at, updated_at)
      values (${randomUUID()}, 'hold', ${work?.location_id}, ${subjectId}, 'QQ-77', 'not_found', ${text}, ${now}, ${now})`,
    sql`insert into fulfilment.step (id, fulfilment_id, to_state, actor, reason, at)
      values (${randomUUID()}, ${work?.id}, 'to_pick', 'system:test', ${text}, ${now})`,
    sql`insert into fulfilment.shortage (id, fulfilment_id, location_id, order_id, order_line_id, variant_id, quantity, what, reason, state, created_at)
      values (${randomUUID()}, ${work?.id}, ${work?.location_id}, ${orderId}, ${randomUUID()}, ${randomUUID()}, 1, 'damaged', ${text}, 'open', ${now})`,
    sql`insert into orders.step (id, order_id, to_state, actor, reason, at)
      values (${randomUUID()}, ${orderId}, 'placed', 'system:test', ${text}, ${now})`,
    sql`insert into orders.change (id, order_id, kind, actor, reason, facts, at)
      values (${randomUUID()}, ${orderId}, 'collector', 'system:test', ${text}, ${JSON.stringify({ text })}, ${now})`,
    sql`insert into returns.return (id, state, way, order_id, order_number, subject_id, language, currency, note,
        announced_at, closed_at, close_reason, answer, answered_at, answer_text)
      values (${returnId}, 'cancelled', 'post', ${orderId}, 'T-1', ${subjectId}, 'pl', 'PLN', ${text}, ${now}, ${now}, ${text},
        'refused', ${now}, ${text})`,
    sql`insert into returns.line (id, return_id, position, order_line_id, variant_id, quantity, reason, rule, deduction_reason)
      values (${randomUUID()}, ${returnId}, 1, ${randomUUID()}, ${randomUUID()}, 1, 'other', 'shop_policy', ${text})`,
    sql`insert into returns.step (id, return_id, to_state, actor, reason, at)
      values (${randomUUID()}, ${returnId}, 'cancelled', 'system:test', ${text}, ${now})`,
    sql`insert into returns.blind (id, location_id, contact, currency, total, credit_id, note, taken_by, taken_at)
      values (${randomUUID()}, ${work?.location_id}, ${JSON.stringify({ name: text, phone: their.phone })}, 'PLN', 100, ${randomUUID()}, ${text},
        ${randomUUID()}, ${now})`,
    sql`insert into payments.payment (id, order_id, subject_id, provider, method, state, capture_mode, currency, amount, key,
        created_at, updated_at, action_url, decline_reason)
      values (${paymentId}, ${orderId}, ${subjectId}, 'stripe', 'card', 'declined', 'at_once', 'PLN', 100, ${`test:${paymentId}`},
        ${now}, ${now}, ${`https://pay.example/${text}`}, ${text})`,
    sql`insert into payments.movement (id, payment_id, kind, state, amount, key, reason, actor, requested_at, settled_at)
      values (${randomUUID()}, ${paymentId}, 'refund', 'failed', 100, ${randomUUID()}, ${text}, 'system:test', ${now}, ${now})`,
    ...[text, their.escaped].map(
      (said) => sql`insert into payments.inbox (id, provider, event_id, type, body, headers, received_at)
        values (${randomUUID()}, 'stripe', ${randomUUID()}, 'charge.failed', ${Buffer.from(JSON.stringify({ said }).replaceAll('\\\\u', '\\u'))},
          '{}', ${now})`,
    ),
    sql`insert into engagement.text_message (id, unique_key, template, language, subject_id, to_number, body, state, good_until,
        last_error, queued_at)
      values (${randomUUID()}, ${randomUUID()}, 'code', 'pl', ${subjectId}, ${their.phone}, ${text}, 'queued', ${now}, ${text}, ${now})`,
    sql`insert into engagement.caught_text (id, to_number, body, caught_at) values (${randomUUID()}, ${their.phone}, ${text}, ${now})`,
    sql`insert into webhooks.endpoint (id, url, description, types, secret, created_by, created_at)
      values (${endpointId}, 'https://receiver.example/', 'test', '{orders.*}', 'secret', 'system:test', ${now})`,
    sql`insert into webhooks.delivery (id, endpoint_id, event_id, event_type, payload, state, last_error, created_at)
      values (${randomUUID()}, ${endpointId}, ${randomUUID()}, 'orders.order.placed', '{}', 'failed', ${`no such customer: ${text}`}, ${now})`,
    sql`insert into journeys.visit (id, subject_id, started_at, last_at, campaign)
      values (${randomUUID()}, ${subjectId}, ${now}, ${now}, ${text})`,
    sql`insert into journeys.outgoing (token, oldest_received_at, rows, wait_until)
      values (${randomUUID()}, ${now}, ${JSON.stringify([{ subject_id: subjectId, properties: text }])}, '2100-01-01')`,
    sql`insert into journeys.dead_letter (id, received_at, source_id, reason, event)
      values (${randomUUID()}, ${now}, ${randomUUID()}, 'bad_type', ${`{"said":"${their.escaped}"}`})`,
    sql`insert into journeys.history_upload (id, state, file_name, bytes, uploaded, created_at, created_by, worked_at)
      values (${uploadId}, 'uploaded', 'a.csv', 1000, 1000, ${now}, 'system:test', ${now})`,
    sql`insert into journeys.history_part (import_id, start_at, bytes) values (${uploadId}, 0, ${Buffer.from(text)})`,
    sql`insert into journeys.history_fault (import_id, n, line, column_name, rule, sample)
      values (${uploadId}, 1, 1, 'at', 'time', ${text})`,
    sql`update carts.line set discount_reason = ${text}, discount_unit = 1, discount_basis_points = 1, discount_by = ${randomUUID()}
      where cart_id in (select id from carts.cart where subject_id = ${subjectId})`,
  ])
    await statement.execute(db);
}

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { sendJob } from './deliver.ts';
import { AddressRefused, checkTarget } from './post.ts';
import { type EndpointRow, tables } from './tables.ts';

/** Where events are sent, without its secret. */
export interface Endpoint {
  id: string;
  url: string;
  description: string;
  types: string[];
  active: boolean;
  failures: number;
  disabledReason: string | null;
  createdAt: string;
  /** Until then what is sent is signed with the secret before this one as well. */
  oldSecretUntil: string | null;
}

const toEndpoint = (row: EndpointRow): Endpoint => ({
  id: row.id,
  url: row.url,
  description: row.description,
  types: row.types,
  active: row.active,
  failures: row.failures,
  disabledReason: row.disabled_reason,
  createdAt: row.created_at.toISOString(),
  oldSecretUntil: row.old_secret_until?.toISOString() ?? null,
});

function checkUrl(url: string, allowPrivate: boolean): void {
  try {
    const { protocol } = checkTarget(url, allowPrivate);
    if (protocol !== 'https:' && protocol !== 'http:') throw new AddressRefused('only http and https are called');
  } catch (error) {
    const reason = error instanceof AddressRefused ? error.message : 'it is no address';
    throw new AppError('invalid_request', {
      detail: `Events cannot be sent there: ${reason}.`,
      errors: [{ path: '/url', message: reason }],
    });
  }
}

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * Adds an endpoint. Its secret is in this answer and in none after it; a repeat under the same key has none.
 *
 * @throws AppError invalid_request where this server may not call that address
 */
export async function addEndpoint(
  ctx: Ctx,
  input: { url: string; description: string; types: string[] },
  allowPrivate: boolean,
): Promise<{ endpoint: Endpoint; secret: string | null }> {
  checkUrl(input.url, allowPrivate);
  const secret = newSecret();
  const { id } = await once(ctx, 'webhooks.addEndpoint', async (tx) => {
    const made = tx.newId();
    await sql`insert into webhooks.endpoint (id, url, description, types, secret, created_by, created_at)
      values (${made}, ${input.url}, ${input.description}, ${[...new Set(input.types)]}, ${secret}, ${actorKey(tx.actor)}, ${tx.clock.now()})`.execute(
      tx.db,
    );
    await audit(tx, {
      act: 'webhooks.endpoint.added',
      target: 'webhook_endpoint',
      targetId: made,
      after: { types: input.types },
    });
    return { id: made };
  });
  const row = await tables(ctx).selectFrom('webhooks.endpoint').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', { detail: 'The endpoint was removed meanwhile.' });
  return { endpoint: toEndpoint(row), secret: row.secret === secret ? secret : null };
}

export async function listEndpoints(ctx: Ctx): Promise<Endpoint[]> {
  const rows = await tables(ctx)
    .selectFrom('webhooks.endpoint')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toEndpoint);
}

/** Changes what an endpoint hears of, or switches it off or on again; switched on, it starts without failures. */
export async function changeEndpoint(
  ctx: Ctx,
  input: { id: string; types?: string[] | undefined; active?: boolean | undefined },
): Promise<Endpoint> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<EndpointRow>`
      update webhooks.endpoint set types = coalesce(${input.types ?? null}::text[], types), active = coalesce(${input.active ?? null}::boolean, active),
        failures = case when ${input.active === true} then 0 else failures end,
        disabled_reason = case when ${input.active === true} then null else disabled_reason end
      where id = ${input.id} returning *`.execute(tx.db);
    if (!rows[0]) throw new AppError('not_found', { detail: 'There is no such endpoint.' });
    await audit(tx, {
      act: 'webhooks.endpoint.changed',
      target: 'webhook_endpoint',
      targetId: input.id,
      after: { types: rows[0].types, active: rows[0].active },
    });
    if (input.active) await wakeDeliveries(tx, input.id);
    return toEndpoint(rows[0]);
  });
}

/**
 * Gives an endpoint another secret, in this answer and in none after it; a repeat under the same key has none. For `overlapHours` what is sent carries both
 * signatures, so that the receiver changes over when it suits them; 0 where the old one is known to strangers.
 *
 * @throws AppError not_found
 */
export async function changeSecret(
  ctx: Ctx,
  input: { id: string; overlapHours: number },
): Promise<{ endpoint: Endpoint; secret: string | null }> {
  const secret = newSecret();
  const { id } = await once(ctx, 'webhooks.changeSecret', async (tx) => {
    const until = new Date(tx.clock.now().getTime() + input.overlapHours * 3_600_000);
    const isKept = input.overlapHours > 0;
    const { rows } = await sql<EndpointRow>`
      update webhooks.endpoint set old_secret = ${isKept ? sql`secret` : null}, old_secret_until = ${isKept ? until : null}, secret = ${secret}
      where id = ${input.id} returning *`.execute(tx.db);
    if (!rows[0]) throw new AppError('not_found', { detail: 'There is no such endpoint.' });
    await audit(tx, {
      act: 'webhooks.secret.changed',
      target: 'webhook_endpoint',
      targetId: input.id,
      after: { overlapHours: input.overlapHours },
    });
    return { id: input.id };
  });
  const row = await tables(ctx).selectFrom('webhooks.endpoint').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', { detail: 'The endpoint was removed meanwhile.' });
  return { endpoint: toEndpoint(row), secret: row.secret === secret ? secret : null };
}

/** What waited while it was off is sent now. */
async function wakeDeliveries(tx: Ctx, endpointId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from webhooks.delivery where endpoint_id = ${endpointId} and state = 'pending' order by created_at limit 1000`.execute(
    tx.db,
  );
  for (const { id } of rows) await tx.jobs.enqueue(tx, sendJob, { id });
}

/** Removes an endpoint with its log. @throws AppError not_found */
export async function removeEndpoint(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql`delete from webhooks.endpoint where id = ${id} returning id`.execute(tx.db);
    if (rows.length === 0) throw new AppError('not_found', { detail: 'There is no such endpoint.' });
    await audit(tx, { act: 'webhooks.endpoint.removed', target: 'webhook_endpoint', targetId: id });
  });
}

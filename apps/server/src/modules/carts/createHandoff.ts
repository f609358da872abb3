import { type RawBuilder, sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ownedBy } from './access.ts';
import { type HandoffLinks, hashOfToken } from './handoffLinks.ts';
import { makeShortCode, showShortCode } from './shortCode.ts';

export interface Handoff {
  id: string;
  cartId: string;
  lineId: string | null;
  locationId: string | null;
  /** `K7-42MX` */
  code: string;
  token: string;
  url: string;
  expiresAt: string;
}

export interface NewHandoff {
  cartId: string;
  /** A hold's code is its line's. Without a line the code is for the whole cart. */
  lineId?: string | undefined;
  /** The store where the code is good; the line's own unless said; none: at any. */
  locationId?: string | undefined;
  /** RFC 3339, unless said the end of the line's hold, else 14 days. */
  until?: string | undefined;
}

interface Row {
  id: string;
  cart_id: string;
  line_id: string | null;
  location_id: string | null;
  code: string;
  nonce: Buffer;
  expires_at: Date;
}

const daysOfLife = 14;
const tries = 8;

/**
 * A code and a link under which a cart (or one held line of it) goes on elsewhere. There is one live handoff for each:
 * asked again, the same one is given, living at least as long as now asked for. Shows no contact data to anyone.
 *
 * @throws AppError not_found, also for another person's cart
 */
export async function createHandoff(
  ctx: Ctx,
  links: HandoffLinks,
  input: NewHandoff,
  makeCode: () => string = makeShortCode,
): Promise<Handoff> {
  return inTransaction(ctx, async (tx) => {
    const until = endOf(tx, input);
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const code = makeCode();
      const fresh = await insert(tx, links, input, code, until);
      if (fresh) {
        await tell(tx, fresh);
        return toHandoff(fresh, links);
      }
      const known = await prolong(tx, input, until);
      if (known) return toHandoff(known, links);
      await endExpired(tx, code, input);
    }
    throw new AppError('internal', { detail: 'No free code was found.' });
  });
}

/** As asked; else with the hold of the line; else in 14 days. */
function endOf(tx: Ctx, input: NewHandoff): RawBuilder<unknown> {
  const now = tx.clock.now();
  return sql`coalesce(${input.until ?? null}::timestamptz,
    (select l.held_until from carts.line l where l.id = ${input.lineId ?? null}::uuid and l.held_until > ${now}),
    ${new Date(now.getTime() + daysOfLife * 86_400_000)}::timestamptz)`;
}

/** undefined: this cart or line has one already, or the code is taken. The unique indexes say so, not a look before. */
async function insert(
  tx: Ctx,
  links: HandoffLinks,
  input: NewHandoff,
  code: string,
  until: RawBuilder<unknown>,
): Promise<(Row & { subject_id: string }) | undefined> {
  const nonce = links.newNonce();
  const { rows } = await sql<Row & { subject_id: string }>`
    with target as (
      select cart.id, cart.subject_id, (select l.location_id from carts.line l where l.cart_id = cart.id and l.id = ${input.lineId ?? null}::uuid) as line_location
      from carts.cart where ${isTarget(tx, input)}
    ), handoff as (
      insert into carts.handoff (id, cart_id, line_id, location_id, code, nonce, token_hash, created_by, created_at, expires_at)
      select ${tx.newId()}, target.id, ${input.lineId ?? null}::uuid, coalesce(${input.locationId ?? null}::uuid, target.line_location), ${code},
        ${nonce}, ${hashOfToken(links.tokenOf(nonce))}, ${actorKey(tx.actor)}, ${tx.clock.now()}, ${until}
      from target on conflict do nothing returning *
    )
    select handoff.*, target.subject_id from handoff, target`.execute(tx.db);
  return rows[0];
}

async function prolong(tx: Ctx, input: NewHandoff, until: RawBuilder<unknown>): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    update carts.handoff h set expires_at = greatest(h.expires_at, ${until}), location_id = coalesce(${input.locationId ?? null}::uuid, h.location_id)
    from carts.cart where h.cart_id = cart.id and ${isTarget(tx, input)} and h.line_id is not distinct from ${input.lineId ?? null}::uuid
      and h.ended_at is null and h.expires_at > ${tx.clock.now()}
    returning h.*`.execute(tx.db);
  return rows[0];
}

/** Makes room: an expired handoff of this cart or line, or the expired owner of the code that was drawn. */
async function endExpired(tx: Ctx, code: string, input: NewHandoff): Promise<void> {
  const { rows } = await sql`select cart.id from carts.cart where ${isTarget(tx, input)}`.execute(tx.db);
  if (rows.length === 0)
    throw new AppError('not_found', { detail: 'There is no such cart, or this line is not in it.' });
  await sql`update carts.handoff set ended_at = ${tx.clock.now()} where ended_at is null and expires_at <= ${tx.clock.now()}
    and (code = ${code} or cart_id = ${input.cartId})`.execute(tx.db);
}

function isTarget(tx: Ctx, input: NewHandoff): RawBuilder<unknown> {
  const hasLine = input.lineId
    ? sql`and exists (select 1 from carts.line l where l.cart_id = cart.id and l.id = ${input.lineId})`
    : sql``;
  return sql`cart.id = ${input.cartId} and cart.state <> 'merged' ${hasLine} ${ownedBy(tx.actor)}`;
}

async function tell(tx: Ctx, row: Row & { subject_id: string }): Promise<void> {
  await emit(tx, {
    type: 'carts.handoff.created',
    subjectId: row.subject_id,
    aggregate: 'handoff',
    aggregateId: row.id,
    aggregateVersion: 1,
    locationId: row.location_id ?? undefined,
    data: { handoffId: row.id, cartId: row.cart_id, lineId: row.line_id, expiresAt: row.expires_at.toISOString() },
  });
}

function toHandoff(row: Row, links: HandoffLinks): Handoff {
  const token = links.tokenOf(row.nonce);
  return {
    id: row.id,
    cartId: row.cart_id,
    lineId: row.line_id,
    locationId: row.location_id,
    code: showShortCode(row.code),
    token,
    url: links.urlOf(token),
    expiresAt: row.expires_at.toISOString(),
  };
}

/** Live handoffs of carts and of their lines, to show codes and links again: one statement for any number of carts. */
export async function handoffsOf(
  ctx: Ctx,
  links: HandoffLinks,
  cartIds: readonly string[],
): Promise<Map<string, Handoff[]>> {
  const found = new Map<string, Handoff[]>();
  if (cartIds.length === 0) return found;
  const { rows } = await sql<Row>`select h.* from carts.handoff h join carts.cart on cart.id = h.cart_id
    where cart.id = any (${[...cartIds]}::uuid[]) and h.ended_at is null and h.expires_at > ${ctx.clock.now()} ${ownedBy(ctx.actor)}
    order by h.created_at, h.id`.execute(ctx.db);
  for (const row of rows) found.set(row.cart_id, [...(found.get(row.cart_id) ?? []), toHandoff(row, links)]);
  return found;
}

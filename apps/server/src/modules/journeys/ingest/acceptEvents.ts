import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { FindSecret } from '../sources/findSecret.ts';
import type { FindSource } from '../sources/findSource.ts';
import type { Source } from '../sources/source.ts';
import { isBot } from './bots.ts';
import { checkEvent, type EventType, type UnusableEvent, type UsableEvent } from './checkEvent.ts';
import { hintsOf } from './hints.ts';
import { keepUnusable } from './keepEvents.ts';
import type { KeepTogether } from './keepTogether.ts';
import { partByConsent } from './partByConsent.ts';
import { readBody, tooLarge } from './readBody.ts';
import { readSecrets, refuseSecretIn } from './readSecrets.ts';
import { readWriteKeys } from './readWriteKeys.ts';
import type { Tally } from './tally.ts';

export interface IngestParts {
  findSource: FindSource;
  findSecret: FindSecret;
  tally: Tally;
  keepTogether: KeepTogether;
  /** Few at a time, so that a stalled table takes no more than its share of the connections. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
}

export interface IngestRequest {
  /** What the address says the event is; undefined for batches. */
  type: EventType | undefined;
  body: unknown;
  headers: Record<string, string | undefined>;
  query: unknown;
}

/**
 * Takes the events of one request: durable when it returns, each once however often it is sent. Events of a batch that
 * cannot be used are set aside with a reason and do not take the others with them; events without the consent they need
 * are counted and not kept.
 *
 * Throws malformed_json and invalid_request (400) for broken JSON and size, after the usable events of the batch are
 * kept: clients do not send a 400 again. Throws api_key_invalid (401) for an unknown write key and origin_not_allowed (403),
 * both counted; tracking clients do not retry them either, and a developer sees them at once, which a 200 would hide. A secret
 * key that stands where others can read it is refused, whatever came with it.
 */
export async function acceptEvents(ctx: Ctx, parts: IngestParts, request: IngestRequest): Promise<void> {
  const receivedAt = ctx.clock.now();
  refuseSecretIn(JSON.stringify(request.query ?? {}));
  const body = await readBody(request.body);
  const { source, writeKey, trusted } = await admitSource(ctx, parts, request, body);
  const batch = Array.isArray(body.batch) ? body.batch : undefined;
  const sent: unknown[] = batch ?? [body];
  const byPeople = sent.filter((raw) => !isBot(raw, request.headers['user-agent']));
  const { given, refused } = partByConsent(source, byPeople, body);
  if (refused > 0) await countRefusal(ctx, 'no_consent', refused);
  const checked = given.map((raw: unknown) =>
    checkEvent(raw, { type: request.type, batch: batch ? body : undefined, receivedAt, trusted }),
  );
  const usable = checked.filter((event): event is UsableEvent => 'key' in event);
  const unusable = checked.filter((event): event is UnusableEvent => 'reason' in event);
  const kept = await parts.keepTogether(ctx, source.id, receivedAt, usable);
  if (unusable.length > 0)
    await parts.inTurn(() =>
      keepUnusable(
        ctx,
        source.id,
        receivedAt,
        unusable.map((event) => ({ ...event, trusted, type: request.type, sentAt: body.sentAt })),
      ),
    );
  parts.tally.add(ctx, source.id, {
    event: kept,
    repeat: usable.length - kept,
    bot: sent.length - byPeople.length,
    old_key: writeKey === source.oldWriteKey ? sent.length : 0,
    ...countUnusable(unusable),
    // A repeat broke the same rules when it first came.
    ...(kept > 0 ? countHints(usable, { receivedAt, sentAt: body.sentAt }) : {}),
  });
  const large = unusable.filter((event) => event.reason === 'too_large').length;
  if (large > 0)
    throw tooLarge(`An event may have 32 KB; ${large} of ${checked.length} had more. The others were kept.`);
}

function countUnusable(unusable: readonly UnusableEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of unusable) counts[`unusable:${reason}`] = (counts[`unusable:${reason}`] ?? 0) + 1;
  return counts;
}

function countHints(
  usable: readonly UsableEvent[],
  given: { receivedAt: Date; sentAt: unknown },
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { event, type, trusted } of usable)
    for (const hint of hintsOf(event, { type, trusted, ...given }))
      counts[`hint:${hint}`] = (counts[`hint:${hint}`] ?? 0) + 1;
  return counts;
}

async function admitSource(
  ctx: Ctx,
  parts: IngestParts,
  request: IngestRequest,
  body: Record<string, unknown>,
): Promise<{ source: Source; writeKey: string | undefined; trusted: boolean }> {
  const { findSource, inTurn, tally } = parts;
  const secrets = readSecrets(request.headers);
  if (secrets.length > 0) return { ...(await admitSecret(ctx, parts, request, secrets)), trusted: true };
  const writeKeys = readWriteKeys({ ...request, body });
  const source = await findSource(ctx, writeKeys);
  if (!source) {
    await inTurn(() => countRefusal(ctx, 'unknown_write_key'));
    throw new AppError('api_key_invalid', {
      detail: 'This write key is unknown or switched off; nothing was kept. Sources and their keys are in the Office.',
    });
  }
  const { origin } = request.headers;
  if (origin && source.allowedOrigins.length > 0 && !source.allowedOrigins.includes(origin)) {
    tally.add(ctx, source.id, { wrong_origin: 1 });
    await inTurn(() => countRefusal(ctx, 'origin_not_allowed'));
    throw new AppError('origin_not_allowed', {
      detail: `The source ${source.name} is not used on ${origin.slice(0, 200)}.`,
    });
  }
  return {
    source,
    writeKey: writeKeys.find((key) => key === source.writeKey || key === source.oldWriteKey),
    trusted: false,
  };
}

/** A secret decides alone: one that was revoked is not made up for by a public key beside it. */
async function admitSecret(
  ctx: Ctx,
  { findSecret, inTurn }: IngestParts,
  request: IngestRequest,
  secrets: readonly string[],
): Promise<{ source: Source; writeKey: undefined }> {
  if (request.headers.origin !== undefined) {
    await inTurn(() => countRefusal(ctx, 'secret_in_browser'));
    throw new AppError('origin_not_allowed', {
      detail:
        'A secret key came from a browser, where everybody can read it; nothing was kept. Use the public write key in pages, and make another secret key: this one is known now.',
    });
  }
  const source = await findSecret(ctx, secrets);
  if (!source) {
    await inTurn(() => countRefusal(ctx, 'unknown_secret'));
    throw new AppError('api_key_invalid', {
      detail: 'This secret key is unknown, revoked, or its source is switched off; nothing was kept.',
    });
  }
  return { source, writeKey: undefined };
}

async function countRefusal(ctx: Ctx, reason: string, times = 1): Promise<void> {
  await sql`insert into journeys.refusal (day, reason, requests) values (${ctx.clock.now()}::timestamptz::date, ${reason}, ${times})
    on conflict (day, reason) do update set requests = journeys.refusal.requests + ${times}`.execute(ctx.db);
}

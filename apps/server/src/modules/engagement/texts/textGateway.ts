import type { Ctx } from '../../../kernel/context.ts';

/**
 * Carries a text message; resolves with its own id of it, and throws TextRefused where trying again is of no use. `to` is a
 * number in E.164.
 */
export type TextGateway = (ctx: Ctx, message: { to: string; body: string }) => Promise<string>;

/** The gateway will not take this message, now or later. */
export class TextRefused extends Error {}

/** What the gateway signs with: the token of the account. */
export const gatewayToken = (url: string): string => decodeURIComponent(new URL(url).password);

/**
 * A gateway that speaks Twilio's API (POST /2010-04-01/Accounts/{sid}/Messages.json, form-encoded, HTTP Basic), by one URL:
 * `https://SID:TOKEN@api.twilio.com?from=%2B48732000000`; `from` is a number (E.164), a sender's name, or the id of a
 * messaging service (MG…). Source: twilio.com/docs/messaging/api/message-resource.
 */
export function twilioGateway(url: string): TextGateway {
  const { origin, username, password, searchParams } = new URL(url);
  const sid = decodeURIComponent(username);
  const from = searchParams.get('from') ?? '';
  const authorization = `Basic ${Buffer.from(`${sid}:${decodeURIComponent(password)}`).toString('base64')}`;
  return async (_ctx, { to, body }) => {
    const answer = await fetch(`${origin}/2010-04-01/Accounts/${encodeURIComponent(sid)}/Messages.json`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({
        To: to,
        [/^MG[0-9a-f]{32}$/.test(from) ? 'MessagingServiceSid' : 'From']: from,
        Body: body,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(15_000),
    });
    const said: unknown = await answer.json().catch(() => undefined);
    const { sid: messageId, code } = (said ?? {}) as { sid?: unknown; code?: unknown };
    if (answer.ok && typeof messageId === 'string') return messageId;
    // Its own code and not its words: they repeat the number.
    const reason = `HTTP ${answer.status}${typeof code === 'number' ? `, code ${code}` : ''}`;
    const isFinal = answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429;
    throw isFinal ? new TextRefused(reason) : new Error(reason);
  };
}

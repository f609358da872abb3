import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { AppError } from '../../../kernel/errors.ts';
import { everyone, Reply, type RouteDefinition, route } from '../../../kernel/route.ts';
import { Strict } from '../../../kernel/schemas.ts';
import type { EngagementConfig } from '../config.ts';
import { gatewayToken } from '../texts/textGateway.ts';
import { keepReport } from './keepReport.ts';
import { readMailReports } from './readMailReports.ts';
import { saysStop } from './saysStop.ts';
import { isSignedMail, isSignedText } from './signature.ts';

const notGenuine = () =>
  new AppError('webhook_not_genuine', {
    detail: 'The signature does not fit, or it was made more than five minutes ago.',
  });
const notSetUp = () => new AppError('not_found', { detail: 'This is not set up here.' });

const headerOf = (headers: Record<string, unknown>, name: string) => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

/** What those who carry our mails and texts tell of an address by themselves. */
export const reportRoutes = (config: EngagementConfig): RouteDefinition[] => [
  route({
    method: 'POST',
    path: '/webhooks/mail',
    summary: 'Bounces and complaints, signed: HMAC-SHA256 of "timestamp.body" in throughline-signature',
    tag: 'Mails',
    audience: everyone,
    raw: true,
    bodyLimit: 512 * 1024,
    response: Strict({ received: Type.Integer({ description: 'Reports that were new' }) }),
    async handle(ctx, { body, headers }) {
      const secret = config.mailWebhookSecret;
      if (!secret) throw notSetUp();
      const bytes: unknown = body;
      const timestamp = headerOf(headers, 'throughline-timestamp');
      const signature = headerOf(headers, 'throughline-signature');
      if (
        !(bytes instanceof Uint8Array) ||
        !isSignedMail(secret, { timestamp, signature, body: bytes }, ctx.clock.now())
      )
        throw notGenuine();
      const reports = readMailReports(parse(bytes));
      if (!reports) throw new AppError('invalid_request', { detail: 'This is none of the shapes that are read here.' });
      let received = 0;
      for (const { eventId, kind, address } of reports) {
        const kept = await keepReport(ctx, { eventId, kind, address: { kind: 'email', value: address } });
        if (kept.isNew) received += 1;
      }
      return { received };
    },
  }),
  route({
    method: 'POST',
    path: '/webhooks/texts',
    summary: 'A text that came back, signed as Twilio does: STOP ends advertising to that number',
    tag: 'Mails',
    audience: everyone,
    raw: true,
    bodyLimit: 64 * 1024,
    async handle(ctx, { body, headers }) {
      const token = config.smsUrl && gatewayToken(config.smsUrl);
      if (!token) throw notSetUp();
      const bytes: unknown = body;
      if (!(bytes instanceof Uint8Array)) throw notGenuine();
      const form = new URLSearchParams(Buffer.from(bytes).toString());
      const signature = headerOf(headers, 'x-twilio-signature');
      if (!isSignedText(token, { url: `${config.publicUrl}/webhooks/texts`, form, signature })) throw notGenuine();
      const [from, id] = [form.get('From') ?? '', form.get('MessageSid') ?? ''];
      if (/^\+\d{6,15}$/.test(from) && id && saysStop(form.get('Body') ?? ''))
        await keepReport(ctx, {
          eventId: createHash('sha256').update(`text:${id}`).digest('hex'),
          kind: 'stop',
          address: { kind: 'phone', value: from },
        });
      // No answer by text: the gateway confirms a STOP itself.
      return new Reply<unknown>('<Response/>', { headers: { 'content-type': 'text/xml; charset=utf-8' } });
    },
  }),
];

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

import { createHash } from 'node:crypto';

/** `hard`: nobody is there; `soft`: not now; `complaint`: its reader called it spam. */
export type MailReportKind = 'hard' | 'soft' | 'complaint';

export interface MailReport {
  /** The provider's own id of what happened: the same one again is a repeat. */
  eventId: string;
  kind: MailReportKind;
  /** pii */
  address: string;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a mail provider tells, in our own shape or in the two most common ones: `{events: [{id, type, email}]}` with type
 * hard_bounce, soft_bounce or complaint; Postmark's record; SendGrid's list. What is none of these, such as an opening, is
 * left out. undefined: no shape we know.
 */
export function readMailReports(body: unknown): MailReport[] | undefined {
  if (Array.isArray(body)) return body.filter(isFields).flatMap((event) => found(sendGrid(event)));
  if (!isFields(body)) return undefined;
  if (Array.isArray(body.events)) return body.events.filter(isFields).flatMap((event) => found(own(event)));
  return 'RecordType' in body ? found(postmark(body)) : undefined;
}

interface Loose {
  id: unknown;
  kind: MailReportKind | undefined;
  email: unknown;
}

function found({ id, kind, email }: Loose): MailReport[] {
  const isId = typeof id === 'string' || typeof id === 'number';
  if (!kind || !isId || id === '' || typeof email !== 'string' || email.length > 254) return [];
  // An id may be long, and may have the address in it.
  return [{ eventId: createHash('sha256').update(`${kind}:${id}`).digest('hex'), kind, address: email.trim() }];
}

const ownKinds: Record<string, MailReportKind> = { hard_bounce: 'hard', soft_bounce: 'soft', complaint: 'complaint' };
const own = (event: Fields): Loose => ({
  id: event.id,
  kind: ownKinds[String(event.type)],
  email: event.email,
});

/** postmarkapp.com/developer/webhooks/bounce-webhook: of its types only two say that nobody is there. */
const postmark = (record: Fields): Loose => ({
  id: record.ID === undefined ? undefined : `postmark:${String(record.ID)}`,
  kind:
    record.RecordType === 'SpamComplaint'
      ? 'complaint'
      : record.RecordType !== 'Bounce'
        ? undefined
        : record.Type === 'SpamComplaint'
          ? 'complaint'
          : record.Type === 'HardBounce' || record.Type === 'BadEmailAddress'
            ? 'hard'
            : 'soft',
  email: record.Email,
});

/** docs.sendgrid.com, Event Webhook: a `blocked` bounce is the server's refusal of today, not of the address. */
const sendGrid = (event: Fields): Loose => ({
  id: event.sg_event_id,
  kind:
    event.event === 'spamreport'
      ? 'complaint'
      : event.event === 'bounce'
        ? event.type === 'blocked'
          ? 'soft'
          : 'hard'
        : event.event === 'deferred'
          ? 'soft'
          : undefined,
  email: event.email,
});

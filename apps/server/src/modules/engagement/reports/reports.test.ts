import { createHmac, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../../../test/testServer.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { agreeByMailbox, mayContact, subjectForVerified } from '../../customers/index.ts';
import { queueMail } from '../index.ts';

const secret = 'a-secret-shared-with-the-mail-provider';
const token = 'to/ken';
let server: TestServer;
beforeAll(async () => {
  server = await testServer({
    config: { mailWebhookSecret: secret, smsUrl: 'http://AC1:to%2Fken@127.0.0.1:9?from=%2B48732000000' },
  });
});
afterAll(() => server.stop());

const mailbox = () => `b-${randomUUID()}@velora.example`;
const evidence = { kind: 'code', source: 'code' };
const mayAdvertise = (email: string) => mayContact(server.ctx(), { kind: 'email', value: email }, 'marketing', 'email');

/** Somebody who proved the address and agreed to news. */
async function agreed(): Promise<{ email: string; subjectId: string }> {
  const email = mailbox();
  const { subjectId } = await subjectForVerified(server.ctx(), { kind: 'email', value: email, evidence });
  const said = { source: 'receipt' as const, wording: 'receipt-1', language: 'pl' as const, proof: {} };
  await inTransaction(server.ctx(), (tx) => agreeByMailbox(tx, { ...said, subjectId, email }));
  return { email, subjectId };
}

const seconds = () => String(Math.floor(server.clock.now().getTime() / 1000));
const sign = (payload: string, timestamp: string, key = secret) =>
  createHmac('sha256', key).update(`${timestamp}.${payload}`).digest('hex');
async function tell(body: unknown, more: { timestamp?: string; signature?: string } = {}) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const { timestamp = seconds(), signature = sign(payload, timestamp) } = more;
  return server.app.inject({
    method: 'POST',
    url: '/webhooks/mail',
    headers: {
      'content-type': 'application/json',
      'throughline-timestamp': timestamp,
      'throughline-signature': signature,
    },
    payload,
  });
}
const event = (type: string, email: string, id = randomUUID()) => ({ events: [{ id, type, email }] });
const wordsOf = async (subjectId: string) =>
  (
    await sql<{ state: string; source: string }>`select state, source from customers.consent
      where subject_id = ${subjectId} order by at, id`.execute(server.base.db)
  ).rows;

describe('what a mail provider tells', () => {
  it('of a mailbox that is not there: no advertising goes there any more, and orders are confirmed all the same', async () => {
    const { email } = await agreed();
    expect((await tell(event('hard_bounce', email.toUpperCase()))).json()).toEqual({ received: 1 });
    expect(await mayAdvertise(email)).toEqual({ allowed: false, reason: 'bounced' });
    const mail = { template: 'sign_in_code', to: { email }, language: 'en', data: { code: '1', minutes: 1 } } as const;
    const queued = (purpose: 'service' | 'marketing') =>
      queueMail(server.ctx(), { ...mail, purpose, uniqueKey: randomUUID() });
    expect((await queued('marketing')).queued).toBe(false);
    expect((await queued('service')).queued).toBe(true);
  });

  it('of a complaint: the consent is withdrawn with the report as proof, and staff cannot lift it', async () => {
    const { email, subjectId } = await agreed();
    await tell(event('complaint', email));
    expect(await mayAdvertise(email)).toEqual({ allowed: false, reason: 'complained' });
    expect(await wordsOf(subjectId)).toEqual([
      { state: 'given', source: 'receipt' },
      { state: 'withdrawn', source: 'mail_report' },
    ]);
  });

  it('of a full mailbox is counted and changes nothing', async () => {
    const { email } = await agreed();
    await tell(event('soft_bounce', email));
    expect(await mayAdvertise(email)).toEqual({ allowed: true });
  });

  it('twice, or twice at once, is kept once', async () => {
    const { email, subjectId } = await agreed();
    const body = event('complaint', email);
    const answers = await Promise.all([tell(body), tell(body), tell(body)]);
    expect(answers.map((answer) => answer.json().received).sort()).toEqual([0, 0, 1]);
    expect(await wordsOf(subjectId)).toHaveLength(2);
  });

  it('is read as Postmark and SendGrid write it; openings and the like are passed over', async () => {
    const [a, b, c, d] = [await agreed(), await agreed(), await agreed(), await agreed()];
    const e = await agreed();
    await tell({ RecordType: 'Bounce', ID: 4711, Type: 'HardBounce', TypeCode: 1, Email: a.email });
    await tell({ RecordType: 'SpamComplaint', ID: 4711, Email: b.email });
    await tell({ RecordType: 'Open', ID: 5, Email: c.email });
    const list = [
      { event: 'bounce', type: 'bounce', email: e.email, sg_event_id: randomUUID() },
      { event: 'bounce', type: 'blocked', email: c.email, sg_event_id: randomUUID() },
      { event: 'open', email: c.email, sg_event_id: randomUUID() },
      { event: 'spamreport', email: d.email, sg_event_id: randomUUID() },
    ];
    expect((await tell(list)).json()).toEqual({ received: 3 });
    const states = await Promise.all([a, b, c, d, e].map(({ email }) => mayAdvertise(email)));
    expect(states).toEqual([
      { allowed: false, reason: 'bounced' },
      { allowed: false, reason: 'complained' },
      { allowed: true },
      { allowed: false, reason: 'complained' },
      { allowed: false, reason: 'bounced' },
    ]);
  });

  it('is believed only with our signature, and only at once', async () => {
    const { email } = await agreed();
    const body = JSON.stringify(event('hard_bounce', email));
    const old = String(Number(seconds()) - 301);
    const refused = [
      await tell(body, { signature: sign(body, seconds(), 'another-secret') }),
      await tell(body, { signature: sign(`${body} `, seconds()) }),
      await tell(body, { timestamp: old }),
      await tell(body, { signature: '' }),
      await tell(body, { timestamp: 'soon' }),
    ];
    expect(refused.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
      refused.map(() => [400, 'webhook_not_genuine']),
    );
    for (const odd of ['{', '3', '{"hello":1}']) expect((await tell(odd)).statusCode).toBe(400);
    expect((await tell({ events: [{ id: {}, type: 'hard_bounce', email }, null, 'x'] })).json()).toEqual({
      received: 0,
    });
    expect(await mayAdvertise(email)).toEqual({ allowed: true });
  });
});

describe('a text that comes back', () => {
  const from = () => `+4860${Math.floor(1_000_000 + Math.random() * 8_999_999)}`;
  async function text(fields: Record<string, string>, key = token) {
    const sorted = Object.keys(fields).sort();
    const url = `${server.config.publicUrl}/webhooks/texts`;
    const signed = url + sorted.map((name) => name + fields[name]).join('');
    return server.app.inject({
      method: 'POST',
      url: '/webhooks/texts',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': createHmac('sha1', key).update(signed).digest('base64'),
      },
      payload: new URLSearchParams(fields).toString(),
    });
  }
  const mayText = (value: string) => mayContact(server.ctx(), { kind: 'phone', value }, 'marketing', 'sms');

  it('and says STOP ends advertising to that number, once, with its owner’s no', async () => {
    const number = from();
    const { subjectId } = await subjectForVerified(server.ctx(), { kind: 'phone', value: number, evidence });
    const fields = { From: number, Body: ' Stop. ', MessageSid: 'SM1', To: '+48732000000' };
    const answer = await text(fields);
    expect([answer.statusCode, answer.body]).toEqual([200, '<Response/>']);
    await text(fields);
    expect(await mayText(number)).toEqual({ allowed: false, reason: 'unsubscribed' });
    expect(await wordsOf(subjectId)).toEqual([{ state: 'withdrawn', source: 'text_reply' }]);
  });

  it('and says anything else, or is not from our gateway, ends nothing', async () => {
    const number = from();
    expect((await text({ From: number, Body: 'please do not stop the delivery', MessageSid: 'SM2' })).statusCode).toBe(
      200,
    );
    expect((await text({ From: number, Body: 'STOP', MessageSid: 'SM3' }, 'guessed')).statusCode).toBe(400);
    expect(await mayText(number)).toEqual({ allowed: false, reason: 'no_consent' });
  });
});

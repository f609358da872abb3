import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../../../test/testServer.ts';
import { queueText } from '../index.ts';
import { textBodies } from './textBodies.ts';

/** A gateway as Twilio's is on the wire: HTTP Basic, a form, 201 with a sid; it answers what the test says. */
let gateway: Server;
let server: TestServer;
let answers: { status: number; body?: object }[] = [];
let sent: { path: string | undefined; form: Record<string, string> }[] = [];

beforeAll(async () => {
  gateway = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const isKnown =
        request.headers.authorization === `Basic ${Buffer.from('AC1:to/ken').toString('base64')}` &&
        request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
      const answer = isKnown ? (answers.shift() ?? { status: 201 }) : { status: 401, body: { code: 20003 } };
      if (answer.status === 201) sent.push({ path: request.url, form });
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body ?? (answer.status === 201 ? { sid: `SM${sent.length}` } : {})));
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  server = await testServer({ config: { smsUrl: `http://AC1:to%2Fken@127.0.0.1:${port}?from=%2B48732000000` } });
});
afterAll(async () => {
  await server.stop();
  gateway.close();
});
beforeEach(() => {
  answers = [];
  sent = [];
});

const textOf = async (key: string) =>
  (
    await server.database.pool.query(
      'select state, attempts, body, provider_id, last_error from engagement.text_message where unique_key = $1',
      [key],
    )
  ).rows[0];
const queue = (key: string, minutes = 10) =>
  queueText(server.ctx(), {
    template: 'sign_in_code',
    to: '+48600100200',
    language: 'pl',
    data: { code: '123456', minutes: 10 },
    uniqueKey: key,
    goodUntil: new Date(server.clock.now().getTime() + minutes * 60_000),
  });

describe('a text message', () => {
  it('goes to the gateway once, however often its reason comes, and a code is not kept after it was sent', async () => {
    await queue('one');
    await queue('one');
    await server.settle();
    expect(sent).toEqual([
      {
        path: '/2010-04-01/Accounts/AC1/Messages.json',
        form: { To: '+48600100200', From: '+48732000000', Body: expect.stringContaining('123456') },
      },
    ]);
    expect(await textOf('one')).toMatchObject({ state: 'sent', body: '', provider_id: 'SM1', attempts: 1 });
  });

  it('is tried again when the gateway is in trouble or asks to wait, and given up when it refuses', async () => {
    answers = [{ status: 503 }, { status: 429 }];
    await queue('trouble');
    await server.settle();
    expect(await textOf('trouble')).toMatchObject({ state: 'queued', last_error: 'HTTP 503' });
    for (let tries = 0; tries < 6 && (await textOf('trouble')).state !== 'sent'; tries += 1) {
      server.clock.travel(70_000);
      await server.jobs.enqueue(server.ctx(), 'engagement.resend-stuck-texts', {});
      await server.settle();
    }
    expect(await textOf('trouble')).toMatchObject({ state: 'sent', attempts: 3 });
    answers = [{ status: 400, body: { code: 21211, message: "The 'To' number +48600100200 is not valid" } }];
    await queue('refused');
    await server.settle();
    expect(await textOf('refused')).toMatchObject({ state: 'failed', last_error: 'HTTP 400, code 21211', body: '' });
    expect(sent).toHaveLength(1);
  });

  it('that comes too late to be of use is not sent', async () => {
    await queue('late', -1);
    await server.settle();
    expect(await textOf('late')).toMatchObject({ state: 'failed', body: '' });
    expect(sent).toEqual([]);
  });

  it('is one message in every language: 160 characters of the common alphabet, 70 of others', () => {
    for (const language of ['en', 'pl', 'ru'] as const) {
      const body = textBodies.sign_in_code.body[language]({ code: '123456', minutes: 10, shop: 'Velora' });
      // Beyond ASCII (a cautious reading of GSM 03.38) a text is sent in UCS-2.
      expect(body.length, body).toBeLessThanOrEqual(/^[\x20-\x7e]*$/.test(body) ? 160 : 70);
    }
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../../../test/testServer.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/ids.ts';
import { subjectForVerified } from '../../customers/index.ts';
import { saveMember } from '../../staff/index.ts';
import { tables } from '../tables.ts';
import { leaseSeconds } from './claimMail.ts';
import type { TemplateName } from './data.ts';
import { exampleData, templateNames } from './exampleData.ts';
import { queueMail } from './queueMail.ts';
import { readReplyAddress } from './replyAddress.ts';
import { resendStuckJob } from './resendStuckJob.ts';

/** A mail server of a stranger, that does what the test says. */
interface OtherServer {
  url: string;
  mails: Email[];
  onData: (mail: Email) => { responseCode: number; message: string } | undefined;
  stop(): Promise<void>;
}

async function otherServer(): Promise<OtherServer> {
  const self: OtherServer = { url: '', mails: [], onData: () => undefined, stop: async () => undefined };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          const refusal = self.onData(mail);
          if (refusal) return done(Object.assign(new Error(refusal.message), refusal));
          self.mails.push(mail);
          done();
        });
      });
    },
  });
  smtp.on('error', () => undefined);
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  self.url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  self.stop = () => new Promise((resolve) => smtp.close(() => resolve()));
  return self;
}

interface Caught {
  subject: string;
  html: string;
  text: string;
  copies: number;
  messageId: string;
  headers: Record<string, string>;
  attachments: { type: string; cid: string | null; base64: string }[];
}

const mailbox = () => `m-${newId()}@velora-test.pl`;
const caught = async (server: TestServer, to: string): Promise<Caught[]> =>
  (await server.app.inject({ method: 'GET', url: `/api/dev/mailbox?to=${encodeURIComponent(to)}` })).json().items;
const queue = (server: TestServer, email: string, template: TemplateName = 'hold_confirmed', more: object = {}) =>
  queueMail(server.ctx(), {
    template,
    to: { email },
    language: 'en',
    data: exampleData[template],
    uniqueKey: `test:${newId()}`,
    ...more,
  });
const stateOf = async (server: TestServer, mailId: string | null) =>
  tables(server.ctx())
    .selectFrom('engagement.mail')
    .selectAll()
    .where('id', '=', mailId ?? '')
    .executeTakeFirstOrThrow();

describe('the mailbox of development', () => {
  let one: TestServer;
  let two: TestServer;
  beforeAll(async () => {
    one = await testServer();
    two = await testServer({ sharing: one });
  });
  afterAll(async () => {
    await two?.stop();
    await one?.stop();
  });

  it.each(templateNames)(
    '%s goes through a real mail conversation and arrives whole in every language',
    async (template) => {
      for (const language of ['en', 'pl', 'ru'] as const) {
        const to = mailbox();
        await queue(one, to, template, { language });
        await one.settle();
        const [mail, ...more] = await caught(one, to);
        expect(more).toEqual([]);
        const row = await tables(one.ctx())
          .selectFrom('engagement.mail')
          .select(['subject', 'state'])
          .where('to_address', '=', to)
          .executeTakeFirstOrThrow();
        expect(mail?.subject).toBe(row.subject);
        expect(row.state).toBe('sent');
        expect(mail?.html).toContain('</html>');
      }
    },
  );

  it('carries its own id, says that it was made by a program, and shows the code as a picture', async () => {
    const to = mailbox();
    const { mailId } = await queue(one, to);
    await two.settle();
    const [mail] = await caught(two, to);
    expect(mail?.messageId).toBe(`<${mailId}@velora.example>`);
    expect(mail?.headers).toMatchObject({ 'auto-submitted': 'auto-generated', from: 'Velora <hello@velora.example>' });
    expect(mail?.headers['reply-to']).toBeUndefined();
    const picture = mail?.attachments[0];
    expect(picture).toMatchObject({ type: 'image/png', cid: 'code1@throughline' });
    expect(
      Buffer.from(picture?.base64 ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(mail?.html).toContain(`cid:${picture?.cid}`);
  });

  it('goes out if and only if what it tells of was committed', async () => {
    const to = mailbox();
    await expect(
      inTransaction(one.ctx(), async (tx) => {
        await queueMail(tx, {
          template: 'hold_ready',
          to: { email: to },
          language: 'pl',
          data: exampleData.hold_ready,
          uniqueKey: newId(),
        });
        throw new Error('the hold failed');
      }),
    ).rejects.toThrow('the hold failed');
    await one.settle();
    expect(await caught(one, to)).toEqual([]);
  });

  it('one reason makes one mail, however many servers say it at once', async () => {
    const to = mailbox();
    const uniqueKey = `hold-confirmed:${newId()}`;
    const queued = await Promise.all(
      [one, two, one, two].map((server) => queue(server, to, 'hold_confirmed', { uniqueKey })),
    );
    expect(new Set(queued.map((mail) => mail.mailId)).size).toBe(1);
    expect(queued.filter((mail) => mail.queued)).toHaveLength(1);
    await Promise.all([one.settle(), two.settle()]);
    expect(await caught(one, to)).toHaveLength(1);
  });

  it('two workers send each of many mails once', async () => {
    const to = mailbox();
    for (let index = 0; index < 30; index += 1) await queue(index % 2 ? one : two, to, 'sign_in_code');
    await Promise.all([one.settle(), two.settle()]);
    const mails = await caught(one, `${to}&limit=100`.replace('&limit=100', ''));
    const { rows } = await sql<{
      n: number;
      copies: number;
    }>`select count(*) as n, sum(copies) as copies from engagement.caught_mail where to_addresses @> array[${to}]`.execute(
      one.base.db,
    );
    expect(rows).toEqual([{ n: 30, copies: 30 }]);
    expect(mails.length).toBe(20);
  });

  it('a sign-in code stays readable for nobody once it was sent', async () => {
    const to = mailbox();
    const { mailId } = await queue(one, to, 'sign_in_code');
    expect((await stateOf(one, mailId)).html).toContain('482 913');
    await one.settle();
    // Not three digits of it: ids and times have those by chance.
    expect(JSON.stringify(await stateOf(one, mailId))).not.toMatch(/482\W?913/);
    expect((await caught(one, to))[0]?.text).toContain('482 913');
  });

  it('is shown as a page; what a mail contains cannot run there', async () => {
    const to = mailbox();
    const title = '<img src=x onerror=alert(1)>';
    await queue(one, to, 'hold_confirmed', {
      data: { ...exampleData.hold_confirmed, goods: [{ title, options: '', quantity: 1, price: null }] },
    });
    await one.settle();
    const list = await one.app.inject({ method: 'GET', url: `/mailbox?to=${to}` });
    expect(list.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(list.body).not.toContain('<img src=x');
    expect(list.body).toContain('&lt;img src=x');
    const id = /href="\/mailbox\?id=([0-9a-f-]{36})/.exec(list.body)?.[1];
    const page = await two.app.inject({ method: 'GET', url: `/mailbox?id=${id}` });
    expect(page.body).toContain(`src="/mailbox/${id}/html"`);
    expect(page.body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const frame = await one.app.inject({ method: 'GET', url: `/mailbox/${id}/html` });
    expect(frame.headers['content-security-policy']).toContain("default-src 'none'");
    expect(frame.headers['content-security-policy']).toContain('sandbox');
    expect(frame.body).toContain('src="data:image/png;base64,');
    expect((await one.app.inject({ method: 'GET', url: `/mailbox/${newId()}/html` })).statusCode).toBe(404);
  });

  it('a mail that cannot be written undoes nothing and is shown to an administrator, who can send it later', async () => {
    const to = mailbox();
    const { zone: _zone, ...holed } = exampleData.hold_confirmed;
    const broken = await queue(one, to, 'hold_confirmed', { data: holed });
    expect(broken.queued).toBe(false);
    const row = await stateOf(one, broken.mailId);
    expect(row).toMatchObject({ state: 'failed', html: null });
    expect(row.last_error).not.toContain('Julia');

    const member = {
      email: `admin-${newId()}@velora.example`,
      name: 'Ada Admin',
      password: 'a long password',
      locationIds: 'all' as const,
    };
    await saveMember(one.ctx(), { ...member, role: 'admin' });
    await saveMember(one.ctx(), { ...member, email: `m-${member.email}`, role: 'manager' });
    const signIn = async (email: string) => {
      const answer = await one.app.inject({
        method: 'POST',
        url: '/api/staff/sign-in',
        payload: { email, password: member.password },
      });
      return `tl_staff=${answer.cookies.find((cookie) => cookie.name === 'tl_staff')?.value ?? ''}`;
    };
    const [admin, manager] = [await signIn(member.email), await signIn(`m-${member.email}`)];
    expect(
      (await one.app.inject({ method: 'GET', url: '/api/staff/mail/failed', headers: { cookie: manager } })).statusCode,
    ).toBe(403);
    expect((await one.app.inject({ method: 'GET', url: '/api/staff/mail/failed' })).statusCode).toBe(401);
    const failed = await one.app.inject({ method: 'GET', url: '/api/staff/mail/failed', headers: { cookie: admin } });
    expect(failed.json().items[0]).toMatchObject({ id: broken.mailId, state: 'failed', to });

    await tables(one.ctx())
      .updateTable('engagement.mail')
      .set({ data: JSON.stringify(exampleData.hold_confirmed) })
      .where('id', '=', broken.mailId ?? '')
      .execute();
    const retry = () =>
      one.app.inject({ method: 'POST', url: `/api/staff/mail/${broken.mailId}/retry`, headers: { cookie: admin } });
    expect((await retry()).statusCode).toBe(200);
    await one.settle();
    expect(await caught(one, to)).toHaveLength(1);
    expect((await retry()).statusCode).toBe(409);
  });

  it('an address that would name more recipients is not written to', async () => {
    for (const email of ['a@velora-test.pl, b@velora-test.pl', 'a@velora-test.pl\r\nBcc: b@velora-test.pl', 'nobody']) {
      const { mailId, queued } = await queue(one, email);
      expect(queued).toBe(false);
      expect((await stateOf(one, mailId)).state).toBe('failed');
    }
  });

  describe('advertising', () => {
    const consent = (email: string, given: boolean) =>
      inTransaction(one.ctx(), async (tx) => {
        const evidence = { kind: 'test', source: 'test' };
        const { subjectId } = await subjectForVerified(tx, { kind: 'email', value: email, evidence });
        const id = newId();
        await sql`insert into customers.consent (id, subject_id, purpose, channel, state, source, wording, language, proof, actor, at)
        values (${id}, ${subjectId}, 'marketing', 'email', ${given ? 'given' : 'withdrawn'}, 'staff', 'staff-1', 'en', '{}', 'test',
          ${new Date(tx.clock.now().getTime() + (given ? 0 : 1))})`.execute(tx.db);
      });

    it('is not written to who never agreed, and not sent to who said no after it was written', async () => {
      const to = mailbox();
      const write = () => queue(one, to, 'hold_confirmed', { purpose: 'marketing' });
      expect(await write()).toEqual({ mailId: null, queued: false });
      await consent(to, true);
      const { mailId } = await write();
      await consent(to, false);
      await one.settle();
      expect(await stateOf(one, mailId)).toMatchObject({ state: 'failed', last_error: 'not sent: no_consent' });
      expect(await caught(one, to)).toEqual([]);
    });

    it('says in its headers how to end it in one click; every mail says where to choose', async () => {
      const to = mailbox();
      await consent(to, true);
      await queue(one, to, 'hold_confirmed', { purpose: 'marketing' });
      await queue(one, to);
      await one.settle();
      const mails = await caught(one, to);
      expect(mails).toHaveLength(2);
      const advertising = mails.find((mail) => mail.headers['list-unsubscribe']);
      const service = mails.find((mail) => mail !== advertising);
      expect(advertising?.headers['list-unsubscribe']).toMatch(/^<http.*\/api\/shop\/unsubscribe\?token=[\w-]+>$/);
      expect(advertising?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
      expect(service?.headers['list-unsubscribe']).toBeUndefined();
      for (const mail of mails) expect(mail.text).toMatch(/\/preferences\?token=[\w-]+/);
      expect(advertising?.text).toContain('you agreed to news');
    });
  });
});

describe('another mail server', () => {
  let smtp: OtherServer;
  let server: TestServer;
  beforeAll(async () => {
    smtp = await otherServer();
    server = await testServer({ config: { smtpUrl: smtp.url } });
  });
  afterAll(async () => {
    await server?.stop();
    await smtp?.stop();
  });
  const arrived = (to: string) => smtp.mails.filter((mail) => JSON.stringify(mail.to).includes(to));
  const again = async (mailId: string | null) => {
    await server.jobs.enqueue(server.ctx(), 'engagement.send-mail', { mailId });
    await server.settle();
  };

  it('is used when it is configured, and then there is no mailbox page', async () => {
    const to = mailbox();
    await queue(server, to);
    await server.settle();
    expect(arrived(to)).toHaveLength(1);
    for (const url of ['/mailbox', '/api/dev/mailbox'])
      expect((await server.app.inject({ method: 'GET', url })).statusCode).toBe(404);
  });

  it('there is none either on a machine that others reach; a mail then waits and says why, instead of passing for sent', async () => {
    const open = await testServer({ sharing: server, config: { publicUrl: 'https://shop.example' } });
    expect((await open.app.inject({ method: 'GET', url: '/mailbox' })).statusCode).toBe(404);
    const { mailId } = await queue(open, mailbox());
    await open.settle();
    expect(await stateOf(open, mailId)).toMatchObject({ state: 'queued', last_error: 'SMTP_URL is not set' });
    await open.stop();
  });

  it('that is busy is asked again; one that refuses for good is not, and says so without the address', async () => {
    const [busy, gone] = [mailbox(), mailbox()];
    let times = 0;
    smtp.onData = (mail) => {
      const to = JSON.stringify(mail.to);
      if (to.includes(gone)) return { responseCode: 550, message: `no such user ${gone}` };
      times += 1;
      return to.includes(busy) && times === 1 ? { responseCode: 451, message: 'later' } : undefined;
    };
    const first = await queue(server, busy);
    const second = await queue(server, gone);
    await server.settle();
    expect(await stateOf(server, first.mailId)).toMatchObject({ state: 'queued', attempts: 1 });
    const failed = await stateOf(server, second.mailId);
    expect(failed).toMatchObject({ state: 'failed', attempts: 1 });
    expect(failed.last_error).toContain('550');
    expect(failed.last_error).not.toContain(gone);
    await again(first.mailId);
    expect(await stateOf(server, first.mailId)).toMatchObject({ state: 'sent', attempts: 2, last_error: null });
    expect(arrived(busy)).toHaveLength(1);
    const { rows } = await sql<{
      type: string;
      event: string;
    }>`select type, o::text as event from kernel.outbox o where aggregate = 'mail' and aggregate_id in (${first.mailId}, ${second.mailId})`.execute(
      server.base.db,
    );
    expect(rows.map((row) => row.type).sort()).toEqual(['engagement.mail.failed', 'engagement.mail.sent']);
    for (const row of rows) expect(row.event).not.toContain('velora-test.pl');
    smtp.onData = () => undefined;
  });

  it('mails of one conversation hang together, and an answer to them finds it', async () => {
    const to = mailbox();
    const threadId = newId();
    for (const answer of ['one', 'two', 'three']) {
      await queue(server, to, 'chat_answer', { threadId, data: { ...exampleData.chat_answer, answer } });
      await server.settle();
      server.clock.travel(1_000);
    }
    const [first, second, third] = arrived(to);
    expect(first?.inReplyTo).toBeUndefined();
    expect(second?.inReplyTo).toBe(first?.messageId);
    expect(third?.inReplyTo).toBe(second?.messageId);
    expect(third?.references?.split(/\s+/)).toEqual([first?.messageId, second?.messageId]);
    expect(readReplyAddress(JSON.stringify(first?.replyTo), server.config.secret ?? '')).toBe(threadId);
    expect(first?.headers.find((header) => header.key === 'auto-submitted')).toBeUndefined();
  });

  it('a worker killed between the mail server’s yes and its own mark: the mail is sent again as the same mail, and ends as sent', async () => {
    const to = mailbox();
    const { mailId } = await queue(server, to);
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        fileURLToPath(new URL('./sendOne.child.ts', import.meta.url)),
        server.databaseUrl,
        smtp.url,
        mailId ?? '',
      ],
      { stdio: 'ignore' },
    );
    smtp.onData = (mail) => {
      if (!JSON.stringify(mail.to).includes(to)) return undefined;
      smtp.mails.push(mail);
      child.kill('SIGKILL');
      smtp.onData = () => undefined;
      // What the mail server kept, and the worker never heard.
      return { responseCode: 421, message: 'gone' };
    };
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    expect(await stateOf(server, mailId)).toMatchObject({ state: 'sending', attempts: 1 });

    await server.settle();
    expect(arrived(to)).toHaveLength(1);
    server.clock.travel((leaseSeconds + 5) * 1_000);
    await resendStuckJob.handle(server.ctx(), {});
    await server.settle();
    expect(await stateOf(server, mailId)).toMatchObject({ state: 'sent', attempts: 2 });
    const mails = arrived(to);
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1);
    server.clock.travel(-(leaseSeconds + 5) * 1_000);
  }, 60_000);
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { saveCategory, saveProduct } from '../catalogue/index.ts';
import { claimIdentifier, startSession, subjectForVerified } from '../customers/index.ts';
import { saveMember } from '../staff/index.ts';
import { forgetOldWords } from './forgetOldWords.ts';
import { createSmartLink, getSmartLink, mailsOf, queueMail, recordClick } from './index.ts';
import { exampleData } from './mail/exampleData.ts';

let one: TestServer;
let two: TestServer;
let productId: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  one = await testServer();
  two = await testServer({ sharing: one });
  const name = { en: 'Sofas', pl: 'Sofy', ru: 'Диваны' };
  await saveCategory(one.ctx(), { code: 'sofas', name, position: 0 });
  const product = await saveProduct(one.ctx(), {
    code: 'lund',
    title: name,
    description: name,
    categoryCode: 'sofas',
    taxClass: 'standard',
    variants: [{ sku: 'LUND', options: {} }],
  });
  if (!('variants' in product)) throw new Error('not saved');
  productId = product.id;
  for (const role of ['agent', 'associate', 'manager', 'admin'] as const) {
    const member = {
      email: `${role}@velora.example`,
      name: `Test ${role}`,
      password: 'a long password',
      locationIds: 'all' as const,
    };
    await saveMember(one.ctx(), { ...member, role });
    const answer = await one.app.inject({
      method: 'POST',
      url: '/api/staff/sign-in',
      payload: { email: member.email, password: member.password },
    });
    cookies[role] = `tl_staff=${answer.cookies.find((cookie) => cookie.name === 'tl_staff')?.value ?? ''}`;
  }
});
afterAll(async () => {
  await two?.stop();
  await one?.stop();
});

const call = (role: string, method: 'GET' | 'POST', url: string, payload?: object, server = one) =>
  server.app.inject({ method, url, headers: { cookie: cookies[role] ?? '' }, ...(payload ? { payload } : {}) });
const caught = async (to: string) =>
  (await one.app.inject({ method: 'GET', url: `/api/dev/mailbox?to=${to}` })).json().items;

describe('a question left at night', () => {
  it('is answered by e-mail, arrives in the mailbox, and the desk sees that it was sent', async () => {
    const { token } = await startSession(one.ctx());
    const to = `julia-${newId()}@velora-test.pl`;
    const left = await one.app.inject({
      method: 'POST',
      url: '/api/shop/chat/leave-message',
      headers: { cookie: `tl_shop=${token}`, 'accept-language': 'pl' },
      payload: { email: to, text: 'Czy zielona sofa Lund jest jeszcze w Krakowie?', clientKey: `key-${newId()}` },
    });
    expect(left.statusCode).toBe(201);
    const inbox = await call('agent', 'GET', '/api/staff/threads?view=waiting');
    const threadId = inbox.json().items[0].id;
    const sent = await call('agent', 'POST', `/api/staff/threads/${threadId}/messages`, {
      text: 'Tak, jedna.\nCzy mam ją odłożyć?',
      replyBy: 'email',
      clientKey: `key-${newId()}`,
    });
    expect(sent.json()).toMatchObject({ channel: 'email', delivery: 'pending' });
    await two.settle();
    const [mail] = await caught(to);
    expect(mail.text).toContain('Tak, jedna.\nCzy mam ją odłożyć?');
    expect(mail.text).toContain('> Czy zielona sofa Lund jest jeszcze w Krakowie?');
    expect(mail.headers['reply-to']).toMatch(/hello\+t-[a-z2-7]{26}-[a-z2-7]{16}@velora\.example/);
    const page = (await call('agent', 'GET', `/api/staff/threads/${threadId}`)).json();
    expect(page.messages.at(-1)).toMatchObject({ delivery: 'sent' });
  });
});

describe('mails to a customer', () => {
  it('go to the proven address, in the customer’s language, and to nobody when there is no address', async () => {
    const email = `k-${newId()}@velora-test.pl`;
    const customer = await subjectForVerified(one.ctx({ language: 'ru' }), {
      kind: 'email',
      value: email,
      evidence: { kind: 'code', source: 'test' },
    });
    await claimIdentifier(one.ctx(), {
      subjectId: customer.subjectId,
      kind: 'email',
      value: `other-${email}`,
      source: 'chat',
    });
    const request = {
      template: 'hold_ready',
      to: { customerId: customer.customerId },
      data: exampleData.hold_ready,
      uniqueKey: newId(),
      subjectId: customer.subjectId,
    } as const;
    await queueMail(one.ctx(), request);
    await one.settle();
    const [mail] = await caught(email);
    expect(mail.text).toContain('Товар ждёт вас в магазине');
    const { session } = await startSession(one.ctx());
    const rows = await sql<{
      customer_id: string;
    }>`select customer_id from customers.subject where id = ${session.subjectId}`.execute(one.base.db);
    expect(
      await queueMail(one.ctx(), {
        ...request,
        to: { customerId: rows.rows[0]?.customer_id ?? '' },
        uniqueKey: newId(),
      }),
    ).toEqual({ mailId: null, queued: false });
  });

  it('can be looked up by an associate, without the address, and sent once more with one tap', async () => {
    const email = `k-${newId()}@velora-test.pl`;
    const customer = await subjectForVerified(one.ctx(), {
      kind: 'email',
      value: email,
      evidence: { kind: 'code', source: 'test' },
    });
    const { mailId } = await queueMail(one.ctx(), {
      template: 'pickup_ready',
      to: { email },
      data: exampleData.pickup_ready,
      uniqueKey: newId(),
      subjectId: customer.subjectId,
    });
    expect((await call('associate', 'POST', `/api/staff/mail/${mailId}/resend`)).statusCode).toBe(409);
    await one.settle();
    const list = await call('associate', 'GET', `/api/staff/customers/${customer.customerId}/mails`);
    expect(list.json().items).toMatchObject([{ id: mailId, template: 'pickup_ready', state: 'sent' }]);
    expect(list.body).not.toContain(email);
    const taps = await Promise.all(
      [one, two].map((server) => call('associate', 'POST', `/api/staff/mail/${mailId}/resend`, undefined, server)),
    );
    expect(new Set(taps.map((tap) => tap.statusCode === 200 && tap.json().mailId).filter(Boolean)).size).toBe(1);
    await one.settle();
    expect((await caught(email)).map((mail: { subject: string }) => mail.subject)).toHaveLength(2);
    expect(
      await mailsOf(one.ctx(), { customerId: customer.customerId, subjectIds: [customer.subjectId] }),
    ).toHaveLength(2);
  });
});

describe('smart links', () => {
  const campaign = { source: 'meta', medium: 'retargeting', name: 'autumn sofas' };
  const slug = () => `lund-${newId().slice(-12)}`;

  it('are made by managers, listed with their clicks, and archived without leading nowhere', async () => {
    const own = slug();
    const made = await call('manager', 'POST', '/api/staff/smart-links', {
      slug: own,
      target: { productId },
      campaign,
      label: 'Green Lund',
    });
    expect(made.statusCode).toBe(201);
    const link = await getSmartLink(two.ctx(), own.toUpperCase());
    expect(link).toMatchObject({ slug: own, campaign: { ...campaign, content: null } });
    if (!link) throw new Error('no link');
    for (let index = 0; index < 3; index += 1)
      await recordClick(one.ctx(), { link, landedOn: '/pl/lund?email=someone@example.com' });
    const list = (await call('manager', 'GET', '/api/staff/smart-links')).json();
    expect(list.items.find((item: { slug: string }) => item.slug === own)).toMatchObject({
      clicks: 3,
      label: 'Green Lund',
    });
    expect(
      (await call('manager', 'POST', `/api/staff/smart-links/${link.id}/archive`)).json().archivedAt,
    ).not.toBeNull();
    expect(
      (await call('manager', 'GET', '/api/staff/smart-links'))
        .json()
        .items.some((item: { slug: string }) => item.slug === own),
    ).toBe(false);
    expect(await getSmartLink(one.ctx(), own)).toMatchObject({ archivedAt: expect.any(String) });
    const { rows } = await sql<{
      landed_on: string;
    }>`select distinct landed_on from engagement.smart_link_click where link_id = ${link.id}`.execute(one.base.db);
    expect(rows).toEqual([{ landed_on: '/pl/lund' }]);
  });

  it('are for managers and administrators only', async () => {
    for (const role of ['agent', 'associate']) {
      expect((await call(role, 'GET', '/api/staff/smart-links')).statusCode).toBe(403);
      expect((await call(role, 'POST', '/api/staff/smart-links', {})).statusCode).toBe(403);
    }
  });

  it('of two colleagues who want the same ending at once, one gets it', async () => {
    const body = { slug: slug(), target: { categorySlug: 'sofas' }, campaign };
    const made = await Promise.all(
      [one, two].map((server) => call('admin', 'POST', '/api/staff/smart-links', body, server)),
    );
    expect(made.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
  });

  it('refuse an ending that is no address and a target that is none or two', async () => {
    const post = async (body: object) =>
      (
        await call('admin', 'POST', '/api/staff/smart-links', {
          slug: slug(),
          target: { productId },
          campaign,
          ...body,
        })
      ).statusCode;
    expect(await post({ slug: '../../admin' })).toBe(400);
    expect(await post({ slug: 'Großes Sofa' })).toBe(400);
    expect(await post({ target: {} })).toBe(400);
    expect(await post({ target: { productId, variantId: newId() } })).toBe(400);
    expect(await post({})).toBe(201);
  });

  it('lead to something that exists: a link to nothing is refused by its id, and its ending stays free', async () => {
    const ending = slug();
    const post = (target: object) =>
      call('admin', 'POST', '/api/staff/smart-links', { slug: ending, target, campaign });
    const unknown = newId();
    for (const [target, id] of [
      [{ productId: unknown }, unknown],
      [{ variantId: unknown }, unknown],
      [{ categorySlug: 'no-such-shelf' }, 'no-such-shelf'],
    ] as const) {
      const answer = await post(target);
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'not_found', unknown: [id], detail: expect.stringContaining(id) });
    }
    expect((await post({ productId })).statusCode).toBe(201);
  });

  it('a click tells where it came from, under the visitor, and many at once do not wait for one row', async () => {
    const link = await createSmartLink(one.ctx(), { slug: slug(), target: { productId: newId() }, campaign });
    if ('reason' in link) throw new Error('taken');
    const { session } = await startSession(one.ctx());
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        recordClick((index % 2 ? one : two).ctx(), { link, subjectId: session.subjectId }),
      ),
    );
    const { rows } = await sql<{ n: number; subject: string; channel: string; campaign: object }>`
      select count(*) as n, min(subject_id::text) as subject, min(channel) as channel, min((data->'campaign')::text)::jsonb as campaign
      from kernel.outbox where type = 'engagement.link.clicked' and data->>'linkId' = ${link.id}`.execute(one.base.db);
    expect(rows[0]).toMatchObject({ n: 40, subject: session.subjectId, channel: 'ads', campaign });
  });

  it('a page of links costs the same number of statements whatever its length', async () => {
    const cost = async (limit: number) => {
      const before = statements.sent;
      await call('admin', 'GET', `/api/staff/smart-links?limit=${limit}`);
      return statements.sent - before;
    };
    for (let index = 0; index < 20; index += 1)
      await createSmartLink(one.ctx(), { slug: slug(), target: { productId: newId() }, campaign });
    await cost(1);
    expect(await cost(20)).toBe(await cost(1));
  });
});

test('the words of old mails and old texts go, a mail is not sent twice for it, and what is younger stays', async () => {
  const mail = (uniqueKey: string, email: string) =>
    queueMail(one.ctx(), {
      template: 'chat_answer',
      to: { email },
      language: 'en',
      data: exampleData.chat_answer,
      uniqueKey,
    });
  await mail('old-words', 'old.words@velora.example');
  await one.settle();
  one.clock.travel(700 * 86_400_000);
  await mail('young-words', 'young.words@velora.example');
  await one.settle();
  one.clock.travel(40 * 86_400_000);
  await forgetOldWords({ mailDays: 730 }).handle(one.ctx(), {});
  await mail('old-words', 'old.words@velora.example');
  await one.settle();
  const { rows } = await sql`select unique_key, to_address, body_text <> '' as words, state from engagement.mail
    where unique_key in ('old-words', 'young-words') order by 1`.execute(one.base.db);
  expect(rows).toEqual([
    { unique_key: 'old-words', to_address: '', words: false, state: 'sent' },
    { unique_key: 'young-words', to_address: 'young.words@velora.example', words: true, state: 'sent' },
  ]);
  expect(await caught('young.words@velora.example')).toEqual([]);
  one.clock.travel(-740 * 86_400_000);
});

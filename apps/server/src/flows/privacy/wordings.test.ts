import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';

let server: TestServer;
let second: TestServer;
let shop: SmallShop;
beforeAll(async () => {
  server = await testServer({ running: true });
  second = await testServer({ sharing: server, running: true });
  shop = await smallShop(server);
});
afterAll(async () => {
  await second?.stop();
  await server?.stop();
});

const list = '/api/staff/privacy/consents';
const publish = '/api/staff/privacy/wordings';
const words = (en: string) => ({ en: `${en} In English.`, pl: `${en} Po polsku.`, ru: `${en} По-русски.` });
const shownAt = async (place: string) =>
  (await (await shop.staff('admin')).get(list)).wordings.find(
    (one: { place: string; isShown: boolean }) => one.place === place && one.isShown,
  );
const agree = async (wording: string) => {
  const shopper = await shop.shopper();
  const { status } = await shopper.call('POST', '/api/shop/consent', { analytics: true, wording });
  return status;
};

const shown = async (from: TestServer) =>
  (await from.app.inject({ method: 'GET', url: '/api/shop/wordings' })).json().banner;

it('new words are shown at once on every server, and who agreed before agreed to the earlier ones', async () => {
  const admin = await shop.staff('admin');
  const before = await shop.visitor().get('/api/shop/wordings');
  expect(before.banner.version).toBe('banner-1');
  expect(await agree('banner-1')).toBe(204);
  // Remembered there before, and for longer than the polling below waits.
  expect((await shown(second)).version).toBe('banner-1');
  const text = words('We measure how you walk through our shop.');
  const made = await admin.post(publish, { place: 'banner', instead: 'banner-1', text });
  expect(made).toEqual({ version: 'banner-2', place: 'banner', text });
  await expect.poll(() => shown(server)).toEqual({ version: 'banner-2', text });
  await expect.poll(() => shown(second)).toEqual({ version: 'banner-2', text });
  expect(await shownAt('banner')).toMatchObject({ version: 'banner-2', answers: 0, publishedAt: expect.any(String) });
  const { wordings } = await admin.get(list);
  expect(wordings.find((one: { version: string }) => one.version === 'banner-1')).toMatchObject({
    answers: 1,
    isShown: false,
    publishedAt: null,
    text: before.banner.text,
  });
});

it('a page opened before may still answer, in its own words; words of another place and of nobody may not', async () => {
  expect(await agree('banner-1')).toBe(204);
  expect(await agree('preferences-1')).toBe(400);
  expect(await agree('banner-77')).toBe(400);
});

it('the tenth version comes after the ninth', async () => {
  const admin = await shop.staff('admin');
  for (let n = 1; n <= 10; n += 1)
    await admin.post(publish, { place: 'staff', instead: `staff-${n}`, text: words(`May we write to you, ${n}?`) });
  expect(await shownAt('staff')).toMatchObject({ version: 'staff-11', text: words('May we write to you, 10?') });
});

it('of ten who publish at once one is heard, the others are told, and nothing is published without a change', async () => {
  const colleagues = await Promise.all(Array.from({ length: 10 }, () => shop.staff('admin')));
  const answers = await Promise.all(
    colleagues.map((one, n) =>
      one.call(
        'POST',
        publish,
        { place: 'checkout', instead: 'checkout-1', text: words(`Send me news, says ${n}.`) },
        { 'idempotency-key': randomUUID() },
      ),
    ),
  );
  const codes = answers.map(({ status, body }) => body.code ?? status);
  expect(codes.filter((code) => code === 201)).toHaveLength(1);
  expect(codes.filter((code) => code === 'version_conflict')).toHaveLength(9);
  const { version, text } = await shownAt('checkout');
  expect(version).toBe('checkout-2');
  const again = await (await shop.staff('admin')).call('POST', publish, { place: 'checkout', instead: version, text });
  expect([again.status, again.body.code]).toEqual([400, 'invalid_request']);
});

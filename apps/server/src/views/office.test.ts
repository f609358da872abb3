import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../test/person.ts';
import { type SmallShop, smallShop } from '../../test/smallShop.ts';
import { type TestServer, testServer } from '../../test/testServer.ts';
import { changeOnHand } from '../modules/stock/index.ts';
import { costOf } from './viewServer.fixture.ts';

let server: TestServer;
let shop: SmallShop;
let admin: Person;

beforeAll(async () => {
  server = await testServer();
  shop = await smallShop(server, { krakowGreen: 5, warehouseBlue: 10 });
  admin = await shop.staff('admin');
});
afterAll(() => server.stop());

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const words = (text: string) => ({ en: text, pl: text, ru: text });

describe('the list of products', () => {
  it('says of each what it costs, what is free, and what is still missing', async () => {
    const page = await admin.get('/api/staff/office/products');
    expect(page.total).toBe(1);
    expect(page.items[0]).toMatchObject({
      code: 'lund',
      missing: ['picture', 'maker', 'gtin', 'measures'],
      completeness: 50,
      price: { from: { amount: 386_900 }, to: { amount: 386_900 }, reduced: 0, missing: 0 },
      stock: { free: 15, onHand: 15, reserved: 0, short: false },
    });
  });

  it('finds what is incomplete, and by which gap', async () => {
    const total = async (query: string) => (await admin.get(`/api/staff/office/products?${query}`)).total;
    expect(await total('missing=any')).toBe(1);
    expect(await total('missing=maker')).toBe(1);
    expect(await total('missing=description_pl')).toBe(0);
    expect(await total('q=LUND-GR')).toBe(1);
    expect(await total('q=100%25')).toBe(0);
  });

  it('goes on where the page ended, in every order', async () => {
    for (let index = 0; index < 5; index += 1) {
      await admin.must('PUT', `/api/staff/products/chair-${index}`, {
        title: words(`Chair ${index % 2}`),
        slug: words(`chair-${index}`),
        description: words(''),
        categoryCode: 'sofas',
        taxClass: 'standard',
        variants: [{ sku: `CHAIR-${index}` }],
      });
    }
    for (const sort of ['code', 'title', '-updated', 'completeness']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await admin.get(`/api/staff/office/products?sort=${sort}&limit=2${cursor}`);
        seen.push(...page.items.map((item: { code: string }) => item.code));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor);
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 6, 6]);
    }
  });

  it('costs the same statements for one product as for all', async () => {
    const one = await costOf(() => admin.get('/api/staff/office/products?limit=1'));
    expect(await costOf(() => admin.get('/api/staff/office/products?limit=50'))).toBe(one);
  });
});

describe('pictures of a product', () => {
  it('are put in order and worded without travelling again; a clash changes nothing', async () => {
    const add = (kind: string) =>
      admin.post('/api/staff/products/lund/pictures', {
        kind,
        contentType: 'image/png',
        content: pixel,
        alt: words('before'),
      });
    const [first, second] = [await add('picture'), await add('dimensions')];
    const { items } = await admin.get('/api/staff/office/products?q=lund');
    const product = await admin.get(`/api/staff/products/${items[0].id}`);
    const arrange = (version: number, pictures: object[]) =>
      admin.call('PUT', '/api/staff/products/lund/pictures', { version, pictures });
    const saved = await arrange(product.version, [
      { id: second.id, alt: words('plan') },
      { id: first.id, alt: words('sofa') },
    ]);
    expect(saved.body).toEqual({ version: product.version + 1 });
    const clash = await arrange(product.version, []);
    expect([clash.status, clash.body.code]).toEqual([409, 'version_conflict']);
    const shown = async () =>
      (await admin.get(`/api/staff/products/${items[0].id}`)).pictures.map(
        (picture: { id: string; alt: { en: string } }) => [picture.id, picture.alt.en],
      );
    expect(await shown()).toEqual([
      [second.id, 'plan'],
      [first.id, 'sofa'],
    ]);
    await arrange(product.version + 1, [{ id: first.id, alt: words('sofa') }]);
    expect(await shown()).toEqual([[first.id, 'sofa']]);
    expect((await arrange(product.version + 2, [{ id: shop.green, alt: words('') }])).status).toBe(404);
  });
});

describe('why the number is what it is', () => {
  it('is told line by line with a balance that ends at the level, over pages, with who, which hold and which order', async () => {
    const manager = await shop.staff('manager');
    await manager.post('/api/staff/stock/changes', {
      changes: [
        { variantId: shop.green, locationId: shop.krakow, kind: 'damage', delta: -1, reason: 'torn in transport' },
      ],
    });
    const shopper = await shop.shopper();
    const { order } = await shopper.post('/api/shop/orders', {
      from: {
        lines: [{ variantId: shop.green, quantity: 2, way: { method: 'pickup', locationId: shop.krakow } }],
      },
      contact: { name: 'Julia', email: 'julia@example.com' },
      payment: { method: 'pay_in_store' },
    });
    await server.settle();
    const url = `/api/staff/stock/${shop.green}/${shop.krakow}/story`;
    const whole = await admin.get(url);
    const [newest, damage, first] = [whole.items[0], whole.items.at(-2), whole.items.at(-1)];
    expect([newest.onHandAfter, newest.reservedAfter]).toEqual([whole.level.onHand, whole.level.reserved]);
    expect(whole.level).toMatchObject({ onHand: 5, damaged: 1, reserved: 2, free: 2 });
    expect(first).toMatchObject({ onHandDelta: 5, onHandAfter: 5 });
    expect(damage).toMatchObject({ kind: 'damage', onHandAfter: 5, damagedAfter: 1, reason: 'torn in transport' });
    expect(damage.actorName).toEqual(expect.any(String));
    const held = whole.items.find((line: { reservedDelta: number }) => line.reservedDelta > 0);
    expect(held.order).toEqual({ id: order.id, number: order.number });
    const paged: unknown[] = [];
    let cursor = '';
    do {
      const page = await admin.get(`${url}?limit=1${cursor}`);
      paged.push(...page.items);
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(paged).toEqual(whole.items);
    const then = await admin.get(`${url}?asOf=${first.at}`);
    expect(then.items[0].onHandAfter).toBe(5);

    const page = await admin.get(`/api/staff/orders/${order.id}/page`);
    expect(page.next).toMatchObject({ act: 'pick', locationId: shop.krakow });
    expect(page.timeline.map((entry: { about: string }) => entry.about)).toEqual(
      expect.arrayContaining(['order', 'work', 'mail']),
    );
    const found = async (query: string) => (await admin.get(`/api/staff/orders?${query}`)).total;
    expect(await found('q=juli')).toBe(1);
    expect(await found(`q=${order.number.slice(2)}`)).toBe(1);
    expect(await found('channel=store')).toBe(0);
  });

  it('shows what is short with a minus, and finds it', async () => {
    await changeOnHand(server.ctx(), [
      { variantId: shop.green, locationId: shop.krakow, kind: 'count', counted: 1, reason: 'counted' },
    ]);
    const page = await admin.get('/api/staff/office/stock?state=short');
    expect(page.items.map((item: { sku: string }) => item.sku)).toEqual(['LUND-GREEN']);
    expect(page.items[0].levels[0]).toMatchObject({ onHand: 1, damaged: 1, reserved: 2, free: -2 });
    expect((await admin.get('/api/staff/office/stock?state=incoming')).total).toBe(0);
  });
});

describe('health', () => {
  it('looks at stock, mails, events, queues and analytics, and all is well in a quiet shop', async () => {
    await server.settle();
    const page = await admin.get('/api/staff/health');
    const kinds = new Set(page.checks.map((check: { kind: string }) => check.kind));
    for (const kind of ['stock', 'mail', 'analytics', 'analytics_lag', 'orders_agree', 'subscriber', 'queue']) {
      expect([...kinds]).toContain(kind);
    }
    expect(page.checks.filter((check: { state: string }) => check.state === 'bad')).toEqual([]);
  });
});

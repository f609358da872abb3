import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { handleError } from '../../http/problem.ts';
import { registerRoute } from '../../http/registerRoute.ts';
import { createValidators } from '../../http/validators.ts';
import type { Actor } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { assortment, categories, product, text, useCatalogue } from './catalogue.fixture.ts';
import { importProducts, saveCategories } from './index.ts';
import { catalogueRoutes } from './routes.ts';

const { server } = useCatalogue();
let app: FastifyInstance;

const staff = (role: 'admin' | 'manager' | 'associate' | 'agent'): Actor => ({
  kind: 'staff',
  sessionId: newId(),
  staffId: newId(),
  role,
  locationIds: 'all',
});
const actors: Record<string, Actor> = {
  admin: staff('admin'),
  manager: staff('manager'),
  associate: staff('associate'),
  agent: staff('agent'),
  feed: { kind: 'machine', keyId: newId(), scopes: ['catalogue:write'] },
  till: { kind: 'machine', keyId: newId(), scopes: ['stock:write'] },
};

beforeAll(async () => {
  await saveCategories(server().ctx(), categories);
  await importProducts(server().ctx(), assortment);
  // The real edge with sessions made by the test; how people sign in is tested where sessions live.
  app = Fastify({ routerOptions: { maxParamLength: 300 } });
  createValidators(app);
  app.setErrorHandler(handleError);
  await app.register(cookie);
  const options: Parameters<typeof registerRoute>[2] = Object.assign(Object.create(null), {
    base: server().base,
    publicUrl: server().config.publicUrl,
    rateLimit: async () => undefined,
    sessions: {
      shopper: async () => undefined,
      staff: async (cookies: Record<string, string | undefined>) => actors[cookies.tl_staff ?? ''],
      machine: async (bearer: string) => actors[bearer],
    },
  });
  for (const definition of catalogueRoutes) registerRoute(app, definition, options);
});

function call(who: string, method: 'GET' | 'PUT' | 'PATCH' | 'POST', url: string, payload?: object) {
  const isKey = actors[who]?.kind === 'machine';
  return app.inject({
    method,
    url,
    headers: isKey ? { authorization: `Bearer ${who}` } : who === 'nobody' ? {} : { cookie: `tl_staff=${who}` },
    ...(payload ? { payload } : {}),
  });
}
function body(code: string, more: object = {}): { url: string; payload: object } {
  const { code: _, ...payload } = product({ code, title: text(code), choices: [{ colour: 'green' }] });
  return { url: `/api/staff/products/${code}`, payload: { ...payload, ...more } };
}

describe('who may', () => {
  const acts: ['GET' | 'PUT' | 'PATCH' | 'POST', string, object?][] = [
    ['GET', '/api/staff/products'],
    ['GET', `/api/staff/products/${newId()}`],
    ['PUT', '/api/staff/products/ROLES', body('ROLES').payload],
    ['PATCH', '/api/staff/products/NOPE', { version: 1, archived: true }],
    [
      'POST',
      '/api/staff/products/NOPE/pictures',
      { kind: 'picture', contentType: 'image/svg+xml', content: '<svg></svg>', alt: text('x') },
    ],
    ['GET', '/api/staff/categories'],
    ['PUT', '/api/staff/categories/roles', { name: text('Roles') }],
    ['GET', '/api/staff/attributes'],
    ['PUT', '/api/staff/attributes/roles', { label: text('Roles'), kind: 'text' }],
  ];
  test.each(acts)('%s %s: managers, admins and keys of the catalogue', async (method, url, payload) => {
    expect((await call('nobody', method, url, payload)).statusCode).toBe(401);
    for (const who of ['associate', 'agent', 'till'])
      expect((await call(who, method, url, payload)).statusCode, who).toBe(403);
    for (const who of ['admin', 'manager', 'feed'])
      expect([200, 201, 404, 409], who).toContain((await call(who, method, url, payload)).statusCode);
  });
});

describe('products', () => {
  test('are created, read, changed and archived', async () => {
    const { url, payload } = body('HTTP-1');
    const created = await call('manager', 'PUT', url, payload);
    expect(created.json()).toMatchObject({ code: 'HTTP-1', version: 1, created: true });
    const { id } = created.json();
    expect((await call('admin', 'GET', `/api/staff/products/${id}`)).json()).toMatchObject({
      id,
      version: 1,
      variants: [{ sku: 'HTTP-1-GREEN' }],
    });
    expect((await call('admin', 'PUT', url, { ...payload, version: 1 })).json()).toMatchObject({
      version: 2,
      created: false,
    });
    expect((await call('admin', 'PATCH', url, { version: 2, archived: true })).json()).toEqual({
      id,
      code: 'HTTP-1',
      version: 3,
      archived: true,
    });
    expect((await call('admin', 'GET', '/api/staff/products?archived=true')).json().items).toMatchObject([
      { id, archived: true },
    ]);
  });

  test('two admins who read the same version: the second is told, with the version there is', async () => {
    const { url, payload } = body('HTTP-2');
    await call('admin', 'PUT', url, payload);
    const answers = await Promise.all(
      ['admin', 'manager'].map((who) => call(who, 'PUT', url, { ...payload, version: 1 })),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.statusCode === 409)?.json()).toMatchObject({ code: 'version_conflict' });
    expect((await call('admin', 'PUT', url, payload)).json(), 'people must name the version').toMatchObject({
      code: 'version_conflict',
      version: 2,
    });
    expect((await call('feed', 'PUT', url, payload)).json(), 'a feed need not').toMatchObject({ version: 3 });
  });

  test('unknown fields and wrong types are refused', async () => {
    for (const more of [
      { price: 1 },
      { title: 'x' },
      { variants: [{ sku: 'A', gtin: '5901234123458' }] },
      { attributes: { a: { b: 1 } } },
      { attributes: { a: '\u0000' } },
      { brand: '\ud800' },
      { categoryCode: '\u0000' },
      { measures: { widthCm: -1 } },
    ]) {
      const { url, payload } = body('HTTP-3', more);
      expect((await call('admin', 'PUT', url, payload)).json(), JSON.stringify(more)).toMatchObject({
        code: 'invalid_request',
      });
    }
  });

  test('a picture with a script is refused', async () => {
    const answer = await call('admin', 'POST', '/api/staff/products/LUND-SOFA/pictures', {
      kind: 'picture',
      contentType: 'image/svg+xml',
      content: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      alt: text('x'),
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid_request', detail: expect.stringContaining('<script>') });
  });
});

describe('the shop', () => {
  test('lists categories with what is on sale below them', async () => {
    const { items } = (await call('nobody', 'GET', '/api/shop/categories')).json();
    expect(items.slice(0, 3)).toMatchObject([
      { code: 'sofas', productCount: expect.any(Number) },
      { code: 'straight-sofas', productCount: 2 },
      { code: 'corner-sofas', productCount: 0 },
    ]);
  });

  test('shows what a product is, by address in any language', async () => {
    for (const slug of ['lund-sofa', 'sofa-lund', 'divan-lund']) {
      expect((await call('nobody', 'GET', `/api/shop/products/${slug}/catalogue`)).json(), slug).toMatchObject({
        code: 'LUND-SOFA',
        slugs: { pl: 'sofa-lund' },
        attributes: { seats: 3, legs: 'oak', removableCover: true },
        measures: { widthCm: 214, depthCm: 92, heightCm: 82 },
        facts: [
          { code: 'legs', value: 'oak', text: { pl: 'oak' } },
          { code: 'removableCover', value: true, text: null },
          { code: 'seats', value: 3 },
        ],
      });
    }
    expect((await call('nobody', 'GET', '/api/shop/products/nothing/catalogue')).statusCode).toBe(404);
  });

  test('suggests while one types', async () => {
    const answer = (
      await call('nobody', 'GET', `/api/shop/suggest?language=pl&q=${encodeURIComponent('zielona so')}`)
    ).json();
    expect(answer.queries).toContain('zielona sofa');
    expect(answer.products[0]).toMatchObject({ slug: { pl: 'sofa-lund' } });
    expect((await call('nobody', 'GET', '/api/shop/suggest?q=')).json()).toEqual({
      queries: [],
      categories: [],
      products: [],
      intent: null,
    });
  });
});

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routeApp } from '../../../test/routeApp.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import type { Actor } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { createCart, createCartsModule, createHandoffLinks, findHandoffByToken } from './index.ts';

const links = createHandoffLinks({
  publicUrl: 'https://velora.example',
  secret: 'a-secret-for-tests-of-32-characters!',
});
const cartsModule = createCartsModule(links);
let server: TestServer;
let app: FastifyInstance;

const actors = new Map<string, Actor>();

function newShopper(): Actor & { subjectId: string } {
  const subjectId = newId();
  const actor = { kind: 'shopper' as const, sessionId: newId(), subjectId, subjectIds: [subjectId], signedIn: false };
  actors.set(subjectId, actor);
  return actor;
}

beforeAll(async () => {
  server = await testServer({ extra: [cartsModule] });
  app = await routeApp(server, cartsModule.routes ?? [], actors);
});
afterAll(async () => {
  await app?.close();
  await server?.stop();
});

async function call(method: 'GET' | 'POST', url: string, subjectId: string, payload?: object) {
  return app.inject({ method, url, cookies: { tl_shop: subjectId }, ...(payload ? { payload } : {}) });
}

test('the owner of a cart gets a code, a link and a QR of the link; nobody else does', async () => {
  const owner = newShopper();
  const { subjectId } = owner;
  const cart = await createCart(server.ctx({ actor: owner }), {
    market: 'PL',
    currency: 'PLN',
    subjectId,
  });
  expect((await call('GET', `/api/shop/carts/${cart.id}/handoff.svg`, subjectId)).statusCode).toBe(404);
  const made = await call('POST', `/api/shop/carts/${cart.id}/handoff`, subjectId, {});
  expect(made.statusCode).toBe(200);
  expect(made.json()).toMatchObject({
    cartId: cart.id,
    lineId: null,
    url: `https://velora.example/h/${made.json().token}`,
  });
  expect((await call('POST', `/api/shop/carts/${cart.id}/handoff`, subjectId, {})).json().token).toBe(
    made.json().token,
  );
  const picture = await call('GET', `/api/shop/carts/${cart.id}/handoff.svg`, subjectId);
  expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  expect(picture.body).toContain('<svg');
  const found = await findHandoffByToken(server.ctx({ actor: { kind: 'anonymous' } }), made.json().token);
  expect(found.ok && found.value.cart.id).toBe(cart.id);
  for (const path of ['handoff.svg', 'handoff']) {
    const method = path === 'handoff' ? 'POST' : 'GET';
    expect(
      (
        await call(
          method,
          `/api/shop/carts/${cart.id}/${path}`,
          newShopper().subjectId,
          method === 'POST' ? {} : undefined,
        )
      ).statusCode,
    ).toBe(404);
  }
});

import { readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../src/kernel/errors.ts';
import { problems } from '../src/kernel/problems.ts';
import { refuse } from '../src/kernel/result.ts';
import { everyone, route, staff } from '../src/kernel/route.ts';
import { MoneySchema, Quantity, Strict } from '../src/kernel/schemas.ts';
import { type TestServer, testServer } from './testServer.ts';

const tests = { tag: 'test', audience: everyone } as const;
let server: TestServer;
beforeAll(async () => {
  server = await testServer({
    extra: [
      {
        name: 'test',
        routes: [
          route({
            ...tests,
            method: 'POST',
            path: '/api/test/echo/:number',
            summary: 'echo',
            params: Strict({ number: Type.Integer() }),
            body: Strict({ quantity: Quantity, price: Type.Optional(MoneySchema) }),
            response: Strict({ number: Type.Integer(), quantity: Type.Integer() }),
            handle: async (_ctx, { params, body }) => ({ number: params.number, quantity: body.quantity }),
          }),
          route({
            ...tests,
            method: 'POST',
            path: '/api/test/refuse',
            summary: 'refuse',
            idempotencyKey: 'required',
            handle: async () =>
              refuse('insufficient_stock', { detail: 'None left.', alternatives: [{ kind: 'other' }] }),
          }),
          route({
            ...tests,
            method: 'GET',
            path: '/api/test/throw',
            summary: 'throw',
            response: Strict({}),
            handle: async () => {
              throw new Error('a secret of the inside: password=hunter2');
            },
          }),
          route({
            ...tests,
            method: 'GET',
            path: '/api/test/missing',
            summary: 'missing',
            response: Strict({}),
            handle: async () => {
              throw new AppError('not_found', { detail: 'There is no such thing.' });
            },
          }),
          route({
            ...tests,
            method: 'POST',
            path: '/api/test/limited',
            summary: 'limited',
            perMinute: 3,
            response: Strict({}),
            handle: async () => ({}),
          }),
          route({
            ...tests,
            method: 'GET',
            path: '/api/test/staff',
            summary: 'staff',
            audience: staff('admin'),
            response: Strict({}),
            handle: async () => ({}),
          }),
        ],
      },
    ],
  });
});
afterAll(() => server.stop());

const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  server.app.inject({
    method: 'POST',
    url,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('bad input gets a clear problem', () => {
  it.each([
    ['broken JSON', '{"quantity": ', 400, 'malformed_json'],
    ['an empty body', '', 400, 'malformed_json'],
    ['a wrong type', { quantity: '2' }, 400, 'invalid_request'],
    ['a negative quantity', { quantity: -1 }, 400, 'invalid_request'],
    ['a fractional quantity', { quantity: 1.5 }, 400, 'invalid_request'],
    ['zero', { quantity: 0 }, 400, 'invalid_request'],
    ['an absurd quantity', { quantity: 1e12 }, 400, 'invalid_request'],
    ['an unknown field', { quantity: 1, isAdmin: true }, 400, 'invalid_request'],
    ['a missing field', {}, 400, 'invalid_request'],
    ['an array for an object', [1], 400, 'invalid_request'],
    ['null', 'null', 400, 'invalid_request'],
    ['a currency that is none', { quantity: 1, price: { amount: 5, currency: 'złoty' } }, 400, 'invalid_request'],
    ['a fraction of a grosz', { quantity: 1, price: { amount: 5.5, currency: 'PLN' } }, 400, 'invalid_request'],
    ['an oversize body', { quantity: 1, more: 'x'.repeat(70_000) }, 413, 'body_too_large'],
  ])('%s', async (_name, body, status, code) => {
    const answer = await post('/api/test/echo/7', body);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code,
      status,
      title: expect.any(String),
      requestId: answer.headers['x-request-id'],
    });
  });

  it('names the field that does not fit', async () => {
    const answer = await post('/api/test/echo/7', { quantity: 1, isAdmin: true });
    expect(answer.json()).toMatchObject({ errors: [{ path: 'body', message: 'unknown field "isAdmin"' }] });
  });

  it('says which part of the request does not fit, and how much would', async () => {
    expect((await post('/api/test/echo/seven', { quantity: 2 })).json()).toMatchObject({
      detail: expect.stringMatching(/^The path does not fit/),
    });
    expect((await post('/api/test/echo/7', { quantity: 1, more: 'x'.repeat(70_000) })).json()).toMatchObject({
      detail: 'At most 64 KB fit here; send less, or in parts.',
    });
  });

  it('a form post is refused with what to send instead', async () => {
    const answer = await post('/api/test/echo/7', 'quantity=1', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.statusCode).toBe(415);
  });

  it('converts what comes in the path and refuses what is no number there', async () => {
    expect((await post('/api/test/echo/7', { quantity: 2 })).json()).toEqual({ number: 7, quantity: 2 });
    expect((await post('/api/test/echo/seven', { quantity: 2 })).json()).toMatchObject({ code: 'invalid_request' });
  });

  it('an expected no is a 409 with its alternatives', async () => {
    const answer = await post('/api/test/refuse', {}, { 'idempotency-key': 'a-key-of-some-length' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      code: 'insufficient_stock',
      detail: 'None left.',
      alternatives: [{ kind: 'other' }],
    });
  });

  it('an act that must not happen twice asks for a key', async () => {
    expect((await post('/api/test/refuse', {})).json()).toMatchObject({
      code: 'idempotency_key_required',
      status: 400,
    });
  });

  it('an error of ours says nothing of our inside', async () => {
    const answer = await server.app.inject('/api/test/throw');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
  });

  it('unknown addresses and things are 404', async () => {
    expect((await server.app.inject('/api/nowhere')).json()).toMatchObject({ code: 'not_found' });
    expect((await server.app.inject('/api/test/missing')).json()).toMatchObject({
      code: 'not_found',
      detail: 'There is no such thing.',
    });
  });

  it('a limit holds, and says when to come back', async () => {
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await post('/api/test/limited', {}));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 429, 429]);
    expect(Number(answers[4]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('a form on another site cannot act in a shopper’s name', async () => {
    const foreign = await post('/api/test/limited', {}, { origin: 'https://evil.example' });
    expect(foreign.json()).toMatchObject({ code: 'origin_not_allowed', status: 403 });
    const own = await post('/api/test/echo/7', { quantity: 1 }, { origin: 'http://localhost:4000' });
    expect(own.statusCode).toBe(200);
  });

  it('a stranger learns nothing before signing in', async () => {
    expect((await server.app.inject('/api/test/staff')).json()).toMatchObject({
      code: 'sign_in_required',
      status: 401,
    });
    expect(
      (await server.app.inject({ url: '/api/test/staff', headers: { authorization: 'Bearer guess' } })).json(),
    ).toMatchObject({ code: 'api_key_invalid' });
  });
});

describe('the catalogue of problems', () => {
  it('is documented to the last code', () => {
    const documented = readFileSync(new URL('../../../docs/reference/errors.md', import.meta.url), 'utf8');
    const rows = [...documented.matchAll(/^\| `([a-z_]+)` \| (\d{3}) \| (.+) \|$/gm)].map((row) => [
      row[1],
      Number(row[2]),
      row[3],
    ]);
    expect(rows).toEqual(Object.entries(problems).map(([code, { status, title }]) => [code, status, title]));
  });
});

describe('the API document', () => {
  it('is OpenAPI 3.1, has a reference in the browser, and names the audience of every route', async () => {
    const document = (await server.app.inject('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    for (const [path, operations] of Object.entries(
      document.paths as Record<string, Record<string, { 'x-audience'?: string }>>,
    )) {
      for (const [method, operation] of Object.entries(operations))
        expect(operation['x-audience'], `${method} ${path}`).toBeTruthy();
    }
    expect((await server.app.inject('/docs')).statusCode).toBeLessThan(400);
    expect((await server.app.inject('/docs/problems')).body).toContain('insufficient_stock');
    expect((await server.app.inject('/')).body).toContain('Throughline');
  });
});

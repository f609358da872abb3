import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcileStock } from '../src/modules/stock/index.ts';
import { openAskedShop, type Sent } from './badInput.fixture.ts';
import { faultOf } from './faultOf.ts';
import { leavesOf, withValue } from './leaves.ts';
import { addressOf, type Operation } from './plausible.ts';

const asked = await openAskedShop();
const { server, database, operations, known, cookies, send, bodyOf } = asked;
afterAll(() => asked.close());

/** Not a word here is to be kept, so what would end the session is not called with something right. */
const changing = () => operations.filter((operation) => operation.method !== 'GET');
const endsSession = (operation: Operation) => /sign-out$|^DELETE \/api\/shop\/session/.test(operation.key);

/** Everything the database holds, but for what counts calls. A refused request must leave it as it is, to the letter. */
async function fingerprints(): Promise<Record<string, string>> {
  const { rows } = await database.query<{ name: string }>(`
    select schemaname || '."' || tablename || '"' as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')
      and schemaname || '.' || tablename not in ('kernel.rate_limit', 'kernel.outbox_cursor', 'journeys.cursor')`);
  const hashes: Record<string, string> = {};
  for (const { name } of rows) {
    const hash = await database.query(
      `select count(*) || ' rows ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${name} t`,
    );
    hashes[name] = hash.rows[0].h;
  }
  return hashes;
}

describe('every route, sent what it cannot take', () => {
  let before: Record<string, string>;
  beforeAll(async () => {
    before = await fingerprints();
  });

  const refusesAll = async (sent: (operation: Operation) => Sent[]) => {
    const faults: string[] = [];
    for (const operation of changing()) {
      for (const request of sent(operation)) {
        const fault = faultOf(await send(request), true);
        if (fault) faults.push(`${operation.key} ${wordsOf(request.body)}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  };
  const wordsOf = (body: unknown) => (Buffer.isBuffer(body) ? 'bytes' : JSON.stringify(body)?.slice(0, 160));
  const to = (operation: Operation): Pick<Sent, 'method' | 'url'> => ({
    method: operation.method,
    url: addressOf(operation, known),
  });

  it('broken JSON, bytes that are no text, nesting without end, keys that change prototypes', async () => {
    const bodies = [
      '{',
      '{"text": "a\nb"}',
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`,
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
      // Three bytes of a four-byte character: what replaces them has three bytes too.
      Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xf0, 0x9f, 0x98]), Buffer.from('"}')]),
    ];
    await refusesAll((operation) => bodies.map((body) => ({ ...to(operation), body })));
  });

  it('something else than an object, unknown fields, bodies without end, other content types', async () => {
    const bodies = ['[1]', '"text"', '5', '{"unknown":1}', JSON.stringify({ unknown: 'x'.repeat(6_000_000) })];
    await refusesAll((operation) => [
      ...bodies.map((body) => ({ ...to(operation), body })),
      ...(operation.body ? [{ ...to(operation), body: { ...(bodyOf(operation) as object), isAdmin: true } }] : []),
      { ...to(operation), body: '{}', type: 'text/plain' },
      { ...to(operation), body: 'a=1', type: 'application/x-www-form-urlencoded' },
      { ...to(operation), body: '<a/>', type: 'application/xml' },
    ]);
  });

  it('NUL and half characters in every text', async () => {
    await refusesAll((operation) => {
      const sample = bodyOf(operation);
      return leavesOf(sample)
        .filter((leaf) => typeof leaf.value === 'string')
        .flatMap((leaf) =>
          ['\u0000', 'some\u0000text', 'half \ud83d a pair', '\udc00'].map((text) => ({
            ...to(operation),
            body: withValue(sample, leaf.path, text),
          })),
        );
    });
  });

  it('the wrong type in every field, and numbers that no column holds', async () => {
    await refusesAll((operation) => {
      const sample = bodyOf(operation);
      return leavesOf(sample).flatMap(({ path, value }) => {
        const wrong =
          typeof value === 'number'
            ? ['1', '', true, {}, [], 1e300, -1e300, 2 ** 63]
            : typeof value === 'string'
              ? [5, true, { a: 1 }, ['a', 1]]
              : ['true', 1, {}];
        return wrong.map((one) => ({ ...to(operation), body: withValue(sample, path, one) }));
      });
    });
  });

  it('a key that is too short, too long, or missing where it is asked for', async () => {
    const faults: string[] = [];
    for (const operation of changing().filter((one) => one.body && !endsSession(one))) {
      for (const key of ['short', 'k'.repeat(201)]) {
        const answer = await send({ ...to(operation), body: bodyOf(operation), headers: { 'idempotency-key': key } });
        const fault = faultOf(answer, true);
        if (fault) faults.push(`${operation.key} with key of ${key.length}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
    for (const url of ['/api/shop/holds', '/api/shop/orders', '/api/staff/holds', '/api/staff/sales']) {
      const answer = await server.app.inject({
        method: 'POST',
        url,
        headers: { cookie: url.startsWith('/api/staff') ? cookies.staff : cookies.shop },
        payload: bodyOf(operations.find((one) => one.key === `POST ${url}`) as Operation) as object,
      });
      expect(answer.json()).toMatchObject({ status: 400, code: 'idempotency_key_required' });
    }
  });

  it('and of all that nothing was kept', async () => {
    expect(await fingerprints()).toEqual(before);
  });
});

describe('every route, asked at addresses that are none', () => {
  it('in the path: NUL, half characters, no ids, endless ones, other notations of ids', async () => {
    const faults: string[] = [];
    const parts = [
      '%00',
      'a%00b',
      '%ZZ',
      '%ED%A0%80',
      '%F0%9F%98%80',
      'x',
      '-1',
      '0',
      '%27%3B--',
      '..%2f..%2fetc%2fpasswd',
      '__proto__',
      'constructor',
      'x'.repeat(290),
      'x'.repeat(900),
      'urn:uuid:01890000-0000-7000-8000-000000000000',
      '01890000-0000-7000-8000-00000000ABCD',
      '01890000-0000-7000-8000-000000000000',
    ];
    for (const operation of operations) {
      for (const [hole] of operation.path.matchAll(/\{\w+\}/g)) {
        for (const part of parts) {
          const path = addressOf({ ...operation, path: operation.path.replace(hole, 'HOLE') }, known).replace(
            'HOLE',
            part,
          );
          const answer = await send({ method: operation.method, url: path, body: bodyOf(operation) });
          const fault = faultOf(answer, false);
          if (fault) faults.push(`${operation.method} ${path.slice(0, 120)}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('in the query: the same, cursors of nobody’s making, days and instants that are none', async () => {
    const cursorOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const id = '01890000-0000-7000-8000-000000000000';
    const cursors = [
      'x',
      cursorOf({}),
      cursorOf(null),
      ...[['a'], [1e300], [-5], [1.5], ['\u0000'], [id]],
      ...[
        ['a', 'b'],
        [1, 2],
        ['2026-01-01', id],
        ['0000-01-01T00:00:00.000Z', id],
        ['2026-01-01T00:00:00.000Z', 'x'],
      ],
      ...[
        [1, id],
        [1e300, id],
        ['\u0000', '\u0000'],
        [1, 2, 3, 4],
        [0, 0, 0, '\u0000'],
        [1e300, 1e300, 1e300, id],
      ],
    ].map((key) => (typeof key === 'string' ? key : cursorOf(key)));
    const values = [
      ...['', '%00', 'a%00b', '%ED%A0%80', '%ZZ', 'x', '-1', '1.5', '1e300', '99999999999', "'--", 'x'.repeat(5_000)],
      ...['0000-01-01', '2026-02-30', '0001-01-01', '9999-12-31', '0000-01-01T00:00:00Z', '2026-12-31T23:59:60Z'],
      ...['2026-12-31T23:59:00%2B23', '2026-12-31%2010:00:00Z', '9999-12-31T23:59:59-14:00', `urn:uuid:${id}`],
      '%D7%A9%D7%9C%D7%95%D7%9D%E2%80%AE%F0%9F%98%80',
    ];
    const faults: string[] = [];
    for (const operation of operations.filter((one) => !one.path.endsWith('/live') && !endsSession(one))) {
      for (const { name } of operation.query) {
        for (const value of [...values, ...(name === 'cursor' ? cursors : []), `a&${name}=b`]) {
          const required = operation.query.filter((one) => one.required && one.name !== name);
          const path = addressOf({ ...operation, query: required }, known);
          const url = `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`;
          const answer = await send({ method: operation.method, url, body: bodyOf(operation) });
          const fault = faultOf(answer, name === 'cursor' && cursors.includes(value));
          // A cursor of one list is none of another; a few of ours happen to be right for the list they are sent to.
          if (fault && !fault.includes('it was taken'))
            faults.push(`${operation.method} ${url.slice(0, 160)}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('a cursor that was tampered with is told as such', async () => {
    for (const url of [
      '/api/staff/audit',
      '/api/staff/orders',
      '/api/staff/promotions',
      '/api/shop/orders',
      '/api/staff/threads',
    ]) {
      const answer = await send({
        method: 'GET',
        url: `${url}?cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
      });
      expect(`${url} ${answer.json().code}`).toBe(`${url} invalid_cursor`);
    }
  });

  it('cookies, keys and headers that are nobody’s and nothing', async () => {
    for (const headers of [
      { cookie: 'tl_shop=%00; tl_staff=%00' },
      { cookie: `tl_shop=${'x'.repeat(4_000)}; tl_staff=${'x'.repeat(2_000)}.${'y'.repeat(1_000)}` },
      { cookie: '=;;;=tl_shop;tl_staff' },
      { authorization: `Bearer ${'x'.repeat(5_000)}` },
      { authorization: 'Bearer tl_' },
      { authorization: 'Basic Og==' },
      { 'accept-language': ';q=,,;q=x', 'x-request-id': 'not-an-id' },
    ] as Record<string, string>[]) {
      for (const url of ['/api/shop/me', '/api/staff/me', '/api/shop/store-info']) {
        const answer = await server.app.inject({ url, headers: { cookie: '', ...headers } });
        expect(faultOf(answer, false), `${url} ${JSON.stringify(headers).slice(0, 60)}`).toBeUndefined();
        if (url !== '/api/shop/store-info') expect(answer.statusCode).toBe(401);
      }
    }
  });
});

describe('every route, sent what is strange and allowed', () => {
  const texts = [
    'שלום \u202e עולם',
    '👩‍👩‍👧‍👦 🇵🇱',
    '<script>alert(1)</script>',
    'toString',
    "Robert'); drop table x;--",
    ' ',
  ];
  const days = ['1900-01-01', '2999-12-31', '2028-02-29', '1900-01-01T00:00:00Z', '2999-12-31T23:59:59.999-12:00'];
  const ids = ['01890000-0000-7000-8000-00000000ABCD', '00000000-0000-0000-0000-000000000000'];
  const numbers = [0, -0, -1, 1.5, 2_147_483_647, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

  function strangeFor(value: unknown): unknown[] {
    if (typeof value === 'number') return numbers;
    if (typeof value !== 'string') return [null];
    if (/^\d{4}-\d{2}-\d{2}/.test(value)) return days;
    return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value) ? ids : texts;
  }

  it('other scripts, words of the language, odd numbers and days: taken or refused, never a failure', async () => {
    const faults: string[] = [];
    for (const operation of changing().filter((one) => !endsSession(one))) {
      const url = addressOf(operation, known);
      for (const { path, value } of leavesOf(bodyOf(operation))) {
        for (const strange of strangeFor(value)) {
          const answer = await send({
            method: operation.method,
            url,
            body: withValue(bodyOf(operation), path, strange),
          });
          const fault = faultOf(answer, false);
          if (fault) faults.push(`${operation.key} ${path.join('.')} = ${JSON.stringify(strange)}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
    await server.settle();
    expect(await reconcileStock(server.ctx())).toEqual([]);
  }, 60_000);
});

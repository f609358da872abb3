import { it } from 'vitest';
import { testServer } from '../testServer.ts';
import { smallShop } from '../smallShop.ts';
import { readOperations, sampleOf, addressOf, type Known } from '../plausible.ts';
import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';

it('fuzz', { timeout: 300000 }, async () => {
  const server = await testServer();
  const shop = await smallShop(server, { krakowGreen: 5, warehouseBlue: 10 });
  await server.jobs.start({ work: false });
  const julia = await shop.shopper();
  const admin = await shop.staff('admin');
  const agent = await shop.staff('agent');
  const cart = await julia.post('/api/shop/cart/lines', { variantId: shop.blue, quantity: 1, way: { method: 'delivery' } });
  const hold = await julia.post('/api/shop/holds', { variantId: shop.green, locationId: shop.krakow, contact: { email: 'julia@example.com' } });
  const msg = await julia.post('/api/shop/chat/messages', { text: 'hello', clientKey: 'key-12345678' });
  await server.settle();
  const shold = await admin.get(`/api/staff/holds/${hold.id}`);
  const thread = (await agent.get('/api/staff/threads')).items[0];
  const known: Known = {
    variantId: shop.green, locationId: shop.krakow, holdId: hold.id, cartId: shold.cartId, lineId: cart.lines[0].id, fulfilmentId: shold.fulfilmentId,
    threadId: thread.id, customerId: thread.customerId, market: 'PL', currency: 'PLN', defaultMarket: 'PL', zone: 'Europe/Warsaw', 'settings.kind': 'terms', 'policies.kind': 'terms', 'markets.code': 'PL',
    'products.code': 'lund', 'categories.code': 'sofas', 'attributes.code': 'colour', slugOrId: 'lund', 'locations.code': 'KRK', 'handoffs.code': hold.code, file: `${randomUUID()}.svg`,
    'v1.type': 'track', 's.type': 'track', 's2s.type': 'track',
  };
  const out = new Map<string, number>();
  let n = 0;
  const log: string[] = [];
  const strs: [string, unknown][] = [['nul', 'a\u0000bcdef'], ['lone', 'a\ud800bcdef'], ['uuidurn', 'urn:uuid:01890000-0000-7000-8000-000000000000'], ['long', 'x'.repeat(30000)], ['rtl', '\u202e\u05d0\u{1F600}abc'], ['date0', '0000-01-01'], ['dt0', '0000-01-01T00:00:00Z'], ['leap', '2026-12-31T23:59:60Z'], ['tz', '2026-12-31T23:59:00+23'], ['upper','01890000-0000-7000-8000-00000000ABCD'], ['num', 5], ['null', null], ['proto','constructor'], ['html','<script>']];
  const nums: [string, unknown][] = [['1e300', 1e300], ['2^53', 2 ** 53], ['2^31', 2 ** 31], ['maxsafe', Number.MAX_SAFE_INTEGER], ['-1', -1], ['1.5', 1.5], ['-0', -0], ['minsafe', Number.MIN_SAFE_INTEGER], ['0',0]];
  const call = async (who: any, op: any, url: string, body: unknown, raw = false, headers = {}) => {
    n++;
    const a = await server.app.inject({ method: op.method, url, remoteAddress: `10.${n >> 16 & 255}.${n >> 8 & 255}.${n & 255}`,
      headers: { cookie: who, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(op.method === 'GET' ? {} : { 'idempotency-key': randomUUID() }), ...headers },
      ...(body === undefined ? {} : { payload: raw ? (body as string) : JSON.stringify(body) }) });
    return a;
  };
  const cookieOf = async (p: any) => (await p.call('GET', '/api/nowhere')) && '';
  // cookies by hand
  const si = await server.app.inject({ method: 'POST', url: '/api/staff/sign-in', payload: { email: 'admin@shop.example', password: 'a-password-for-tests' } });
  const staffC = si.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  const sh = await server.app.inject({ method: 'POST', url: '/api/shop/session', payload: {} });
  const shopC = sh.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  const ops = await readOperations(server);
  const report = (op: any, what: string, a: any, body: unknown) => {
    if (a.statusCode >= 500) log.push(`${a.statusCode} ${op.key} :: ${what}`);
    else if (a.statusCode >= 400 && !String(a.headers['content-type']).includes('problem+json')) log.push(`NOPROBLEM ${a.statusCode} ${op.key} :: ${what} ${a.body.slice(0,100)}`);
  };
  const base: string[] = [];
  for (const op of ops) {
    if (op.path.endsWith('/live') || op.path.includes('sign-out') || op.key === 'DELETE /api/shop/session' || op.path.startsWith('/v1') || op.path.startsWith('/beacon') || op.path.startsWith('/api/s/')) continue;
    const who = op.path.startsWith('/api/staff') ? staffC : shopC;
    const url = addressOf(op, known);
    const sample = op.body ? sampleOf(op.body, known, { full: true }) : undefined;
    const first = await call(who, op, url, sample);
    base.push(`${first.statusCode} ${op.key} ${url} ${first.statusCode >= 400 ? first.body.slice(0, 250) : ''}`);
    report(op, 'sample', first, sample);
    if (op.body) {
      const mutate = async (path: (string | number)[], value: unknown) => {
        const copy = structuredClone(sample) as any;
        let at = copy;
        for (const p of path.slice(0, -1)) at = at[p];
        at[path.at(-1)!] = value;
        return copy;
      };
      const walk = async (value: any, path: (string | number)[]) => {
        if (value && typeof value === 'object') for (const [k, v] of Object.entries(value)) await walk(v, [...path, Array.isArray(value) ? Number(k) : k]);
        else if (path.length) for (const [nm, v] of [...(typeof value === 'string' ? strs : []), ...(typeof value === 'number' ? nums : [])])
          report(op, `${path.join('.')} = ${nm}`, await call(who, op, url, await mutate(path, v)), 0);
      };
      await walk(sample, []);
    }
    for (const raw of ['{', '', '[]', 'null', '"x"', '5', '{"unknown":1}', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}', '['.repeat(20000) + ']'.repeat(20000), '{"a":'.repeat(9000) + '1' + '}'.repeat(9000)])
      if (op.method !== 'GET') report(op, `raw ${raw.slice(0, 20)}`, await call(who, op, url, raw, true), raw);
    if (op.method !== 'GET') {
      const a = await server.app.inject({ method: op.method as any, url, headers: { cookie: who, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, payload: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe, 0xf0, 0x9f, 0x98]), Buffer.from('"}')]), remoteAddress: '11.0.0.'+(n++%255) });
      report(op, 'bad utf8', a, 0);
    }
    // query
    for (const q of op.query) for (const v of ['', '%00', 'a%00b', '%ED%A0%80', '-1', '1e300', '99999999999', '1.5', 'x', '0000-01-01', '0000-01-01T00:00:00Z', '2026-12-31T23:59:60Z', 'urn:uuid:01890000-0000-7000-8000-000000000000', "'--", '%ZZ', 'x'.repeat(5000), ...(q.name === 'cursor' ? [['a'], ['a', 'b'], [1, 2], [1e300], ['2026-01-01T00:00:00Z', 'x'], ['x', '01890000-0000-7000-8000-000000000000'], [1, 2, 3, 4], ['a', 'b', 'c', 'd'], ['2026-01-01', 5], [-5], [1.5], ['\u0000', '\u0000'], ['\u0000'],[0,0,'\u0000','\u0000']].map((k) => Buffer.from(JSON.stringify(k)).toString('base64url')) : [])]) {
      const u = url + (url.includes('?') ? '&' : '?') + q.name + '=' + v;
      const u2 = url.split('?')[0] + '?' + [...op.query.filter((o) => o.required && o.name !== q.name).map((o) => `${o.name}=${encodeURIComponent(String([sampleOf(o.schema, known, {}, o.name)].flat()[0]))}`), `${q.name}=${v}`].join('&');
      report(op, `query ${q.name}=${v.slice(0, 60)}`, await call(who, op, u2, sample), 0);
      void u;
    }
    for (const v of ['%00', 'a%00b', 'x', '%F0%9F%98%80', 'x'.repeat(290), 'x'.repeat(400), '%ZZ', '%ED%A0%80', 'urn:uuid:01890000-0000-7000-8000-000000000000', '01890000-0000-7000-8000-00000000ABCD', '__proto__', 'constructor', '..%2f..%2fetc', "'", '-1']) {
      if (!op.path.includes('{')) continue;
      const marker = 'PLACEHOLDER';
      const u = op.path.replace(/\{\w+\}(?!.*\{)/, marker).replace(/\{(\w+)\}/g, () => '01890000-0000-7000-8000-000000000000').replace(marker, v) + (url.includes('?') ? '?' + url.split('?')[1] : '');
      report(op, `param ${v.slice(0, 60)}`, await call(who, op, u, sample), 0);
    }
  }
  writeFileSync('/tmp/fuzz.txt', log.join('\n'));
  writeFileSync('/tmp/base.txt', base.join('\n'));
  console.log(n, 'calls', log.length, 'problems');
  await server.stop();
});

/// <reference types="node" />
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBrowserApi } from './createBrowserApi.ts';
import { ProblemError, unwrap } from './index.ts';

let server: Server;
let base = '';
const browserFetch = globalThis.fetch;
const asked: { url: string; method: string; language: string; type: string; body: string }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    const { url = '', method = '', headers } = request;
    asked.push({
      url,
      method,
      language: headers['accept-language'] ?? '',
      type: headers['content-type'] ?? '',
      body,
    });
    if (url.startsWith('/api/shop/variants')) return response.writeHead(200).end('{"items":[]}');
    if (url.startsWith('/api/shop/session'))
      return response.writeHead(409).end('{"code":"insufficient_stock","title":"Not enough","status":409}');
    if (url.startsWith('/api/shop/chat/read')) return response.writeHead(204).end();
    return response.writeHead(502).end('<h1>Bad gateway</h1>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A browser knows what server its page is from.
  globalThis.fetch = (url, options) => browserFetch(`${base}${String(url)}`, options);
});
afterAll(() => {
  globalThis.fetch = browserFetch;
  server.close();
});

const api = createBrowserApi({ language: 'pl' });

test('lists are asked for one by one, in the language of the page', async () => {
  const { items } = await unwrap(api.GET('/api/shop/variants', { params: { query: { ids: ['a b', 'ć'] } } }));
  expect(items).toEqual([]);
  expect(asked.at(-1)).toMatchObject({ url: '/api/shop/variants?ids=a+b&ids=%C4%87', method: 'GET', language: 'pl' });
});

test('what is sent is JSON, and an empty answer is one', async () => {
  expect(await unwrap(api.POST('/api/shop/chat/read', { body: { seq: 3 } }))).toBeUndefined();
  expect(asked.at(-1)).toMatchObject({ type: 'application/json', body: '{"seq":3}' });
});

test('a refusal keeps its code, and an answer that nobody can read says so', async () => {
  const refused = unwrap(api.POST('/api/shop/session', { body: {} }));
  await expect(refused).rejects.toMatchObject({ code: 'insufficient_stock' });
  const unreadable = unwrap(api.GET('/api/shop/chat/status'));
  await expect(unreadable).rejects.toBeInstanceOf(ProblemError);
  await expect(unreadable).rejects.toMatchObject({ code: 'unreadable', problem: { status: 502 } });
});

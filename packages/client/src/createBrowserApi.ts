import type { Api } from './index.ts';

/** The part of the API that {@link createBrowserApi} speaks: no uploads, no middleware. */
export type BrowserApi = Pick<Api, 'GET' | 'POST' | 'PUT'>;

interface Asked {
  params?: { path?: Record<string, unknown>; query?: Record<string, unknown>; header?: Record<string, string> };
  body?: unknown;
}

/**
 * The API on this page's own server, for scripts where every kilobyte counts: typed like `createApi`, in a tenth of its
 * size. Lists in a query are repeated (`ids=1&ids=2`), what is undefined is left out.
 */
export function createBrowserApi({ language }: { language: string }): BrowserApi {
  const call =
    (method: string) =>
    async (template: string, asked: Asked = {}) => {
      const { path = {}, query = {}, header = {} } = asked.params ?? {};
      const url = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
      const search = new URLSearchParams(
        Object.entries(query).flatMap(([name, value]) =>
          (Array.isArray(value) ? value : [value])
            .filter((one) => one !== undefined && one !== null)
            .map((one) => [name, String(one)]),
        ),
      ).toString();
      const response = await fetch(search ? `${url}?${search}` : url, {
        method,
        headers: {
          'accept-language': language,
          ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...header,
        },
        ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      });
      const read = readBody(await response.text());
      return response.ok ? { data: read, response } : { error: read, response };
    };
  return { GET: call('GET'), POST: call('POST'), PUT: call('PUT') } as unknown as BrowserApi;
}

function readBody(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

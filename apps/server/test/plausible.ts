import type { TestServer } from './testServer.ts';

/** A schema of the OpenAPI document, as far as our routes use JSON Schema. */
export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema | Schema[];
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  patternProperties?: Record<string, Schema>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

export interface Operation {
  /** `POST /api/staff/holds/{id}/extend` */
  key: string;
  method: Method;
  path: string;
  query: { name: string; required: boolean; schema: Schema }[];
  body: Schema | undefined;
}

/** What the document says can be called. */
export async function readOperations(server: TestServer): Promise<Operation[]> {
  const document = (await server.app.inject('/api/openapi.json')).json() as {
    paths: Record<
      string,
      Record<
        string,
        {
          parameters?: { in: string; name: string; required?: boolean; schema: Schema }[];
          requestBody?: { content: Record<string, { schema: Schema }> };
        }
      >
    >;
  };
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([name, operation]) => {
      const method = name.toUpperCase() as Method;
      return {
        key: `${method} ${path}`,
        method,
        path,
        query: (operation.parameters ?? [])
          .filter((one) => one.in === 'query')
          .map((one) => ({ name: one.name, required: one.required ?? false, schema: one.schema })),
        body: operation.requestBody?.content['application/json']?.schema,
      };
    }),
  );
}

/** Things that exist, by the name of the field that asks for them: `variantId`, `locationId`, `slug` … */
export type Known = Record<string, unknown>;

const texts = [
  'some text',
  'PL',
  'PLN',
  'some-code',
  'SOME-CODE',
  '4242424242424242',
  '123456',
  '123',
  '10:00',
  '2027-01-15',
  '#0F5D4A',
  'https://shop.example',
  'colour:green',
  'price:1-2',
  'a-password-of-length',
];

function textFor(schema: Schema): string {
  switch (schema.format) {
    case 'uuid':
      return '01890000-0000-7000-8000-000000000000';
    case 'date':
      return '2027-01-15';
    case 'date-time':
      return '2027-01-15T10:00:00.000Z';
    case 'email':
      return 'somebody@example.com';
    case 'uri':
      return 'https://shop.example/a.svg';
  }
  const fits = (text: string) =>
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
    (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text));
  return texts.find(fits) ?? 'x'.repeat(Math.max(1, schema.minLength ?? 1));
}

/**
 * A value that fits a schema, with things that exist where a field asks for one by its name. `full` gives optional
 * fields too. The first of several shapes is taken.
 */
export function sampleOf(schema: Schema, known: Known, options: { full?: boolean } = {}, name = ''): unknown {
  if (name in known) return known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const shapes = schema.anyOf?.filter((shape) => shape.type !== 'null');
  if (shapes?.[0]) return sampleOf(shapes[0], known, options, '');
  switch (schema.type) {
    case 'object': {
      const wanted = Object.entries(schema.properties ?? {}).filter(
        ([key]) => options.full || schema.required?.includes(key),
      );
      return Object.fromEntries(wanted.map(([key, inner]) => [key, sampleOf(inner, known, options, key)]));
    }
    case 'array': {
      if (Array.isArray(schema.items)) return schema.items.map((inner) => sampleOf(inner, known, options));
      const count = Math.max(options.full ? 1 : 0, schema.minItems ?? 0);
      const inner = schema.items;
      return inner ? Array.from({ length: count }, () => sampleOf(inner, known, options, singular(name))) : [];
    }
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textFor(schema);
  }
}

/** `variantIds` holds what `variantId` names. */
const singular = (name: string): string => (name.endsWith('Ids') ? name.slice(0, -1) : '');

/** What `{id}` means depends on what stands before it. */
const idNames: Record<string, string> = {
  customers: 'customerId',
  holds: 'holdId',
  fulfilments: 'fulfilmentId',
  work: 'fulfilmentId',
  devices: 'deviceId',
  carts: 'cartId',
  threads: 'threadId',
  orders: 'orderId',
  locations: 'locationId',
  mail: 'mailId',
  mailbox: 'caughtMailId',
  members: 'memberId',
  'api-keys': 'apiKeyId',
  promotions: 'promotionId',
  'smart-links': 'smartLinkId',
  products: 'productId',
  calls: 'callId',
  variants: 'variantId',
  returns: 'returnId',
};
const nowhere = '01890000-0000-7000-8000-000000000001';

/** The address with things that exist in it; `{code}` of a store or a product is looked up as `locations.code`. */
export function addressOf(operation: Operation, known: Known, query: Record<string, unknown> = {}): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_whole, name: string, at: number) => {
    const before = operation.path.slice(0, at).split('/').at(-2) ?? '';
    const key = name === 'id' ? (idNames[before] ?? 'id') : name;
    return encodeURIComponent(String(known[`${before}.${name}`] ?? known[key] ?? nowhere));
  });
  const asked = {
    ...Object.fromEntries(
      operation.query.filter((one) => one.required).map((one) => [one.name, sampleOf(one.schema, known, {}, one.name)]),
    ),
    ...query,
  };
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)]),
    ),
  );
  return search.size > 0 ? `${path}?${search}` : path;
}

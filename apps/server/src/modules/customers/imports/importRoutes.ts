import { Type } from 'typebox';
import { AppError } from '../../../kernel/errors.ts';
import { Refusal } from '../../../kernel/result.ts';
import { companyWide, created, exporting, Reply, route, staff } from '../../../kernel/route.ts';
import { Id, LanguageSchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../../kernel/schemas.ts';
import { dropImport, mapImport, startApplying, startUndoing } from './decideImport.ts';
import { type ImportField, importStates, plainFields } from './importTypes.ts';
import { encodings } from './readFile.ts';
import { listImports, readImport, reportFaults, rowKinds, rowsOfImport } from './showImport.ts';
import { finishUpload, importBytesAtMost, keepPart, openImport } from './storeImport.ts';

const tag = 'Customers';
/** What brings thousands of people in, or takes them out: not for the manager of one store. */
const importers = companyWide(staff('manager', 'admin'));
const partBytes = 1024 * 1024;
const delimiters = [',', ';', '\t', '|'] as const;
const ById = Strict({ id: Id });
const Field = Type.String({
  pattern: `^(${plainFields.join('|')}|trait:[a-z][a-z0-9_]{1,39})$`,
  description: 'What a column says; trait:NAME is one of the catalogue',
});
const Counts = Type.Record(Type.String(), Type.Integer());
const Choice = Strict({
  onFound: Type.Union([Type.Literal('fill'), Type.Literal('skip'), Type.Literal('new')], {
    description: 'Who is here already: fill what is empty, leave out, or make a second one',
  }),
  onDoubt: Type.Union([Type.Literal('skip'), Type.Literal('new')], {
    description: 'Contacts lead to several people, or to one of another name',
  }),
});
const ImportShape = {
  id: Id,
  version: Type.Integer(),
  state: Type.Enum([...importStates]),
  fileName: Type.String(),
  bytes: Type.Integer(),
  encoding: Nullable(Type.String()),
  delimiter: Nullable(Type.String()),
  columns: Type.Array(Strict({ name: Type.String(), samples: Type.Array(Type.String()) })),
  mapping: Type.Array(Nullable(Type.String())),
  country: Nullable(Type.String()),
  language: Nullable(LanguageSchema),
  choice: Nullable(Choice),
  done: Type.Integer({ description: 'Rows of the present step that are done' }),
  total: Nullable(Type.Integer({ description: 'null while the file is read' })),
  counts: Counts,
  fault: Nullable(Type.String({ description: 'Why the file could not be read' })),
  createdAt: Timestamp,
  createdBy: Type.String({ description: 'kind:id' }),
  appliedAt: Nullable(Timestamp),
};
const ImportSchema = Strict({
  ...ImportShape,
  sameFileAt: Nullable(Type.String({ format: 'date-time', description: 'The very same file was imported then' })),
});
const RowSchema = Strict({
  line: Type.Integer(),
  name: Nullable(Type.String()),
  email: Nullable(Type.String({ description: 'Masked' })),
  phone: Nullable(Type.String({ description: 'Masked' })),
  loyalty: Nullable(Type.String({ description: 'Masked' })),
  tags: Type.Array(Type.String()),
  consents: Type.Array(Strict({ channel: Type.String(), isGiven: Type.Boolean() })),
  isRefused: Type.Boolean(),
  sameAs: Nullable(Type.Integer({ description: 'An earlier line that is this person' })),
  foundId: Nullable(Id),
  doubt: Nullable(Type.Union([Type.Literal('several'), Type.Literal('other_name')])),
  outcome: Nullable(
    Type.Union([Type.Literal('made'), Type.Literal('filled'), Type.Literal('unchanged'), Type.Literal('skipped')]),
  ),
  faults: Type.Array(Strict({ field: Type.String(), rule: Type.String(), column: Nullable(Type.String()) })),
});

export const importRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/customers/imports',
    summary: 'Imports of customers from files, newest first',
    tag,
    audience: importers,
    query: Strict(PageQuery),
    response: Page(Strict(ImportShape)),
    handle: (ctx, { query }) => listImports(ctx, { cursor: query.cursor, limit: query.limit ?? 50 }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/imports',
    summary: 'Begin an import of customers; the file (CSV, plain or gzip) follows in parts of up to a megabyte',
    tag,
    audience: importers,
    body: Strict({
      fileName: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
      bytes: Type.Integer({ minimum: 1, maximum: importBytesAtMost }),
    }),
    response: ImportSchema,
    status: 201,
    handle: async (ctx, { body }) => created(await readImport(ctx, await openImport(ctx, body))),
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/imports/:id',
    summary: 'An import: how far it is, what was found, what became of it',
    tag,
    audience: importers,
    params: ById,
    response: ImportSchema,
    handle: (ctx, { params }) => readImport(ctx, params.id),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/customers/imports/:id/parts/:n',
    summary: 'A part of the file, from 0 on, as base64; a part sent again replaces itself',
    tag,
    audience: importers,
    bodyLimit: Math.ceil(partBytes * 1.4),
    params: Strict({ id: Id, n: Type.Integer({ minimum: 0, maximum: 999 }) }),
    body: Strict({
      data: Type.String({ minLength: 4, maxLength: Math.ceil(partBytes / 3) * 4, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
    }),
    response: Strict({ n: Type.Integer() }),
    handle: (ctx, { params, body }) => {
      const bytes = Buffer.from(body.data, 'base64');
      if (bytes.length === 0) throw new AppError('invalid_request', { detail: 'This part is empty.' });
      return keepPart(ctx, { importId: params.id, n: params.n, bytes });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/imports/:id/uploaded',
    summary: 'The whole file is here: its letters, columns and what each may mean are read',
    tag,
    audience: importers,
    params: ById,
    response: ImportSchema,
    handle: async (ctx, { params }) => {
      const done = await finishUpload(ctx, params.id);
      return done instanceof Refusal ? done : readImport(ctx, params.id);
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/customers/imports/:id/mapping',
    summary: 'Settle what each column says; the rows are read and compared in the background, nothing is written',
    tag,
    audience: importers,
    params: ById,
    body: Strict({
      mapping: Type.Array(Nullable(Field), { minItems: 1, maxItems: 100 }),
      country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166: of telephones without a country' }),
      language: LanguageSchema,
      encoding: Type.Optional(Type.Enum([...encodings])),
      delimiter: Type.Optional(Type.Enum([...delimiters])),
    }),
    response: ImportSchema,
    handle: async (ctx, { params, body }) => {
      const { mapping, country, language, encoding, delimiter } = body;
      const done = await mapImport(ctx, {
        importId: params.id,
        mapping: mapping as (ImportField | null)[],
        options: { country, language },
        encoding,
        delimiter,
      });
      return done instanceof Refusal ? done : readImport(ctx, params.id);
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/imports/:id/rows',
    summary: 'Rows as they would be, by what was found of them; contacts are masked',
    tag,
    audience: importers,
    params: ById,
    query: Strict({
      kind: Type.Optional(Type.Enum([...rowKinds])),
      after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000, description: 'Line' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    response: Strict({ items: Type.Array(RowSchema), nextAfter: Nullable(Type.Integer()) }),
    handle: (ctx, { params, query }) =>
      rowsOfImport(ctx, {
        importId: params.id,
        kind: query.kind ?? 'all',
        after: query.after ?? 0,
        limit: query.limit ?? 50,
      }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/imports/:id/apply',
    summary: 'Bring the customers in, in the background; each row wholly or not at all, and once',
    tag,
    audience: importers,
    params: ById,
    body: Choice,
    response: ImportSchema,
    status: 202,
    handle: async (ctx, { params, body }) => {
      const done = await startApplying(ctx, { importId: params.id, choice: body });
      return done instanceof Refusal ? done : new Reply(await readImport(ctx, params.id), { status: 202 });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/imports/:id/undo',
    summary: 'Take a whole import back, in the background; who did something since stays',
    tag,
    audience: importers,
    params: ById,
    response: ImportSchema,
    status: 202,
    handle: async (ctx, { params }) => {
      const done = await startUndoing(ctx, params.id);
      return done instanceof Refusal ? done : new Reply(await readImport(ctx, params.id), { status: 202 });
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/staff/customers/imports/:id',
    summary: 'Throw away an import of which nothing was applied',
    tag,
    audience: importers,
    params: ById,
    handle: async (ctx, { params }) => {
      const done = await dropImport(ctx, params.id);
      return done instanceof Refusal ? done : new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/imports/:id/errors',
    summary: 'What could not be taken, as CSV with line and reason; the audit keeps who took it',
    tag,
    audience: exporting(importers),
    perMinute: 20,
    params: ById,
    handle: async (ctx, { params }) =>
      new Reply<unknown>(await reportFaults(ctx, params.id), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="not-imported.csv"',
          'cache-control': 'no-store',
        },
      }),
  }),
];

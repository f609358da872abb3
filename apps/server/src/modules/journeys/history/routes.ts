import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import { Refusal } from '../../../kernel/result.ts';
import { created, exporting, Reply, type RouteDefinition, route, staff } from '../../../kernel/route.ts';
import { Id, Nullable, Page, PageQuery, Strict, Timestamp } from '../../../kernel/schemas.ts';
import { type Decision, decideUpload } from './decideUpload.ts';
import { readMapping } from './mapping.ts';
import { previewUpload } from './previewUpload.ts';
import { reportFaults } from './reportFaults.ts';
import { uploadFaultRules } from './uploadFault.ts';
import { keepFile, openUpload } from './uploadFile.ts';
import { getUpload, listUploads, showUpload, uploadStates } from './uploads.ts';

const tag = 'Insight';
const ById = Strict({ id: Id });
/** Checked by `readMapping`, which says what does not fit in words; see docs/guides/history.md. */
const Mapping = Type.Record(Type.String(), Type.Unknown(), {
  description: 'How rows become events; see docs/guides/history.md',
});
const UploadSchema = Strict({
  id: Id,
  state: Type.Enum([...uploadStates]),
  fileName: Type.String(),
  bytes: Type.Integer(),
  uploaded: Type.Integer({ description: 'Bytes that are here: where to go on sending' }),
  mapping: Nullable(Mapping),
  rows: Type.Integer({ description: 'Read so far' }),
  kept: Type.Integer({ description: 'New events' }),
  known: Type.Integer({ description: 'Events that had come in before' }),
  faulty: Type.Integer({ description: 'Rows that could not be used' }),
  share: Type.Number({ description: 'How much of the work is done, 0 to 1' }),
  fault: Nullable(
    Strict(
      {
        rule: Type.Enum([...uploadFaultRules]),
        line: Nullable(Type.Integer({ description: 'As in the file, the head counted' })),
        detail: Type.String(),
      },
      { description: 'Why it stopped' },
    ),
  ),
  isFileKept: Type.Boolean(),
  createdAt: Timestamp,
  createdBy: Type.String({ description: 'kind:id' }),
  startedAt: Nullable(Timestamp),
  finishedAt: Nullable(Timestamp),
});
const FaultSchema = Strict({
  line: Type.Integer({ description: 'As in the file, the head counted' }),
  column: Type.String(),
  rule: Type.String(),
  sample: Type.String({ description: 'Masked' }),
});
const PreviewSchema = Strict({
  columns: Type.Array(Type.String()),
  mapping: Nullable(Mapping),
  rows: Type.Integer({ description: 'Looked at; a thousand at most' }),
  made: Type.Integer({ description: 'Events they make' }),
  events: Type.Array(
    Strict({
      line: Type.Integer(),
      at: Timestamp,
      type: Type.String(),
      name: Nullable(Type.String()),
      who: Type.String({ description: 'Masked' }),
      event: Type.String({ description: 'JSON, masked' }),
    }),
    { description: 'The first twenty' },
  ),
  faulty: Type.Integer(),
  faults: Type.Array(FaultSchema, { description: 'The first fifty' }),
});

const decide = (decision: Exclude<Decision, 'start'>, summary: string): RouteDefinition =>
  route({
    method: 'POST',
    path: `/api/staff/history-imports/:id/${decision}`,
    summary,
    tag,
    audience: staff('admin'),
    params: ById,
    response: UploadSchema,
    handle: async (ctx, { params }) => {
      const done = await decideUpload(ctx, params.id, decision);
      return done instanceof Refusal ? done : showUpload(await getUpload(ctx, params.id));
    },
  });

/** History of another system from a file: sent, looked at, taken in by a worker. */
export const historyRoutes = (bytesAtMost: number): RouteDefinition[] => [
  route({
    method: 'GET',
    path: '/api/staff/history-imports',
    summary: 'Imports of history, newest first',
    tag,
    audience: staff('admin'),
    query: Strict(PageQuery),
    response: Page(UploadSchema),
    handle: (ctx, { query }) => listUploads(ctx, { cursor: query.cursor, limit: query.limit ?? 50 }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/history-imports',
    summary: 'Begin an import of history; the file (CSV or NDJSON, plain or gzip) follows',
    tag,
    audience: staff('admin'),
    body: Strict({
      fileName: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
      bytes: Type.Integer({ minimum: 1 }),
    }),
    response: UploadSchema,
    status: 201,
    handle: async (ctx, { body }) =>
      created(showUpload(await getUpload(ctx, await openUpload(ctx, { ...body, bytesAtMost })))),
  }),
  route({
    method: 'GET',
    path: '/api/staff/history-imports/:id',
    summary: 'An import of history: how far it is, what became of it',
    tag,
    audience: staff('admin'),
    params: ById,
    response: UploadSchema,
    handle: async (ctx, { params }) => showUpload(await getUpload(ctx, params.id)),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/history-imports/:id/file',
    summary: 'The file, or the rest of it from `offset` on, as bytes; what came is kept when the line breaks',
    tag,
    audience: staff('admin'),
    stream: true,
    params: ById,
    query: Strict({ offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })) }),
    response: UploadSchema,
    handle: async (ctx, { params, query, body }) => {
      const kept = await keepFile(ctx, {
        importId: params.id,
        offset: query.offset ?? 0,
        body: body as Readable | undefined,
      });
      return kept instanceof Refusal ? kept : showUpload(await getUpload(ctx, params.id));
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/history-imports/:id/preview',
    summary: 'What the first rows would become, by a mapping or one guessed from the columns; nothing is written',
    tag,
    audience: staff('admin'),
    params: ById,
    body: Strict({ mapping: Type.Optional(Mapping) }),
    response: PreviewSchema,
    handle: (ctx, { params, body }) =>
      previewUpload(ctx, params.id, body.mapping && readMapping(JSON.stringify(body.mapping))),
  }),
  route({
    method: 'POST',
    path: '/api/staff/history-imports/:id/start',
    summary: 'Take the file in by this mapping, in the background; each event once',
    tag,
    audience: staff('admin'),
    params: ById,
    body: Strict({ mapping: Mapping }),
    response: UploadSchema,
    status: 202,
    handle: async (ctx, { params, body }) => {
      const done = await decideUpload(ctx, params.id, 'start', readMapping(JSON.stringify(body.mapping)));
      return done instanceof Refusal ? done : new Reply(showUpload(await getUpload(ctx, params.id)), { status: 202 });
    },
  }),
  decide('pause', 'Let an import of history rest; what it kept stays'),
  decide('resume', 'Go on with one that rests or failed, where it was'),
  decide('cancel', 'End an import of history and delete its file; what it kept stays'),
  route({
    method: 'GET',
    path: '/api/staff/history-imports/:id/faults',
    summary: 'Rows that could not be used, as CSV with line, column and rule; values are masked',
    tag,
    audience: exporting(staff('admin')),
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

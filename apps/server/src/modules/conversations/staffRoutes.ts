import { Type } from 'typebox';
import { AppError } from '../../kernel/errors.ts';
import { Refusal } from '../../kernel/result.ts';
import { companyWide, created, Reply, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { staffOf } from './actors.ts';
import { assignThread, closeThread, reopenThread, snoozeThread } from './changeThread.ts';
import { countThreads, listThreads, threadViews } from './listThreads.ts';
import { assignCall, logCall } from './logCall.ts';
import { addMacro, changeMacro, listMacros, removeMacro } from './macros.ts';
import { nameLines, nameOneMessage, nameThread, type StaffNames } from './names.ts';
import { openThreadOfCustomer } from './openThread.ts';
import { postReply, type ReplyDeps } from './postReply.ts';
import { notePresence } from './presence.ts';
import { readThread } from './readThread.ts';
import { readDraft, saveDraft } from './saveDraft.ts';
import {
  CallBody,
  DraftSchema,
  HoursBody,
  HoursSchema,
  LoggedCallSchema,
  MacroFields,
  MacroSchema,
  PresenceBody,
  ReplyBody,
  Seq,
  StaffMessage,
  ThreadLineSchema,
  ThreadPageSchema,
  ThreadParams,
  ThreadSchema,
} from './schemas.ts';
import { getServiceHours, saveServiceHours } from './serviceHours.ts';
import { longestMessage } from './types.ts';

const tag = 'conversations';
const desk = staff('agent', 'manager', 'admin');

/** The desk: inbox, threads, answers, calls. */
export function staffRoutes(deps: ReplyDeps, names: StaffNames): RouteDefinition[] {
  return [
    route({
      method: 'GET',
      path: '/api/staff/threads',
      summary: 'The inbox: newest first, `waiting` by who waits longest',
      tag,
      audience: desk,
      query: Strict({
        ...PageQuery,
        view: Type.Optional(
          Type.Union(
            threadViews.map((view) => Type.Literal(view)),
            { default: 'all' },
          ),
        ),
        query: Type.Optional(
          Type.String({
            minLength: 2,
            maxLength: 100,
            description: 'A name, number, address, or words that were written',
          }),
        ),
      }),
      response: Page(ThreadLineSchema),
      async handle(ctx, { query }) {
        const page = await listThreads(ctx, {
          view: query.view ?? 'all',
          query: query.query,
          cursor: query.cursor,
          limit: query.limit ?? 50,
        });
        return { items: await nameLines(ctx, page.items, names), nextCursor: page.nextCursor };
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/threads/counts',
      summary: 'How many conversations each view has',
      tag,
      audience: desk,
      response: Strict({
        mine: Type.Integer(),
        unassigned: Type.Integer(),
        waiting: Type.Integer(),
        all: Type.Integer(),
        snoozed: Type.Integer(),
        closed: Type.Integer(),
      }),
      handle: (ctx) => countThreads(ctx),
    }),
    route({
      method: 'POST',
      path: '/api/staff/threads',
      summary: 'The conversation with a customer, opened if there is none',
      tag,
      audience: desk,
      body: Strict({ customerId: Id }),
      response: ThreadSchema,
      handle: (ctx, { body }) => openThreadOfCustomer(ctx, body.customerId),
    }),
    route({
      method: 'GET',
      path: '/api/staff/threads/:id',
      summary: 'A conversation: the newest messages, those after a number, or those before one',
      tag,
      audience: desk,
      params: ThreadParams,
      query: Strict({
        after: Type.Optional(Seq),
        before: Type.Optional(Seq),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
      }),
      response: ThreadPageSchema,
      handle: async (ctx, { params, query }) => nameThread(ctx, await readThread(ctx, params.id, query), names),
    }),
    route({
      method: 'POST',
      path: '/api/staff/threads/:id/messages',
      summary: 'Answer in the chat or by e-mail, or note something for colleagues',
      tag,
      audience: desk,
      params: ThreadParams,
      body: ReplyBody,
      response: StaffMessage,
      status: 201,
      async handle(ctx, { params, body }) {
        const message = await postReply(ctx, { threadId: params.id, ...body }, deps);
        return message instanceof Refusal ? message : nameOneMessage(ctx, message, names);
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/threads/:id/assign',
      summary: 'Give the conversation to a colleague, to oneself (nothing said), or back to all (null)',
      tag,
      audience: desk,
      params: ThreadParams,
      body: Strict({
        staffId: Type.Optional(Nullable(Id)),
        note: Type.Optional(Type.String({ maxLength: longestMessage })),
      }),
      response: ThreadSchema,
      handle: async (ctx, { params, body }) => {
        const staffId = body.staffId === undefined ? staffOf(ctx) : body.staffId;
        // Given to nobody's id it would stand in nobody's view.
        if (body.staffId && !(await names(ctx, [body.staffId])).has(body.staffId))
          throw new AppError('not_found', { detail: 'There is no such colleague. Nothing was changed.' });
        return assignThread(ctx, { threadId: params.id, staffId, note: body.note });
      },
    }),
    route({
      method: 'POST',
      path: '/api/staff/threads/:id/close',
      summary: 'Done, until someone writes again',
      tag,
      audience: desk,
      params: ThreadParams,
      body: Strict({ ifSeq: Type.Optional(Seq) }),
      response: ThreadSchema,
      handle: (ctx, { params, body }) => closeThread(ctx, { threadId: params.id, ...body }),
    }),
    route({
      method: 'POST',
      path: '/api/staff/threads/:id/reopen',
      summary: 'Take a closed conversation up again',
      tag,
      audience: desk,
      params: ThreadParams,
      response: ThreadSchema,
      handle: (ctx, { params }) => reopenThread(ctx, { threadId: params.id }),
    }),
    route({
      method: 'POST',
      path: '/api/staff/threads/:id/snooze',
      summary: 'Out of the way until a moment, or until the customer writes; null brings it back',
      tag,
      audience: desk,
      params: ThreadParams,
      body: Strict({ until: Nullable(Timestamp) }),
      response: ThreadSchema,
      handle: (ctx, { params, body }) => snoozeThread(ctx, { threadId: params.id, ...body }),
    }),
    route({
      method: 'PUT',
      path: '/api/staff/threads/:id/presence',
      summary: 'Say that one looks at this conversation, types in it, or left; forgotten after some seconds',
      tag,
      audience: desk,
      params: ThreadParams,
      body: PresenceBody,
      async handle(ctx, { params, body }) {
        await notePresence(ctx, { threadId: params.id, ...body }, names);
        return new Reply(null, { status: 204 });
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/threads/:id/draft',
      summary: 'What this colleague has begun to write here',
      tag,
      audience: desk,
      params: ThreadParams,
      response: DraftSchema,
      handle: (ctx, { params }) => readDraft(ctx, params.id),
    }),
    route({
      method: 'PUT',
      path: '/api/staff/threads/:id/draft',
      summary: 'Keep what one has begun to write; an empty text forgets it',
      tag,
      audience: desk,
      params: ThreadParams,
      body: Strict({ text: Type.String({ maxLength: longestMessage }), version: Type.Integer({ minimum: 0 }) }),
      response: DraftSchema,
      handle: (ctx, { params, body }) => saveDraft(ctx, { threadId: params.id, ...body }),
    }),
    route({
      method: 'POST',
      path: '/api/staff/calls',
      summary: 'Log a phone call; an unproven number is answered with candidates and never guessed',
      tag,
      audience: desk,
      body: CallBody,
      response: LoggedCallSchema,
      status: 201,
      handle: (ctx, { body }) => logCall(ctx, body),
    }),
    route({
      method: 'POST',
      path: '/api/staff/calls/:id/customer',
      summary: 'Say whose call it was',
      tag,
      audience: desk,
      params: ThreadParams,
      body: Strict({ customerId: Id }),
      response: LoggedCallSchema,
      handle: (ctx, { params, body }) => assignCall(ctx, { callId: params.id, customerId: body.customerId }),
    }),
    route({
      method: 'GET',
      path: '/api/staff/macros',
      summary: 'Words that are written again and again, by what is typed after the slash',
      tag,
      audience: desk,
      response: Strict({ items: Type.Array(MacroSchema) }),
      handle: async (ctx) => ({ items: await listMacros(ctx) }),
    }),
    route({
      method: 'POST',
      path: '/api/staff/macros',
      summary: 'Add a macro',
      tag,
      audience: companyWide(staff('manager', 'admin')),
      body: Strict(MacroFields),
      response: MacroSchema,
      status: 201,
      handle: async (ctx, { body }) => {
        const made = await addMacro(ctx, body);
        return made instanceof Refusal ? made : created(made);
      },
    }),
    route({
      method: 'PUT',
      path: '/api/staff/macros/:id',
      summary: 'Change a macro',
      tag,
      audience: companyWide(staff('manager', 'admin')),
      params: ThreadParams,
      body: Strict({ ...MacroFields, version: Type.Integer({ minimum: 1 }) }),
      response: MacroSchema,
      handle: (ctx, { params, body }) => changeMacro(ctx, params.id, body),
    }),
    route({
      method: 'DELETE',
      path: '/api/staff/macros/:id',
      summary: 'Remove a macro',
      tag,
      audience: companyWide(staff('manager', 'admin')),
      params: ThreadParams,
      async handle(ctx, { params }) {
        await removeMacro(ctx, params.id);
        return new Reply(null, { status: 204 });
      },
    }),
    route({
      method: 'GET',
      path: '/api/staff/chat/hours',
      summary: 'When people answer the chat',
      tag,
      audience: desk,
      response: HoursSchema,
      handle: (ctx) => getServiceHours(ctx),
    }),
    route({
      method: 'PUT',
      path: '/api/staff/chat/hours',
      summary: 'Set when people answer the chat',
      tag,
      audience: companyWide(staff('manager', 'admin')),
      body: HoursBody,
      response: HoursSchema,
      handle: (ctx, { body }) => saveServiceHours(ctx, body),
    }),
  ];
}

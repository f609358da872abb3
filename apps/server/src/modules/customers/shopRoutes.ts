import qrcode from 'qrcode';
import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { everyone, Reply, route, shoppers, signedIn } from '../../kernel/route.ts';
import { Id, LanguageSchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { customersOf } from './customersOf.ts';
import { getCustomer } from './getCustomers.ts';
import { issueLoyaltyNumber } from './issueLoyaltyNumber.ts';
import { nameCustomer } from './nameCustomer.ts';
import { proveWithCode } from './proveWithCode.ts';
import { type CodeSender, type CodeTarget, requestSignInCode } from './requestSignInCode.ts';
import { type OpenedSession, readSession, type ShopSession, startSession } from './sessions.ts';
import { shopSetCookie } from './shopCookie.ts';
import { shopperTypes, toShopperStep } from './shopperStep.ts';
import { signInWithCode } from './signInWithCode.ts';
import { signOut } from './signOut.ts';
import { timelineOfSubjects } from './timelineOf.ts';

const tag = 'Shopper';
const Email = Type.String({ minLength: 3, maxLength: 254 });
const Phone = Type.String({
  minLength: 5,
  maxLength: 40,
  description: 'With its country code, or of the home country',
});
/** One of them. */
const target = { email: Type.Optional(Email), phone: Type.Optional(Phone) };
const Code = Type.String({ pattern: '^[0-9]{6}$' });

const SessionSchema = Strict({
  anonymousId: Type.String({ description: 'For the tracker, with the epoch' }),
  epoch: Type.Integer({ minimum: 1 }),
  subjectId: Id,
  signedIn: Type.Boolean(),
});
const MeSchema = Strict({
  subjectId: Id,
  signedIn: Type.Boolean(),
  customer: Nullable(
    Strict({
      id: Id,
      givenName: Nullable(Type.String()),
      familyName: Nullable(Type.String()),
      email: Nullable(Type.String()),
      phone: Nullable(Type.String()),
      language: LanguageSchema,
    }),
  ),
});
const StepSchema = Strict({
  eventId: Id,
  at: Timestamp,
  type: Type.String(),
  channel: Type.String(),
  locationId: Nullable(Id),
  by: Type.Union([Type.Literal('you'), Type.Literal('staff'), Type.Literal('shop')]),
  facts: Type.Record(Type.String(), Type.Unknown()),
});

const shown = ({ anonymousId, epoch, subjectId, signedIn: known }: ShopSession) => ({
  anonymousId,
  epoch,
  subjectId,
  signedIn: known,
});

const Name = Type.String({ minLength: 1, maxLength: 120 });

function shopperOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'shopper') throw new AppError('session_required');
  return ctx.actor.subjectId;
}

function targetOf({ email, phone }: { email?: string; phone?: string }): CodeTarget {
  if (email !== undefined && phone === undefined) return { kind: 'email', value: email };
  if (phone !== undefined && email === undefined) return { kind: 'phone', value: phone };
  throw new AppError('invalid_request', { detail: 'Name an e-mail address or a telephone number, one of the two.' });
}

/** Without the fields that were left out. */
const sent = ({ givenName, familyName }: { givenName?: string; familyName?: string }) => ({
  ...(givenName === undefined ? {} : { givenName }),
  ...(familyName === undefined ? {} : { familyName }),
});

/** The person behind a signed-in session. Only what was verified is shown: a claim gives a shopper nothing to see. */
async function me(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'shopper') throw new AppError('session_required');
  const base = { subjectId: actor.subjectId, signedIn: actor.signedIn };
  const customerId = actor.signedIn ? (await customersOf(ctx, [actor.subjectId])).get(actor.subjectId) : undefined;
  if (!customerId) return { ...base, customer: null };
  const customer = await getCustomer(ctx, customerId);
  const verified = (kind: 'email' | 'phone') =>
    customer.identifiers.find((identifier) => identifier.kind === kind && identifier.state === 'verified')?.value ??
    null;
  return {
    ...base,
    customer: {
      id: customer.id,
      givenName: customer.givenName,
      familyName: customer.familyName,
      email: verified('email'),
      phone: verified('phone'),
      language: customer.language,
    },
  };
}

export function shopRoutes(sender: CodeSender) {
  const withCookie = (opened: OpenedSession, status = 200) =>
    new Reply(shown(opened.session), { status, setCookies: [shopSetCookie(opened.token, sender.config)] });

  return [
    route({
      method: 'POST',
      path: '/api/shop/session',
      summary: 'Start a session, or say which one this browser has',
      tag,
      audience: everyone,
      body: Strict({
        anonymousId: Type.Optional(Type.String({ maxLength: 200, description: "The tracker's anonymous id" })),
      }),
      response: SessionSchema,
      handle: async (ctx, { body }) => {
        const current = await readSession(ctx);
        return current ? shown(current) : withCookie(await startSession(ctx, body));
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/shop/session',
      summary: 'Forget this browser: a new session begins that knows nothing of the old one',
      tag,
      audience: shoppers,
      response: SessionSchema,
      handle: async (ctx) => withCookie(await signOut(ctx)),
    }),
    route({
      method: 'GET',
      path: '/api/shop/sign-in',
      summary: 'How one can sign in here',
      tag,
      audience: everyone,
      response: Strict({ ways: Type.Array(Type.Enum(['email', 'phone'])) }),
      handle: async () => ({ ways: sender.hasTexts ? (['email', 'phone'] as const).slice() : ['email' as const] }),
    }),
    route({
      method: 'POST',
      path: '/api/shop/sign-in/code',
      summary: 'Send a one-time code by e-mail or text message; the answer is the same for everyone',
      tag,
      audience: everyone,
      perMinute: 20,
      body: Strict(target),
      response: Strict({ sent: Type.Literal(true), minutes: Type.Integer({ description: 'How long the code works' }) }),
      status: 202,
      handle: async (ctx, { body, ip }) => {
        await requestSignInCode(ctx, sender, { to: targetOf(body), address: ip });
        return new Reply({ sent: true as const, minutes: 10 }, { status: 202 });
      },
    }),
    route({
      method: 'POST',
      path: '/api/shop/sign-in',
      summary: 'Sign in, or up, with the code from the message',
      tag,
      audience: everyone,
      perMinute: 30,
      body: Strict({ ...target, code: Code }),
      response: SessionSchema,
      handle: async (ctx, { body }) =>
        withCookie(await signInWithCode(ctx, sender.config, { to: targetOf(body), code: body.code })),
    }),
    route({
      method: 'POST',
      path: '/api/shop/sign-out',
      summary: 'Sign out; the browser goes on as a stranger',
      tag,
      audience: shoppers,
      response: SessionSchema,
      handle: async (ctx) => withCookie(await signOut(ctx)),
    }),
    route({
      method: 'GET',
      path: '/api/shop/me',
      summary: 'Who I am here; without a sign-in, nobody in particular',
      tag,
      audience: shoppers,
      response: MeSchema,
      handle: me,
    }),
    route({
      method: 'PATCH',
      path: '/api/shop/me',
      summary: 'Say or change my name',
      tag,
      audience: signedIn,
      body: Strict({
        givenName: Type.Optional(Name),
        familyName: Type.Optional(Name),
      }),
      response: MeSchema,
      handle: async (ctx, { body }) => {
        const customerId = (await customersOf(ctx, [shopperOf(ctx)])).get(shopperOf(ctx));
        if (!customerId) throw new AppError('session_required');
        await nameCustomer(ctx, { customerId, ...sent(body), source: 'profile' });
        return me(ctx);
      },
    }),
    route({
      method: 'POST',
      path: '/api/shop/me/phone',
      summary: 'Prove that a telephone is mine too, with the code sent to it',
      tag,
      audience: signedIn,
      perMinute: 30,
      body: Strict({ phone: Phone, code: Code }),
      response: MeSchema,
      handle: async (ctx, { body }) => {
        const customerId = (await customersOf(ctx, [shopperOf(ctx)])).get(shopperOf(ctx));
        if (!customerId) throw new AppError('session_required');
        const to: CodeTarget = { kind: 'phone', value: body.phone };
        const proven = await proveWithCode(ctx, sender.config, { customerId, to, code: body.code });
        return proven.ok ? me(ctx) : proven;
      },
    }),
    route({
      method: 'POST',
      path: '/api/shop/me/card',
      summary: 'My card number, given out when it is first asked for, and as a QR code for the counter',
      tag,
      audience: signedIn,
      perMinute: 30,
      response: Strict({ number: Type.String(), qr: Type.String({ description: 'SVG' }) }),
      handle: async (ctx) => {
        const customerId = (await customersOf(ctx, [shopperOf(ctx)])).get(shopperOf(ctx));
        if (!customerId) throw new AppError('session_required');
        const number = await issueLoyaltyNumber(ctx, customerId);
        return { number, qr: await qrcode.toString(number, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }) };
      },
    }),
    route({
      method: 'GET',
      path: '/api/shop/me/timeline',
      summary: 'My own steps with this shop, newest first',
      tag,
      audience: signedIn,
      query: Strict(PageQuery),
      response: Page(StepSchema),
      handle: async (ctx, { query }) => {
        if (ctx.actor.kind !== 'shopper') throw new AppError('session_required');
        const page = await timelineOfSubjects(ctx, ctx.actor.subjectIds, {
          cursor: query.cursor,
          limit: query.limit ?? 50,
          typePrefixes: shopperTypes,
        });
        return { ...page, items: page.items.map(toShopperStep) };
      },
    }),
  ];
}

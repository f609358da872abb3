import { Type } from 'typebox';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx, Language } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { allStaff, everyone, Reply, route, shoppers, staffOrKey } from '../../../kernel/route.ts';
import { Id, LanguageSchema, LocalizedText, Nullable, Strict, Timestamp } from '../../../kernel/schemas.ts';
import { customersOf, homeSubjectOf, subjectsOf } from '../customersOf.ts';
import { contactOf, getCustomer } from '../getCustomers.ts';
import { maskValue } from '../maskValue.ts';
import { chooseConsents } from './chooseConsents.ts';
import { currentWordings, requireWording } from './currentWordings.ts';
import { holderOf } from './preferenceLink.ts';
import { reachOf } from './reachOf.ts';
import { consentsOf, stateOf } from './readConsents.ts';
import { recordConsents } from './recordConsents.ts';
import { type ConfirmationSender, confirmConsent } from './requestConfirmation.ts';
import { suppressionOf } from './suppression.ts';
import type { Wording } from './wordings.ts';

const tag = 'Consent';
const PurposeSchema = Type.Union([
  Type.Literal('service'),
  Type.Literal('analytics'),
  Type.Literal('personalisation'),
  Type.Literal('marketing'),
]);
const ChannelSchema = Type.Union([
  Type.Literal('all'),
  Type.Literal('web'),
  Type.Literal('email'),
  Type.Literal('sms'),
  Type.Literal('phone'),
  Type.Literal('push'),
  Type.Literal('whatsapp'),
]);
const Choices = Type.Array(Strict({ purpose: PurposeSchema, channel: ChannelSchema, given: Type.Boolean() }), {
  minItems: 1,
  maxItems: 20,
});
const WordingVersion = Type.String({ pattern: '^[a-z]+-[0-9]+$', maxLength: 40, description: 'Of the words shown' });
const Token = Type.String({ minLength: 20, maxLength: 1000, pattern: '^[A-Za-z0-9_-]+$' });
const States = Type.Array(
  Strict({ purpose: PurposeSchema, channel: ChannelSchema, given: Type.Boolean(), since: Nullable(Timestamp) }),
);
const WordingSchema = Strict({ version: Type.String(), text: LocalizedText });
const withoutPlace = ({ version, text }: Wording) => ({ version, text });
const PreferencesSchema = Strict({
  address: Nullable(Type.String({ description: 'Masked; null: none is known' })),
  choices: States,
  wording: WordingSchema,
});
const ChosenSchema = Strict({
  confirmationSent: Type.Boolean({ description: 'Advertising by e-mail begins when the link in that mail is used' }),
  choices: States,
});

interface Chooser {
  subjectId: string | null;
  subjectIds: string[];
  email: string | null;
  source: 'message_link' | 'preference_centre';
}

/** By a link from a message, or signed in; a browser that is only recognised speaks for nobody's mailbox. */
async function chooserOf(ctx: Ctx, sender: ConfirmationSender, token: string | undefined): Promise<Chooser> {
  if (token !== undefined) {
    const holder = holderOf(sender.config, token);
    if (!holder) throw new AppError('not_found', { detail: 'This link is not whole. Open it from the message again.' });
    const customer = holder.subjectId ? (await customersOf(ctx, [holder.subjectId])).get(holder.subjectId) : undefined;
    const subjectIds = customer ? await subjectsOf(ctx, customer) : [];
    return { subjectId: customer ? holder.subjectId : null, subjectIds, email: holder.email, source: 'message_link' };
  }
  const { actor } = ctx;
  if (actor.kind !== 'shopper') throw new AppError('session_required');
  if (!actor.signedIn) throw new AppError('sign_in_required');
  const customerId = (await customersOf(ctx, [actor.subjectId])).get(actor.subjectId);
  const customer = customerId ? await getCustomer(ctx, customerId) : undefined;
  const email = customer?.identifiers.find((one) => one.kind === 'email' && one.state === 'verified')?.value ?? null;
  const { subjectId, subjectIds } = actor;
  return { subjectId, subjectIds, email, source: 'preference_centre' };
}

async function shown(ctx: Ctx, chooser: Chooser) {
  const choices = stateOf(await consentsOf(ctx, chooser.subjectIds));
  const suppressed = chooser.email && (await suppressionOf(ctx, { kind: 'email', value: chooser.email }));
  return choices.map((choice) =>
    suppressed && choice.purpose === 'marketing' && choice.channel === 'email' ? { ...choice, given: false } : choice,
  );
}

/** The one field of RFC 8058, in either encoding of a form. */
function asksToUnsubscribe(body: unknown): boolean {
  const text = Buffer.isBuffer(body) ? body.toString('latin1') : String(body ?? '');
  return text.length < 1_000 && /List-Unsubscribe(=|"\r?\n\r?\n)One-Click/.test(text);
}

export const consentRoutes = (sender: ConfirmationSender) => [
  route({
    method: 'GET',
    path: '/api/shop/wordings',
    summary: 'The words beside the choices of the shop, with the versions that an answer names',
    tag,
    audience: everyone,
    response: Strict({ banner: WordingSchema, checkout: WordingSchema }),
    handle: async (ctx) => {
      const { banner, checkout } = await currentWordings(ctx);
      return { banner: withoutPlace(banner), checkout: withoutPlace(checkout) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/consent',
    summary: 'Keep what this browser chose in the banner: the words shown, yes or no, when',
    tag,
    audience: shoppers,
    perMinute: 30,
    body: Strict({
      analytics: Type.Boolean(),
      personalisation: Type.Optional(Type.Boolean()),
      wording: WordingVersion,
      language: Type.Optional(LanguageSchema),
    }),
    handle: async (ctx, { body }) => {
      const { actor } = ctx;
      if (actor.kind !== 'shopper') throw new AppError('session_required');
      await requireWording(ctx, 'banner', body.wording);
      await inTransaction(ctx, (tx) =>
        recordConsents(tx, {
          subjectId: actor.subjectId,
          choices: [
            { purpose: 'analytics', channel: 'web', given: body.analytics },
            ...(body.personalisation === undefined
              ? []
              : [{ purpose: 'personalisation' as const, channel: 'all' as const, given: body.personalisation }]),
          ],
          source: 'banner',
          wording: body.wording,
          language: body.language ?? ctx.language,
          proof: { sessionId: actor.sessionId },
        }),
      );
      return new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'GET',
    path: '/api/shop/preferences',
    summary: 'What I agreed to: signed in, or by the link of a message, which shows a masked address and nothing else',
    tag,
    audience: everyone,
    perMinute: 60,
    query: Strict({ token: Type.Optional(Token) }),
    response: PreferencesSchema,
    handle: async (ctx, { query }) => {
      const chooser = await chooserOf(ctx, sender, query.token);
      const { version, text } = (await currentWordings(ctx)).preferences;
      return {
        address: chooser.email && maskValue('email', chooser.email),
        choices: await shown(ctx, chooser),
        wording: { version, text },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/preferences',
    summary: 'Choose: a no holds at once; a yes to advertising by e-mail once the link in a mail was used',
    tag,
    audience: everyone,
    perMinute: 30,
    body: Strict({
      token: Type.Optional(Token),
      choices: Choices,
      wording: WordingVersion,
      language: Type.Optional(LanguageSchema),
    }),
    response: ChosenSchema,
    handle: async (ctx, { body }) => {
      const chooser = await chooserOf(ctx, sender, body.token);
      const { subjectId, email, source } = chooser;
      const { choices, wording } = body;
      await requireWording(ctx, 'preferences', wording);
      const language: Language = body.language ?? ctx.language;
      const chosen = await chooseConsents(ctx, sender, {
        subjectId,
        email,
        choices,
        source,
        wording,
        language,
        proof: ctx.actor.kind === 'shopper' ? { sessionId: ctx.actor.sessionId } : {},
      });
      return { ...chosen, choices: await shown(ctx, chooser) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/preferences/confirm',
    summary: 'Confirm a yes to advertising by e-mail with the link of the mail',
    tag,
    audience: everyone,
    perMinute: 30,
    body: Strict({ token: Token }),
    response: Strict({ confirmed: Type.Literal(true) }),
    handle: (ctx, { body }) => confirmConsent(ctx, body.token),
  }),
  route({
    method: 'POST',
    path: '/api/shop/unsubscribe',
    summary: 'End advertising to an address in one click, as mail programs do it (RFC 8058)',
    tag,
    audience: everyone,
    perMinute: 60,
    raw: true,
    query: Strict({ token: Token }),
    response: Strict({ unsubscribed: Type.Literal(true) }),
    handle: async (ctx, { query, body }) => {
      if (!asksToUnsubscribe(body)) {
        throw new AppError('invalid_request', { detail: 'The body is to be List-Unsubscribe=One-Click.' });
      }
      const chooser = await chooserOf(ctx, sender, query.token);
      await chooseConsents({ ...ctx, idempotency: undefined }, sender, {
        ...chooser,
        choices: [{ purpose: 'marketing', channel: 'email', given: false }],
        wording: (await currentWordings(ctx)).preferences.version,
        language: ctx.language,
        proof: { oneClick: 'true' },
      });
      return { unsubscribed: true as const };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/:id/consents',
    summary: 'What a customer agreed to, and every yes and no that led there',
    tag,
    audience: staffOrKey('customers:read', 'agent', 'associate', 'manager', 'admin'),
    params: Strict({ id: Id }),
    response: Strict({
      choices: States,
      history: Type.Array(
        Strict({
          purpose: PurposeSchema,
          channel: ChannelSchema,
          state: Type.Union([Type.Literal('given'), Type.Literal('withdrawn')]),
          source: Type.String(),
          wording: Type.String(),
          language: LanguageSchema,
          at: Timestamp,
        }),
      ),
      reach: Type.Array(
        Strict({
          channel: ChannelSchema,
          allowed: Type.Boolean(),
          reason: Nullable(
            Type.Union([
              Type.Literal('no_consent'),
              Type.Literal('no_address'),
              Type.Literal('unsubscribed'),
              Type.Literal('bounced'),
              Type.Literal('complained'),
              Type.Literal('erased'),
            ]),
          ),
        }),
        { description: 'Whether news and offers may be sent now, and why not' },
      ),
      ask: WordingSchema,
    }),
    handle: async (ctx, { params }) => {
      await homeSubjectOf(ctx, params.id);
      const lines = await consentsOf(ctx, await subjectsOf(ctx, params.id));
      const { version, text } = (await currentWordings(ctx)).staff;
      return {
        choices: stateOf(lines),
        history: lines.map((line) => ({ ...line, at: line.at.toISOString() })).reverse(),
        reach: await reachOf(ctx, params.id),
        ask: { version, text },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/customers/:id/consents',
    summary: 'Write down what a customer said at the till or on the phone; advertising by e-mail still needs its link',
    tag,
    audience: allStaff,
    params: Strict({ id: Id }),
    body: Strict({ choices: Choices, wording: WordingVersion, language: Type.Optional(LanguageSchema) }),
    response: ChosenSchema,
    handle: async (ctx, { params, body }) => {
      await requireWording(ctx, 'staff', body.wording);
      const subjectId = await homeSubjectOf(ctx, params.id);
      const contact = await contactOf(ctx, params.id);
      const chooser = {
        subjectId,
        subjectIds: await subjectsOf(ctx, params.id),
        email: contact.email?.value ?? null,
        source: 'staff' as const,
      };
      const { choices, wording } = body;
      const chosen = await inTransaction(ctx, async (tx) => {
        await audit(tx, {
          act: 'customers.consent.recorded',
          target: 'customer',
          targetId: params.id,
          after: { choices },
        });
        return chooseConsents(tx, sender, {
          ...chooser,
          choices,
          wording,
          language: body.language ?? contact.language,
          proof: ctx.locationId ? { locationId: ctx.locationId } : {},
        });
      });
      return { ...chosen, choices: stateOf(await consentsOf(ctx, chooser.subjectIds)) };
    },
  }),
];

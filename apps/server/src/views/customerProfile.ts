import { type Static, Type } from 'typebox';
import { audit } from '../kernel/audit.ts';
import type { Ctx } from '../kernel/context.ts';
import { staffRoles } from '../kernel/context.ts';
import { allStaff, route } from '../kernel/route.ts';
import { Id, LanguageSchema, LocalizedText, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { getVariants, listCategories } from '../modules/catalogue/index.ts';
import {
  activityOf,
  computedTraits,
  devicesOf,
  FactsSchema,
  factsOf,
  getCustomer,
  linksOf,
  listTraits,
  maskValue,
  notesOf,
  preferencesOf,
  searchesOf,
  TraitValueSchema,
  traitValuesOf,
} from '../modules/customers/index.ts';
import { actorNames } from './actorNames.ts';

const State = Type.Union([Type.Literal('verified'), Type.Literal('claimed')]);
const By = Strict({ actor: Type.String({ description: 'kind:id' }), name: Nullable(Type.String()) });

const Profile = Strict({
  customer: Strict({
    id: Id,
    name: Nullable(Type.String()),
    verified: Type.Boolean(),
    language: LanguageSchema,
    since: Timestamp,
    isMasked: Type.Boolean(),
  }),
  identifiers: Type.Array(
    Strict({
      kind: Type.String(),
      value: Type.String({ description: 'Masked where isMasked' }),
      state: State,
      since: Timestamp,
      source: Type.String(),
      subjectId: Id,
    }),
  ),
  /** Under whom things happened: the parts that this person is put together from, and comes apart into. */
  subjects: Type.Array(
    Strict({
      id: Id,
      kind: Type.Union([Type.Literal('verified'), Type.Literal('anonymous')]),
      source: Nullable(Type.String()),
      since: Timestamp,
    }),
  ),
  links: Type.Array(
    Strict({
      id: Id,
      subjectId: Id,
      anchorSubjectId: Id,
      evidence: Type.String(),
      details: Type.Record(Type.String(), Type.Unknown()),
      at: Timestamp,
      by: By,
      undoneAt: Nullable(Timestamp),
      undoneBy: Nullable(By),
    }),
  ),
  facts: Nullable(FactsSchema),
  favouriteCategory: Nullable(LocalizedText),
  /** How each figure was worked out: the very text that was run. */
  definitions: Type.Array(Strict({ name: Type.String(), type: Type.String(), sql: Type.String() })),
  activity: Type.Array(Strict({ month: Type.String(), channel: Type.String(), times: Type.Integer() })),
  /** The kinds of device somebody came with, the last seen first; '' where the agent did not say. */
  devices: Type.Array(
    Strict({
      browser: Type.String(),
      system: Type.String(),
      source: Type.String(),
      firstAt: Timestamp,
      lastAt: Timestamp,
    }),
  ),
  /** What was searched for, the last first. */
  searches: Type.Array(Strict({ words: Type.String(), times: Type.Integer(), lastAt: Timestamp })),
  /** Read from what was bought, so inferred and never stated. */
  preferences: Type.Array(
    Strict({
      label: LocalizedText,
      value: LocalizedText,
      hex: Nullable(Type.String()),
      pieces: Type.Integer(),
      ofPieces: Type.Integer(),
    }),
  ),
  /** What was said of them, each with by whom; `others` are values that do not count now and are kept. */
  traits: Type.Array(
    Strict({
      name: Type.String(),
      label: LocalizedText,
      type: Type.String(),
      choices: Type.Array(Strict({ value: Type.String(), label: LocalizedText })),
      maySet: Type.Boolean(),
      value: Nullable(TraitValueSchema),
      source: Nullable(Type.String()),
      at: Nullable(Timestamp),
      by: Nullable(By),
      others: Type.Array(Strict({ value: TraitValueSchema, source: Type.String(), at: Timestamp })),
    }),
  ),
  notes: Type.Array(
    Strict({
      id: Id,
      text: Type.String(),
      version: Type.Integer(),
      createdAt: Timestamp,
      by: By,
      changedAt: Nullable(Timestamp),
      changedBy: Nullable(By),
    }),
  ),
});

/**
 * One page about one person: who they are and why we think so, their figures with how they came about, what was said of
 * them, notes. What is going on with them now is in the panel. A constant number of statements, none of them over the
 * timeline and none in the analytics, however long somebody has been a customer.
 *
 * @throws AppError not_found
 */
async function customerProfile(
  ctx: Ctx,
  input: { customerId: string; reveal: boolean },
): Promise<Static<typeof Profile>> {
  const customer = await getCustomer(ctx, input.customerId);
  const subjectIds = customer.subjects.map((subject) => subject.id);
  const [links, facts, activity, devices, searches, preferred, definitions, values, notes] = await Promise.all([
    linksOf(ctx, subjectIds),
    factsOf(ctx, customer.id),
    activityOf(ctx, subjectIds),
    devicesOf(ctx, subjectIds),
    searchesOf(ctx, subjectIds),
    preferencesOf(ctx, subjectIds),
    listTraits(ctx),
    traitValuesOf(ctx, subjectIds),
    notesOf(ctx, subjectIds),
  ]);
  const [variants, categories, names] = await Promise.all([
    getVariants(
      ctx,
      preferred.map((one) => one.variantId),
    ),
    facts?.favouriteCategoryId ? listCategories(ctx) : [],
    actorNames(ctx, [
      ...links.flatMap((link) => [link.actor, link.undoneBy ?? []].flat()),
      ...notes.flatMap((note) => [note.createdBy, note.changedBy ?? []].flat()),
      ...values.map((value) => value.actor),
    ]),
  ]);
  const by = (actor: string) => ({ actor, name: names(actor) });
  const readable = input.reveal || (ctx.actor.kind === 'staff' && ctx.actor.role === 'agent');
  if (input.reveal) await audit(ctx, { act: 'customers.contact.viewed', target: 'customer', targetId: customer.id });
  const name = [customer.givenName, customer.familyName].filter((part) => part !== null).join(' ');
  const role = ctx.actor.kind === 'staff' ? ctx.actor.role : undefined;
  return {
    customer: {
      id: customer.id,
      name: name || null,
      verified: customer.verified,
      language: customer.language,
      since: customer.createdAt,
      isMasked: !readable,
    },
    identifiers: customer.identifiers.map((identifier) => ({
      ...identifier,
      value: readable ? identifier.value : maskValue(identifier.kind, identifier.value),
    })),
    subjects: customer.subjects.map(({ id, kind, source, createdAt }) => ({ id, kind, source, since: createdAt })),
    links: links.map(({ actor, undoneBy, ...link }) => ({
      ...link,
      by: by(actor),
      undoneBy: undoneBy ? by(undoneBy) : null,
    })),
    facts: facts ?? null,
    favouriteCategory: categories.find((one) => one.id === facts?.favouriteCategoryId)?.name ?? null,
    definitions: computedTraits.map(({ name: of, type, sql }) => ({ name: of, type, sql })),
    activity,
    devices,
    searches,
    preferences: preferred.flatMap((one) => {
      const option = variants
        .get(one.variantId)
        ?.options.find(({ code, valueCode }) => code === one.optionCode && valueCode === one.valueCode);
      return option
        ? [
            {
              label: option.label,
              value: option.valueLabel,
              hex: option.hex,
              pieces: one.pieces,
              ofPieces: one.ofPieces,
            },
          ]
        : [];
    }),
    traits: definitions
      .filter((one) => role !== undefined && one.seenBy.includes(role) && (!one.isPii || readable))
      .map(({ name: of, label, type, choices, setBy }) => {
        const [first, ...others] = values.filter((value) => value.name === of);
        return {
          name: of,
          label,
          type,
          choices,
          maySet: staffRoles.some((known) => known === role && setBy.includes(known)),
          value: first?.value ?? null,
          source: first?.source ?? null,
          at: first?.at ?? null,
          by: first ? by(first.actor) : null,
          others: others.map(({ value, source, at }) => ({ value, source, at })),
        };
      }),
    notes: notes.map(({ createdBy, changedBy, ...note }) => ({
      ...note,
      by: by(createdBy),
      changedBy: changedBy ? by(changedBy) : null,
    })),
  };
}

export const customerProfileRoute = route({
  method: 'GET',
  path: '/api/staff/customers/:id/profile',
  summary: 'One page about one person: identities and why they are one, figures and how they came about, traits, notes',
  tag: 'Customers',
  audience: allStaff,
  params: Strict({ id: Id }),
  query: Strict({
    reveal: Type.Optional(
      Type.Boolean({ description: 'Show contacts where they are masked; it is written to the audit' }),
    ),
  }),
  response: Profile,
  handle: (ctx, { params, query }) => customerProfile(ctx, { customerId: params.id, reveal: query.reveal === true }),
});

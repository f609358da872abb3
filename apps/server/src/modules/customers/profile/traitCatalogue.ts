import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx, type StaffRole } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import { customersOf, homeSubjectOf, subjectsOf } from '../customersOf.ts';
import { raiseVersions } from '../lockCustomers.ts';

export type TraitType = 'text' | 'number' | 'date' | 'choice' | 'yes_no';
export type TraitValue = string | number | boolean;

/** A trait of the catalogue: what may be known, of which type, and who may see and set it. */
export interface TraitDefinition {
  name: string;
  label: LocalizedText;
  type: TraitType;
  choices: { value: string; label: LocalizedText }[];
  isPii: boolean;
  seenBy: StaffRole[];
  setBy: StaffRole[];
  version: number;
}

/** One value with who said it. The first of a name is the one that counts. */
export interface KnownTraitValue {
  name: string;
  value: TraitValue;
  source: string;
  subjectId: string;
  at: string;
  actor: string;
}

interface DefinitionRow {
  name: string;
  label: LocalizedText;
  type: TraitType;
  choices: TraitDefinition['choices'];
  is_pii: boolean;
  seen_by: StaffRole[];
  set_by: StaffRole[];
  version: number;
}

const show = (row: DefinitionRow): TraitDefinition => ({
  name: row.name,
  label: row.label,
  type: row.type,
  choices: row.choices,
  isPii: row.is_pii,
  seenBy: row.seen_by,
  setBy: row.set_by,
  version: row.version,
});

export async function listTraits(ctx: Ctx): Promise<TraitDefinition[]> {
  const { rows } = await sql<DefinitionRow>`
    select * from customers.trait_definition where archived_at is null order by changed_at, name limit 100`.execute(
    ctx.db,
  );
  return rows.map(show);
}

export interface CatalogueEntry extends TraitDefinition {
  isArchived: boolean;
  /** Customers of whom it is known, whoever said it. */
  customers: number;
}

/** Every trait, archived ones last, with of how many people it is known: for who looks after the catalogue. */
export async function traitCatalogue(ctx: Ctx): Promise<CatalogueEntry[]> {
  const { rows } = await sql<DefinitionRow & { archived_at: Date | null; customers: number }>`
    select d.*, (select count(distinct s.customer_id)::int from customers.trait_value v
      join customers.subject s on s.id = v.subject_id where v.name = d.name) as customers
    from customers.trait_definition d order by d.archived_at is not null, d.changed_at, d.name limit 200`.execute(
    ctx.db,
  );
  return rows.map((row) => ({ ...show(row), isArchived: row.archived_at !== null, customers: row.customers }));
}

/** Adds a trait, or changes what is said about one (`version` as it was read). Its type stays: values depend on it. */
export async function saveTrait(
  ctx: Ctx,
  input: Omit<TraitDefinition, 'version'> & { version?: number },
): Promise<TraitDefinition | Refusal> {
  if (input.type === 'choice' && input.choices.length < 2)
    throw new AppError('invalid_request', { detail: 'A choice needs at least two values to choose from.' });
  return once(ctx, 'customers.save_trait', async (tx): Promise<TraitDefinition | Refusal> => {
    const { rows } = await sql<DefinitionRow>`
      insert into customers.trait_definition as d (name, label, type, choices, is_pii, seen_by, set_by, changed_at)
      values (${input.name}, ${JSON.stringify(input.label)}, ${input.type}, ${JSON.stringify(input.choices)}, ${input.isPii},
        ${[...input.seenBy]}::text[], ${[...input.setBy]}::text[], ${tx.clock.now()})
      on conflict (name) do update set label = excluded.label, choices = excluded.choices, is_pii = excluded.is_pii,
        seen_by = excluded.seen_by, set_by = excluded.set_by, version = d.version + 1, archived_at = null
      where d.version = ${input.version ?? 0} and d.type = excluded.type
      returning *`.execute(tx.db);
    const [saved] = rows;
    if (!saved) {
      return refuse('version_conflict', {
        detail: 'A trait of this name is there already, of another version or type; nothing was changed.',
      });
    }
    await audit(tx, { act: 'customers.trait.saved', target: 'trait', targetId: input.name });
    return show(saved);
  });
}

/** Whether a value fits a trait's type; else what is wrong with it, for whoever typed it. */
export function traitProblem(
  definition: Pick<TraitDefinition, 'type' | 'choices'>,
  value: TraitValue,
): 'not_text' | 'not_number' | 'not_date' | 'not_choice' | 'not_yes_no' | undefined {
  switch (definition.type) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= 500 ? undefined : 'not_text';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'not_number';
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : 'not_date';
    case 'choice':
      return definition.choices.some((choice) => choice.value === value) ? undefined : 'not_choice';
    case 'yes_no':
      return typeof value === 'boolean' ? undefined : 'not_yes_no';
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isFinite(day.getTime()) && day.toISOString().startsWith(text);
}

/** What is known of these subjects, all of it with its provenance: of each name what counts first. */
export async function traitValuesOf(ctx: Ctx, subjectIds: readonly string[]): Promise<KnownTraitValue[]> {
  const { rows } = await sql<KnownTraitValue & { at: Date }>`
    select v.name, v.value, v.source, v.subject_id as "subjectId", v.at, v.actor
    from customers.trait_value v
    join customers.trait_definition d on d.name = v.name and d.archived_at is null
    join customers.subject s on s.id = v.subject_id
    where v.subject_id = any (${[...subjectIds]}::uuid[])
    -- A person's word under their proven identity before one under an unknown one, then the newest.
    order by d.changed_at, v.name, (s.kind = 'verified') desc, v.at desc, v.source`.execute(ctx.db);
  return rows.map((row) => ({ ...row, at: (row.at as unknown as Date).toISOString() }));
}

/**
 * Sets a trait of a customer, or takes back what this source said (null). Throws not_found, invalid_request for what does
 * not fit its type, not_allowed for a role that may not set it.
 */
export async function setTrait(
  ctx: Ctx,
  input: { customerId: string; name: string; value: TraitValue | null; source: string },
): Promise<void> {
  const definition = (await listTraits(ctx)).find((one) => one.name === input.name);
  if (!definition) throw new AppError('not_found', { detail: 'There is no such trait.' });
  const { actor } = ctx;
  if (actor.kind === 'staff' && !definition.setBy.includes(actor.role))
    throw new AppError('not_allowed', { detail: 'Your role may not set this trait; nothing was changed.' });
  if (input.value !== null && traitProblem(definition, input.value))
    throw new AppError('invalid_request', {
      detail: `“${input.name}” takes ${definition.type === 'yes_no' ? 'yes or no' : `a ${definition.type}`}.`,
    });
  await once(ctx, 'customers.set_trait', async (tx) => {
    const home = await homeSubjectOf(tx, input.customerId);
    if (input.value === null) {
      const subjects = await subjectsOf(tx, input.customerId);
      await sql`delete from customers.trait_value where subject_id = any (${subjects}::uuid[])
        and name = ${input.name} and source = ${input.source}`.execute(tx.db);
    } else {
      await sql`
        insert into customers.trait_value (subject_id, name, source, value, at, actor)
        values (${home}, ${input.name}, ${input.source}, ${JSON.stringify(input.value)}::jsonb, ${tx.clock.now()}, ${actorKey(tx.actor)})
        on conflict (subject_id, name, source) do update set value = excluded.value, at = excluded.at, actor = excluded.actor`.execute(
        tx.db,
      );
    }
    const customers = [...(await customersOf(tx, [home])).values()];
    for (const [customerId, version] of await raiseVersions(tx, customers))
      await emit(tx, {
        type: 'customers.trait.set',
        aggregate: 'customer',
        aggregateId: customerId,
        aggregateVersion: version,
        data: { customerId, name: input.name },
      });
    await audit(tx, {
      act: 'customers.trait.set',
      target: 'customer',
      targetId: input.customerId,
      after: { name: input.name },
    });
    return null;
  });
}

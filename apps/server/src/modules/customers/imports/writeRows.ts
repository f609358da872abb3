import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { claimIdentifiers } from '../claimIdentifier.ts';
import { foldName } from '../foldName.ts';
import { type RowFields, sourceOf } from './importTypes.ts';

/** What a row says of the person whose subject this is. */
export interface RowToWrite {
  line: number;
  subjectId: string;
  fields: RowFields;
}

/**
 * Writes what rows say, each under the import's own name, so that it can be taken back and nothing else with it. Contacts are
 * claims, whoever typed the file. A constant number of statements for any number of rows.
 */
export async function writeRows(tx: Ctx, importId: string, rows: readonly RowToWrite[]): Promise<void> {
  if (rows.length === 0) return;
  const source = sourceOf(importId);
  const now = tx.clock.now();
  await claimIdentifiers(
    tx,
    rows.flatMap(({ subjectId, fields }) =>
      (['email', 'phone', 'loyalty'] as const).flatMap((kind) => {
        const value = fields[kind];
        return value === undefined ? [] : [{ subjectId, kind, value, source }];
      }),
    ),
  );
  const names = rows.flatMap(({ subjectId, fields }) =>
    (
      [
        ['given_name', fields.givenName],
        ['family_name', fields.familyName],
      ] as const
    ).flatMap(([name, value]) => (value ? [{ subjectId, name, value, folded: foldName(value) }] : [])),
  );
  await sql`
    insert into customers.trait (subject_id, name, source, value, folded, at)
    select distinct on (t."subjectId", t.name) t."subjectId", t.name, ${source}, t.value, t.folded, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as t("subjectId" uuid, name text, value text, folded text)
    on conflict do nothing`.execute(tx.db);
  const tags = rows.flatMap(({ subjectId, fields }) => (fields.tags ?? []).map((tag) => ({ subjectId, tag })));
  await sql`
    insert into customers.tag (subject_id, tag, at, actor)
    select distinct t."subjectId", t.tag, ${now}::timestamptz, ${source}
    from jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) as t("subjectId" uuid, tag text)
    on conflict do nothing`.execute(tx.db);
  const traits = rows.flatMap(({ subjectId, fields }) =>
    Object.entries(fields.traits ?? {}).map(([name, value]) => ({ subjectId, name, value })),
  );
  await sql`
    insert into customers.trait_value (subject_id, name, source, value, at, actor)
    select distinct on (t."subjectId", t.name) t."subjectId", t.name, ${source}, t.value, ${now}::timestamptz, ${actorKey(tx.actor)}
    from jsonb_to_recordset(${JSON.stringify(traits)}::jsonb) as t("subjectId" uuid, name text, value jsonb)
    join customers.trait_definition d on d.name = t.name
    on conflict do nothing`.execute(tx.db);
  await writeConsents(tx, importId, rows);
}

/** A yes of the file is of the day it was given: what was said since, above all a no, is newer and holds. */
async function writeConsents(tx: Ctx, importId: string, rows: readonly RowToWrite[]): Promise<void> {
  const consents = rows.flatMap(({ line, subjectId, fields }) =>
    (fields.consents ?? []).map(({ channel, isGiven }) => ({
      id: tx.newId(),
      subjectId,
      channel,
      state: isGiven ? 'given' : 'withdrawn',
      language: fields.language ?? tx.language,
      at: fields.consentAt ?? tx.clock.now().toISOString(),
      proof: { importId, line, ...(fields.consentSource ? { source: fields.consentSource } : {}) },
    })),
  );
  if (consents.length === 0) return;
  await sql`
    insert into customers.consent (id, subject_id, purpose, channel, state, source, wording, language, proof, actor, at)
    select c.id, c."subjectId", 'marketing', c.channel, c.state, 'import', 'import-1', c.language, c.proof,
      ${actorKey(tx.actor)}, c.at
    from jsonb_to_recordset(${JSON.stringify(consents)}::jsonb) as c(id uuid, "subjectId" uuid, channel text, state text,
      language text, proof jsonb, at timestamptz)
    where not exists (select 1 from customers.consent k where k.subject_id = c."subjectId" and k.purpose = 'marketing'
      and k.channel = c.channel and k.state = c.state and (k.at = c.at or (k.source = 'import' and c.state = 'withdrawn')))`.execute(
    tx.db,
  );
}

import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { isCountry } from '../normaliseIdentifier.ts';
import { listTraits } from '../profile/traitCatalogue.ts';
import { importJobName } from './importJob.ts';
import { type ImportChoice, type ImportField, type ImportOptions, plainFields } from './importTypes.ts';
import type { Encoding } from './readFile.ts';
import { getImport, wrongState } from './storeImport.ts';

type Decided = { id: string } | Refusal;

/** What each column says, settled: the rows are read and compared in the background. Throws invalid_request. */
export async function mapImport(
  ctx: Ctx,
  input: {
    importId: string;
    mapping: (ImportField | null)[];
    options: ImportOptions;
    encoding?: Encoding | undefined;
    delimiter?: string | undefined;
  },
): Promise<Decided> {
  const found = await getImport(ctx, input.importId);
  if (input.mapping.length !== found.columns.length)
    throw new AppError('invalid_request', { detail: `The file has ${found.columns.length} columns; say it of each.` });
  const used = input.mapping.filter((field) => field !== null);
  if (new Set(used).size !== used.length)
    throw new AppError('invalid_request', { detail: 'Two columns say the same; choose one of them.' });
  if (!used.some((field) => field === 'email' || field === 'phone' || field === 'loyalty'))
    throw new AppError('invalid_request', {
      detail: 'One column has to be an e-mail, a telephone or a card number: by it people are known.',
    });
  const traits = new Set((await listTraits(ctx)).map((trait) => trait.name));
  if (used.some((field) => !plainFields.includes(field as never) && !traits.has(field.slice(6))))
    throw new AppError('invalid_request', { detail: 'One of these is no field or trait.' });
  if (!isCountry(input.options.country))
    throw new AppError('invalid_request', { detail: 'There is no such country (ISO 3166, two letters).' });
  return once(ctx, 'customers.map_import', async (tx): Promise<Decided> => {
    const now = await getImport(tx, input.importId, true);
    if (now.state !== 'mapping') return wrongState(now.state);
    await sql`update customers.import set state = 'checking', version = version + 1, line = 0, done = 0, total = null,
      mapping = ${JSON.stringify(input.mapping)}::jsonb, options = ${JSON.stringify(input.options)}::jsonb,
      encoding = coalesce(${input.encoding ?? null}, encoding), delimiter = coalesce(${input.delimiter ?? null}, delimiter),
      worked_at = ${tx.clock.now()} where id = ${input.importId}`.execute(tx.db);
    await tx.jobs.enqueue(tx, importJobName, { importId: input.importId });
    return { id: input.importId };
  });
}

/** Applies what was looked at: in the background, once. */
export async function startApplying(ctx: Ctx, input: { importId: string; choice: ImportChoice }): Promise<Decided> {
  return once(ctx, 'customers.apply_import', async (tx): Promise<Decided> => {
    const now = await getImport(tx, input.importId, true);
    if (now.state !== 'checked') return wrongState(now.state);
    await sql`update customers.import set state = 'applying', version = version + 1, line = 0, done = 0,
      choice = ${JSON.stringify(input.choice)}::jsonb, worked_at = ${tx.clock.now()} where id = ${input.importId}`.execute(
      tx.db,
    );
    await audit(tx, {
      act: 'customers.import.applied',
      target: 'import',
      targetId: input.importId,
      after: { ...input.choice, rows: now.total },
    });
    await tx.jobs.enqueue(tx, importJobName, { importId: input.importId });
    return { id: input.importId };
  });
}

/** Takes a whole import back, in the background. */
export async function startUndoing(ctx: Ctx, importId: string): Promise<Decided> {
  return once(ctx, 'customers.undo_import', async (tx): Promise<Decided> => {
    const now = await getImport(tx, importId, true);
    if (now.state !== 'applied') return wrongState(now.state);
    await sql`update customers.import set state = 'undoing', version = version + 1, line = 0, done = 0,
      worked_at = ${tx.clock.now()} where id = ${importId}`.execute(tx.db);
    await audit(tx, { act: 'customers.import.undone', target: 'import', targetId: importId });
    await tx.jobs.enqueue(tx, importJobName, { importId });
    return { id: importId };
  });
}

/** Nothing was applied yet: the file and what was read of it go. */
export async function dropImport(ctx: Ctx, importId: string): Promise<Decided> {
  return once(ctx, 'customers.drop_import', async (tx): Promise<Decided> => {
    const now = await getImport(tx, importId, true);
    if (!['uploading', 'mapping', 'checked', 'failed'].includes(now.state))
      return refuse('illegal_transition', {
        detail: `This import is ${now.state}; take it back instead.`,
        state: now.state,
      });
    for (const table of ['import_row', 'import_part'] as const)
      await sql`delete from ${sql.raw(`customers.${table}`)} where import_id = ${importId}`.execute(tx.db);
    await sql`delete from customers.import where id = ${importId}`.execute(tx.db);
    await audit(tx, { act: 'customers.import.dropped', target: 'import', targetId: importId });
    return { id: importId };
  });
}

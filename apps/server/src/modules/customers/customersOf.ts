import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { tables } from './tables.ts';

/** The customer each subject belongs to now; unknown subjects are left out. One statement. */
export async function customersOf(ctx: Ctx, subjectIds: readonly string[]): Promise<Map<string, string>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await tables(ctx)
    .selectFrom('customers.subject')
    .select(['id', 'customer_id'])
    .where('id', 'in', [...new Set(subjectIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.customer_id]));
}

/** All subjects known to be this customer; also of an id that was linked into another since. Empty when unknown. */
export async function subjectsOf(ctx: Ctx, customerId: string): Promise<string[]> {
  return (await subjectsOfMany(ctx, [customerId])).get(customerId) ?? [];
}

/** `subjectsOf` for many, in one statement. */
export async function subjectsOfMany(ctx: Ctx, customerIds: readonly string[]): Promise<Map<string, string[]>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tables(ctx)
    .selectFrom('customers.subject as home')
    .innerJoin('customers.subject as s', 's.customer_id', 'home.customer_id')
    .select(['home.home_customer_id as asked', 's.id'])
    .where('home.home_customer_id', 'in', [...new Set(customerIds)])
    .orderBy('s.created_at')
    .orderBy('s.id')
    .execute();
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.asked, [...(found.get(row.asked) ?? []), row.id]);
  return found;
}

/** The subject a customer began with: every customer has exactly one, and it leads to the customer it is part of now. */
export async function homeSubjectOf(ctx: Ctx, customerId: string): Promise<string> {
  const row = await tables(ctx)
    .selectFrom('customers.subject')
    .select('id')
    .where('home_customer_id', '=', customerId)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', { detail: 'There is no such customer.' });
  return row.id;
}

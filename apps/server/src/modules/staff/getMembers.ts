import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Member, toMember } from './member.ts';
import { tables } from './tables.ts';

const selectMembers = (ctx: Pick<Ctx, 'db'>) =>
  tables(ctx)
    .selectFrom('staff.member as m')
    .innerJoin('staff.auth_user as u', 'u.id', 'm.id')
    .select([
      'm.id',
      'm.version',
      'u.email',
      'u.name',
      'm.role',
      'm.location_ids',
      'm.language',
      'm.active',
      'm.may_export',
      'm.created_at',
    ]);

/** Members by id, past ones too; unknown ids are left out. One statement. */
export async function membersByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Member>> {
  if (ids.length === 0) return new Map();
  const rows = await selectMembers(ctx)
    .where('m.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toMember(row)]));
}

/** Throws not_found. */
export async function getMember(ctx: Ctx, id: string): Promise<Member> {
  const member = (await membersByIds(ctx, [id])).get(id);
  if (!member) throw new AppError('not_found', { detail: 'There is no such member of staff.' });
  return member;
}

/** Everyone, by name: a retailer has hundreds of staff, not millions. */
export async function listMembers(ctx: Ctx): Promise<Member[]> {
  const rows = await selectMembers(ctx).orderBy('u.name').orderBy('m.id').execute();
  return rows.map(toMember);
}

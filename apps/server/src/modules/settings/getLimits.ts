import { sql } from 'kysely';
import type { Ctx, StaffRole } from '../../kernel/context.ts';
import { defaultLimits } from './defaults.ts';
import type { HoldPurpose, HoldRole, Limits } from './types.ts';

/** All limits, built-in ones where none was saved. One statement, read anew each time: a limit just lowered must bind on every server. */
export async function getLimits(ctx: Ctx): Promise<Limits> {
  const { rows } = await sql<{
    discount: Partial<Record<StaffRole, number>> | null;
    hold: { purpose: HoldPurpose; role: HoldRole; opening_days: number }[] | null;
    hand_over: { id_above: number | null } | null;
    version: number | null;
  }>`
    select (select jsonb_object_agg(role, basis_points) from settings.discount_limit) as discount,
      (select jsonb_agg(h) from settings.hold_limit h) as hold,
      (select to_jsonb(o) from settings.hand_over_limit o) as hand_over,
      (select version from settings.revision where part = 'limits') as version`.execute(ctx.db);
  const row = rows[0];
  const hold = structuredClone(defaultLimits.hold);
  for (const saved of row?.hold ?? []) hold[saved.purpose][saved.role] = saved.opening_days;
  return {
    discount: { ...defaultLimits.discount, ...row?.discount },
    hold,
    idAbove: row?.hand_over ? row.hand_over.id_above : defaultLimits.idAbove,
    version: row?.version ?? 0,
  };
}

/** The largest discount by hand this role may give, in basis points of the price. One statement. */
export async function getDiscountLimit(ctx: Ctx, role: StaffRole): Promise<number> {
  const { rows } = await sql<{ basis_points: number }>`
    select basis_points from settings.discount_limit where role = ${role}`.execute(ctx.db);
  return rows[0]?.basis_points ?? defaultLimits.discount[role];
}

/** Opening days this role may hold for this purpose; 0 = until closing time of the day it is made. One statement. */
export async function getHoldLimit(ctx: Ctx, purpose: HoldPurpose, role: HoldRole): Promise<number> {
  const { rows } = await sql<{ opening_days: number }>`
    select opening_days from settings.hold_limit where purpose = ${purpose} and role = ${role}`.execute(ctx.db);
  return rows[0]?.opening_days ?? defaultLimits.hold[purpose][role];
}

/** Above what an ID is asked for at the hand-over, minor units of the home market; null = never. One statement. */
export async function getIdLimit(ctx: Ctx): Promise<number | null> {
  const { rows } = await sql<{ id_above: number | null }>`select id_above from settings.hand_over_limit`.execute(
    ctx.db,
  );
  return rows[0] ? rows[0].id_above : defaultLimits.idAbove;
}

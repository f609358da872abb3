import type { Actor, Ctx } from '../../apps/server/src/kernel/context.ts';
import { type VariantCard, variantsBySku } from '../../apps/server/src/modules/catalogue/index.ts';
import { type Location, listLocations } from '../../apps/server/src/modules/locations/index.ts';
import { listMembers, type Member } from '../../apps/server/src/modules/staff/index.ts';
import { entries, staff } from '../velora/index.ts';

/** From the codes of the demo's data to what the platform made of them. */
export interface Directory {
  location(code: string): Location;
  variant(sku: string): VariantCard;
  /** A member of staff, at work. */
  staff(code: string): Extract<Actor, { kind: 'staff' }>;
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demo has not loaded ${key}`);
  return value;
}

const actorOf = (member: Member): Extract<Actor, { kind: 'staff' }> => ({
  kind: 'staff',
  sessionId: `demo:${member.id}`,
  staffId: member.id,
  role: member.role,
  locationIds: member.locationIds,
});

/** Three statements. */
export async function readDirectory(ctx: Ctx): Promise<Directory> {
  const locations = new Map((await listLocations(ctx)).map((location) => [location.code, location]));
  const variants = await variantsBySku(
    ctx,
    entries.map(({ variant }) => variant.sku),
  );
  const byEmail = new Map((await listMembers(ctx)).map((member) => [member.email, member]));
  const emails = new Map(staff.map(({ code, email }) => [code, email]));
  return {
    location: (code) => found(locations, code),
    variant: (sku) => found(variants, sku),
    staff: (code) => actorOf(found(byEmail, found(emails, code))),
  };
}

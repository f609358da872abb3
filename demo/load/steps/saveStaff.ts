import { listLocations } from '../../../apps/server/src/modules/locations/index.ts';
import { hashStaffPassword, saveMember } from '../../../apps/server/src/modules/staff/index.ts';
import { staff } from '../../velora/index.ts';
import { at } from '../inThePast.ts';
import type { Loading } from '../loading.ts';
import { demoPassword } from '../signIns.ts';

/** Everyone of every role, with one password and one hash of it. May be done again. */
export async function saveStaff({ ctx, opened, tell }: Loading): Promise<void> {
  const then = at(ctx, opened);
  const ids = new Map((await listLocations(ctx)).map((location) => [location.code, location.id]));
  const passwordHash = await hashStaffPassword(demoPassword);
  for (const [index, member] of staff.entries()) {
    await saveMember(then, {
      email: member.email,
      name: `${member.firstName} ${member.lastName}`,
      role: member.role,
      locationIds: member.locations.length === 0 ? 'all' : member.locations.flatMap((code) => ids.get(code) ?? []),
      language: member.languages[0] ?? 'pl',
      passwordHash,
    });
    if ((index + 1) % 16 === 0) tell(index + 1, staff.length);
  }
}

import { hashPassword } from 'better-auth/crypto';
import { audit } from '../../kernel/audit.ts';
import type { Ctx, Language, StaffRole } from '../../kernel/context.ts';
import { inTransaction, violatedConstraint } from '../../kernel/database.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import { getMember } from './getMembers.ts';
import type { Member } from './member.ts';
import { tables } from './tables.ts';

export interface NewMember {
  email: string;
  name: string;
  role: StaffRole;
  locationIds: string[] | 'all';
  language?: Language;
  /** Unless said: administrators may, others may not. */
  mayExport?: boolean;
  /** Clear text, at least 10 characters; or a hash made before, so that many members with one password cost one hash. */
  password?: string;
  passwordHash?: string;
}

/** better-auth's scrypt (`salt:key`, hex); about 50 ms, off the main thread. */
export const hashStaffPassword = (password: string): Promise<string> => hashPassword(password);

/**
 * Creates a member, or brings the member with this e-mail to what is given: for loaders, which may run twice.
 * A password is changed only where one is given. Writes nothing when nothing differs.
 */
export async function saveMember(ctx: Ctx, input: NewMember): Promise<Member> {
  const hash =
    input.passwordHash ?? (input.password === undefined ? undefined : await hashStaffPassword(input.password));
  return inTransaction(ctx, async (tx) => {
    const email = input.email.trim().toLowerCase();
    const known = await tables(tx)
      .selectFrom('staff.member as m')
      .innerJoin('staff.auth_user as u', 'u.id', 'm.id')
      .select(['m.id', 'u.name', 'm.role', 'm.location_ids', 'm.language', 'm.may_export'])
      .where('u.email', '=', email)
      .forUpdate()
      .executeTakeFirst();
    if (!known) return insertMember(tx, { ...input, email }, hash);
    const locationIds = input.locationIds === 'all' ? null : input.locationIds;
    const language = input.language ?? known.language;
    const mayExport = input.mayExport ?? known.may_export;
    if (hash !== undefined) await writePassword(tx, known.id, hash);
    const same =
      known.name === input.name &&
      known.role === input.role &&
      known.language === language &&
      known.may_export === mayExport &&
      JSON.stringify(known.location_ids) === JSON.stringify(locationIds);
    if (!same) {
      await tables(tx).updateTable('staff.auth_user').set({ name: input.name }).where('id', '=', known.id).execute();
      const { version } = await tables(tx)
        .updateTable('staff.member')
        .set((eb) => ({
          role: input.role,
          location_ids: locationIds,
          language,
          may_export: mayExport,
          version: eb('version', '+', 1),
        }))
        .where('id', '=', known.id)
        .returning('version')
        .executeTakeFirstOrThrow();
      await emitMember(tx, 'changed', known.id, version, input);
    }
    return getMember(tx, known.id);
  });
}

/** Adds a member by hand of an administrator; an e-mail that is in use is refused (`already_exists`). */
export async function addMember(ctx: Ctx, input: NewMember & { password: string }): Promise<Member | Refusal> {
  const hash = await hashStaffPassword(input.password);
  try {
    // The answer that is kept under the idempotency key holds no name: only the id.
    const { id } = await once(ctx, 'staff.add_member', async (tx) => {
      const member = await insertMember(tx, { ...input, email: input.email.trim().toLowerCase() }, hash);
      return { id: member.id };
    });
    return await getMember(ctx, id);
  } catch (error) {
    if (violatedConstraint(error) !== 'auth_user_email_key') throw error;
    return refuse('already_exists', {
      detail: 'A member of staff with this e-mail exists; nothing was changed. Change that member instead.',
    });
  }
}

/** A new member with its audit line and event; the e-mail is lower-case already. Must run in a transaction. */
export async function insertMember(tx: Ctx, input: NewMember, hash: string | undefined): Promise<Member> {
  const id = tx.newId();
  const now = tx.clock.now();
  const mayExport = input.mayExport ?? input.role === 'admin';
  await tables(tx)
    .insertInto('staff.auth_user')
    .values({ id, name: input.name, email: input.email, email_verified: true, created_at: now, updated_at: now })
    .execute();
  await tables(tx)
    .insertInto('staff.member')
    .values({
      id,
      role: input.role,
      location_ids: input.locationIds === 'all' ? null : input.locationIds,
      language: input.language ?? 'pl',
      may_export: mayExport,
      created_at: now,
    })
    .execute();
  if (hash !== undefined) await writePassword(tx, id, hash);
  await emitMember(tx, 'added', id, 1, input);
  await audit(tx, {
    act: 'staff.member.added',
    target: 'member',
    targetId: id,
    after: { role: input.role, locationIds: input.locationIds, mayExport },
  });
  return getMember(tx, id);
}

/** The row that better-auth reads when this person signs in; changing it ends no session by itself. */
export async function writePassword(tx: Ctx, memberId: string, hash: string): Promise<void> {
  const now = tx.clock.now();
  await tables(tx)
    .insertInto('staff.auth_account')
    .values({
      id: tx.newId(),
      account_id: memberId,
      provider_id: 'credential',
      user_id: memberId,
      password: hash,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: now }),
    )
    .execute();
}

export async function emitMember(
  tx: Ctx,
  happened: 'added' | 'changed',
  id: string,
  version: number,
  facts: { role: StaffRole; locationIds: string[] | 'all'; active?: boolean },
): Promise<void> {
  await emit(tx, {
    type: `staff.member.${happened}`,
    aggregate: 'member',
    aggregateId: id,
    aggregateVersion: version,
    data: { role: facts.role, locationIds: facts.locationIds, active: facts.active ?? true },
  });
}

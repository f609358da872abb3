import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { isTimeZone } from '../settings/index.ts';
import { checkExceptions, checkHours } from './checkHours.ts';
import { lockLocation } from './lockLocation.ts';
import { writeExceptions } from './saveExceptions.ts';
import { tables } from './tables.ts';
import type { HoursException, Location } from './types.ts';

export interface LocationInput extends Omit<Location, 'id' | 'archivedAt' | 'version' | 'exceptions'> {
  /** Without it the location of this code is changed, or a new one made. */
  id?: string;
  /** Left out: they stay. */
  exceptions?: HoursException[];
  /** The version the editor saw; 0 = it must be new. */
  version?: number;
}

export interface SavedLocation {
  id: string;
  version: number;
  created: boolean;
}

/**
 * Creates a location, or changes the one of this id (else of this code).
 *
 * @throws AppError invalid_request (hours, zone), not_found, archived, already_exists (the code is another's), version_conflict
 */
export async function saveLocation(ctx: Ctx, input: LocationInput): Promise<SavedLocation> {
  checkHours(input.hours);
  if (input.exceptions) checkExceptions(input.exceptions);
  if (!isTimeZone(input.zone))
    throw new AppError('invalid_request', { detail: `${input.zone} is not an IANA time zone.` });
  return once(ctx, 'locations.save_location', async (tx) => {
    // Two who make the same code at once: the second waits here and then changes what the first made.
    if (input.id === undefined)
      await sql`select pg_advisory_xact_lock(hashtextextended(${`locations:${input.code}`}, 0))`.execute(tx.db);
    const which = input.id === undefined ? { code: input.code } : { id: input.id };
    const before = await lockLocation(tx, which, input.version === 0 ? undefined : input.version, {
      archived: input.version === 0,
    });
    if (input.version === 0 && before)
      throw new AppError('already_exists', { detail: `Location ${input.code} exists. Nothing was changed.` });
    if (input.id !== undefined && !before)
      throw new AppError('not_found', { detail: `There is no location ${input.id}.` });
    const id = before?.id ?? tx.newId();
    const version = (before?.version ?? 0) + 1;
    const row = {
      code: input.code,
      kind: input.kind,
      name: input.name,
      address: JSON.stringify(input.address),
      lat: input.point.lat,
      lon: input.point.lon,
      zone: input.zone,
      phone: input.phone,
      hours: JSON.stringify(input.hours),
      capabilities: input.capabilities,
      preparation_minutes: input.preparationMinutes,
      cut_off: input.cutOff,
      version,
    };
    try {
      if (before) await tables(tx).updateTable('locations.location').set(row).where('id', '=', id).execute();
      else
        await tables(tx)
          .insertInto('locations.location')
          .values({ ...row, id, archived_at: null })
          .execute();
    } catch (error) {
      if (violatedConstraint(error) !== 'location_code_key') throw error;
      throw new AppError('already_exists', {
        detail: `Another location has the code ${input.code}. Nothing was changed.`,
      });
    }
    if (input.exceptions) await writeExceptions(tx, id, input.exceptions);
    await emit(tx, {
      type: 'locations.location.saved',
      aggregate: 'location',
      aggregateId: id,
      aggregateVersion: version,
      locationId: id,
      data: { locationId: id, code: input.code, kind: input.kind, created: !before },
    });
    const { version: _, ...after } = input;
    await audit(tx, {
      act: 'locations.save_location',
      target: 'location',
      targetId: id,
      ...(before ? { before: { ...before } } : {}),
      after: { ...after },
    });
    return { id, version, created: !before };
  });
}

import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Address, Capability, HoursException, Location, LocationKind, OpenSpan, WeeklyHours } from './types.ts';

interface LocationRow {
  id: string;
  code: string;
  kind: LocationKind;
  name: string;
  address: Address;
  lat: number;
  lon: number;
  zone: string;
  phone: string;
  hours: WeeklyHours;
  capabilities: Capability[];
  preparation_minutes: number;
  cut_off: string;
  archived_at: Date | null;
  version: number;
  exceptions: { date: string; open: OpenSpan[]; note: string | null }[];
}

/** Locations with their exceptions, by code, in one statement whatever their number. */
async function read(ctx: Ctx, where: RawBuilder<unknown>): Promise<Location[]> {
  const { rows } = await sql<LocationRow>`
    select l.*, coalesce(x.exceptions, '[]'::jsonb) as exceptions
    from locations.location l
    left join lateral (
      select jsonb_agg(jsonb_build_object('date', e.date, 'open', e.open, 'note', e.note) order by e.date) as exceptions
      from locations.hours_exception e where e.location_id = l.id
    ) x on true
    where ${where} order by l.code`.execute(ctx.db);
  return rows.map(toLocation);
}

/** A location, archived or not. One statement. @throws AppError not_found */
export async function getLocation(ctx: Ctx, id: string): Promise<Location> {
  return (await read(ctx, sql`l.id = ${id}`))[0] ?? missing(id);
}

/** @throws AppError not_found */
export async function getLocationByCode(ctx: Ctx, code: string): Promise<Location> {
  return (await read(ctx, sql`l.code = ${code.toUpperCase()}`))[0] ?? missing(code);
}

/** Those of the ids that exist, archived ones too (orders name them). One statement. */
export async function getLocations(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Location>> {
  if (ids.length === 0) return new Map();
  const found = await read(ctx, sql`l.id = any(${[...ids]}::uuid[])`);
  return new Map(found.map((location) => [location.id, location]));
}

export interface LocationFilter {
  kind?: LocationKind | undefined;
  capability?: Capability | undefined;
  /** Archived ones too. */
  archived?: boolean | undefined;
}

/** The locations in use, by code. One statement. */
export async function listLocations(ctx: Ctx, filter: LocationFilter = {}): Promise<Location[]> {
  return read(
    ctx,
    sql`(${filter.kind ?? null}::text is null or l.kind = ${filter.kind ?? null})
      and (${filter.capability ?? null}::text is null or ${filter.capability ?? null} = any(l.capabilities))
      and (${filter.archived ?? false} or l.archived_at is null)`,
  );
}

function toLocation(row: LocationRow): Location {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    address: row.address,
    point: { lat: row.lat, lon: row.lon },
    zone: row.zone,
    phone: row.phone,
    hours: row.hours,
    exceptions: row.exceptions.map(
      ({ date, open, note }): HoursException => ({ date, open, ...(note ? { note } : {}) }),
    ),
    capabilities: row.capabilities,
    preparationMinutes: row.preparation_minutes,
    cutOff: row.cut_off,
    archivedAt: row.archived_at,
    version: row.version,
  };
}

function missing(which: string): never {
  throw new AppError('not_found', { detail: `There is no location ${which}.` });
}

import type { Ctx } from '../../kernel/context.ts';
import type { ColumnType } from '../../kernel/database.ts';
import type { Address, Capability, LocationKind, OpenSpan, WeeklyHours } from './types.ts';

/** Reads as the value, is written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

type LocationsTables = {
  'locations.location': {
    id: string;
    code: string;
    kind: LocationKind;
    name: string;
    address: Json<Address>;
    lat: number;
    lon: number;
    zone: string;
    phone: string;
    hours: Json<WeeklyHours>;
    capabilities: Capability[];
    preparation_minutes: number;
    cut_off: string;
    archived_at: Date | null;
    version: number;
  };
  'locations.hours_exception': { location_id: string; date: string; open: Json<OpenSpan[]>; note: string | null };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<LocationsTables>();

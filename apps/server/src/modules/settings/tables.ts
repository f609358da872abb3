import type { Ctx, Language, StaffRole } from '../../kernel/context.ts';
import type { ColumnType } from '../../kernel/database.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import type { HoldPurpose, HoldRole, LegalFacts, PolicyKind } from './types.ts';

/** Reads as the value, is written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

/** A method as its zone keeps it: amounts in minor units of the zone's currency. */
export interface MethodFacts {
  id: string;
  name: LocalizedText;
  rate: number;
  freeFrom: number | null;
  daysMin: number;
  daysMax: number;
  cutOff: string | null;
}

type SettingsTables = {
  'settings.revision': { part: string; version: number; changed_at: Date };
  'settings.retailer': {
    only_one: ColumnType<boolean, never, never>;
    name: string;
    zone: string;
    default_market: string;
    default_language: Language;
    legal: Json<LegalFacts>;
  };
  'settings.market': { code: string; country: string; currency: string; languages: Language[]; active: boolean };
  'settings.delivery_zone': {
    id: string;
    market: string;
    position: number;
    name: Json<LocalizedText>;
    postcode_prefixes: string[];
    currency: string;
    rate: number;
    free_from: number | null;
    days_min: number;
    days_max: number;
    methods: Json<MethodFacts[]> | null;
    archived_at: Date | null;
  };
  'settings.policy': { kind: PolicyKind; text: Json<LocalizedText> };
  'settings.discount_limit': { role: StaffRole; basis_points: number };
  'settings.hold_limit': { purpose: HoldPurpose; role: HoldRole; opening_days: number };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<SettingsTables>();

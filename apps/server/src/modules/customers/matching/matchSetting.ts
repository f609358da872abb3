import { defaultModel, type LinkageModel } from '@throughline/science';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';

export interface LastRun {
  /** RFC 3339 */
  startedAt: string;
  finishedAt: string | null;
  customers: number;
  compared: number;
  proposed: number;
}

export interface MatchSetting {
  automatic: boolean;
  automaticBits: number;
  model: LinkageModel | null;
  readUntil: Date | null;
  lastRun: LastRun | null;
}

export async function readMatchSetting(ctx: Ctx): Promise<MatchSetting> {
  const { rows } = await sql<MatchSetting>`
    select automatic, automatic_bits as "automaticBits", model, read_until as "readUntil", last_run as "lastRun"
    from customers.match_setting`.execute(ctx.db);
  return rows[0] ?? { automatic: false, automaticBits: 10, model: null, readUntil: null, lastRun: null };
}

/** The model of the last full run, else what is known of retailers at large. */
export function modelFor(setting: MatchSetting, customers: number): LinkageModel {
  return setting.model ?? defaultModel(customers);
}

import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const journeysColumns: Readonly<Record<string, ColumnsOfText>> = {
  'journeys.channel_rules': { colleagues: 'changed_by', nobody: 'rules' },
  'journeys.cursor': { nobody: 'name' },
  'journeys.dead_letter': { erased: 'event error', nobody: 'reason given_type sent_at' },
  'journeys.device_user': { erased: 'anonymous_id user_key', nobody: 'source' },
  'journeys.history_fault': { erased: 'sample', nobody: 'column_name rule' },
  'journeys.history_import': { nobody: 'id' },
  'journeys.history_part': { erased: 'bytes' },
  'journeys.history_upload': { colleagues: 'created_by', nobody: 'fault fault_rule file_name mapping state' },
  'journeys.inbox': { erased: 'event', nobody: 'type' },
  'journeys.outgoing': { erased: 'rows', nobody: 'token' },
  'journeys.refusal': { nobody: 'reason' },
  'journeys.source': { nobody: 'name write_key channel allowed_origins label old_write_key' },
  'journeys.source_secret': { colleagues: 'created_by', nobody: 'hash hint' },
  'journeys.source_day': { nobody: 'what' },
  'journeys.unknown_store': { nobody: 'code' },
  'journeys.visit': { erased: 'campaign' },
};

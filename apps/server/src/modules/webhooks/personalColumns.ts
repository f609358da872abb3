import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const webhooksColumns: Readonly<Record<string, ColumnsOfText>> = {
  'webhooks.delivery': { erased: 'payload last_error', nobody: 'event_type state' },
  'webhooks.endpoint': { nobody: 'url description types secret disabled_reason created_by old_secret' },
};

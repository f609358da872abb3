import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const conversationsColumns: Readonly<Record<string, ColumnsOfText>> = {
  'conversations.call': { erased: 'phone note', nobody: 'direction' },
  'conversations.contact': { erased: 'reply_email name' },
  'conversations.draft': { erased: 'text' },
  'conversations.macro': { nobody: 'shortcut title text' },
  'conversations.message': {
    erased: 'text data provider_id client_key delivery_reason',
    nobody: 'direction channel kind author_kind author_id channel_account delivery',
  },
  'conversations.presence': { nobody: 'who doing' },
  'conversations.service_hours': { nobody: 'service hours exceptions' },
  'conversations.thread': { nobody: 'state' },
};

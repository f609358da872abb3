import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const engagementColumns: Readonly<Record<string, ColumnsOfText>> = {
  'engagement.caught_mail': {
    erased: 'from_address to_addresses subject html body_text headers attachments message_id',
  },
  'engagement.caught_text': { erased: 'to_number body' },
  'engagement.mail': {
    erased: 'to_address subject html body_text pictures data response last_error',
    nobody: 'unique_key template language state message_id purpose',
  },
  'engagement.report': { erased: 'address', nobody: 'event_id kind' },
  'engagement.smart_link': {
    nobody: 'slug category_slug campaign_source campaign_medium campaign_name campaign_content label created_by',
  },
  'engagement.smart_link_click': { nobody: 'landed_on' },
  'engagement.text_message': {
    erased: 'to_number body provider_id last_error',
    nobody: 'unique_key template language state',
  },
};

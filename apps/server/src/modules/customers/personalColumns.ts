import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const customersColumns: Readonly<Record<string, ColumnsOfText>> = {
  'customers.activity': { nobody: 'channel' },
  'customers.address': { erased: 'name line1 line2 postcode city country note' },
  'customers.budget': { nobody: 'key' },
  'customers.consent': { nobody: 'purpose channel state source wording language proof actor' },
  'customers.consent_request': { erased: 'email token_hash', nobody: 'source wording language' },
  'customers.consent_wording': { colleagues: 'published_by', nobody: 'version place text_en text_pl text_ru' },
  'customers.customer': { nobody: 'language' },
  'customers.data_request': { erased: 'reason answer', nobody: 'kind state asked_by progress certificate' },
  'customers.dealing': { nobody: 'kind state number channel currency goods' },
  'customers.device': { nobody: 'browser system source' },
  'customers.identifier': { erased: 'value', nobody: 'kind state source' },
  // The parts of a file are zipped at times: nobody can look for a person in them, so an erasure drops every unread file.
  'customers.import': {
    erased: 'columns',
    nobody: 'choice counts created_by delimiter digest encoding fault file_name mapping options state',
  },
  'customers.import_part': { erased: 'bytes' },
  'customers.import_row': { erased: 'cells email fields loyalty phone', nobody: 'doubt faults outcome' },
  'customers.link': { nobody: 'evidence_kind evidence actor undone_by' },
  'customers.match_proposal': { nobody: 'steps state decided_by reason' },
  'customers.match_setting': { nobody: 'model last_run' },
  'customers.note': { erased: 'body', nobody: 'created_by changed_by' },
  'customers.profile_facts': { erased: 'tags', nobody: 'currency favourite_channel agreed_to' },
  'customers.search': { erased: 'words' },
  'customers.session': { erased: 'token_hash' },
  'customers.sign_in_code': { nobody: 'email_key code_hash' },
  'customers.subject': { erased: 'anonymous_id', nobody: 'kind source' },
  'customers.suppression': { nobody: 'kind value_hash reason' },
  'customers.tag': { erased: 'tag', nobody: 'actor' },
  'customers.timeline': { erased: 'type channel actor role data' },
  'customers.trait': { erased: 'value folded', nobody: 'name source' },
  'customers.trait_definition': { nobody: 'name label type choices seen_by set_by' },
  'customers.trait_value': { erased: 'value', nobody: 'name source actor' },
};

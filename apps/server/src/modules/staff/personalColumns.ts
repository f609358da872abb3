import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const staffColumns: Readonly<Record<string, ColumnsOfText>> = {
  'staff.api_key': { colleagues: 'name token_hash scopes created_by' },
  'staff.auth_account': { colleagues: 'account_id provider_id access_token refresh_token id_token scope password' },
  'staff.auth_session': { colleagues: 'token ip_address user_agent' },
  'staff.auth_user': { colleagues: 'name email image' },
  'staff.auth_verification': { colleagues: 'identifier value' },
  'staff.device': { colleagues: 'name token_hash' },
  'staff.member': { colleagues: 'role language' },
  'staff.pin': { nobody: 'hash' },
  'staff.setup_code': { nobody: 'code_hash' },
  'staff.sign_in_tries': { nobody: 'key' },
};

/**
 * Takes a session's limits of time away: a copy is one transaction and may last hours, where an answered request never
 * does. Asked of the settings there are, because not every version knows all of them.
 */
export const noLimits = `select set_config(name, '0', false) from pg_settings
  where name in ('transaction_timeout', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`;

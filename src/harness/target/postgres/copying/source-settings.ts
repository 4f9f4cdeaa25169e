/**
 * What every session on a source begins with. The server itself refuses to write; rows that a policy would hide are an
 * error; and nobody ends a session that only keeps a snapshot.
 */
export const SOURCE_SETTINGS: Readonly<Record<string, string>> = {
  default_transaction_read_only: 'on',
  row_security: 'off',
  search_path: 'pg_catalog',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  lock_timeout: '10s',
}

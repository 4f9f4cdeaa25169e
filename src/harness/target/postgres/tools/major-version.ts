/** The first part of what a tool or a server says of its version: 15 of `pg_dump (PostgreSQL) 15.18`, 17 of `17beta1`. */
export function majorVersion(said: string): number | undefined {
  const found = /(?:\(PostgreSQL\)\s+|^)(\d+)/.exec(said.trim())
  return found ? Number(found[1]) : undefined
}

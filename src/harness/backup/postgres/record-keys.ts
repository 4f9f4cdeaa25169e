/** Under which names a record keeps what is needed of a dump, beside what its database was made with. */
export const RECORD_KEYS = {
  /** The version of the tools that have written it. */
  dumpedBy: 'dumpedBy',
  /** The fingerprint of the catalog, without anybody's rights. */
  withoutRoles: 'catalogWithoutRoles',
} as const

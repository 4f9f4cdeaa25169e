import type { ValueTransformer } from 'typeorm'

/** A transformer that writes and reads the column's own text. Nothing else may convert the value: see `ClanDataSource`. */
export interface ExactTransformer extends ValueTransformer {
  readonly exact: true
}

/** Whether a column's transformer is the only one that may convert its values. */
export function isExact(
  transformer: ValueTransformer | readonly ValueTransformer[] | undefined,
): transformer is ExactTransformer {
  return transformer !== undefined && 'exact' in transformer && transformer.exact === true
}

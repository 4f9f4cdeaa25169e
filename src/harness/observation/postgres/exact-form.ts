import { kindOf } from './kind-of.ts'
import { literalOf } from './literal.ts'
import type { RowForm } from './row-form.ts'

/**
 * Values as they are. They are hashed as one array in the form in which the server sends it: that holds the type,
 * the length of each value and every bit of it, tells NULL from all else, and takes half the time of text.
 */
export const exactForm: RowForm = {
  hash: (value, type) => `sha256(array_send(array_agg(${plainType(value, type)})))`,
  value: (value) => value,
  key: (value) => value,
  order: (value) => value,
  orderType: (type) => type,
  literal: literalOf,
}

/** Types that have the same values are made one; types that have another number in every database become text. */
function plainType(value: string, type: string): string {
  switch (kindOf(type)) {
    case 'integer':
      return `${value}::bigint`
    case 'float':
      return `${value}::double precision`
    case 'text':
      return `${value}::text`
    default:
      return value
  }
}

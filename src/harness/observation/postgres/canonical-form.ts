import { canonicalValue } from './canonical-value.ts'
import { kindOf } from './kind-of.ts'
import type { RowForm } from './row-form.ts'
import { valueText } from './value-text.ts'

/**
 * Values as the literals that are the same on every engine. Rows are in the order of numbers, and else of bytes: of the
 * canonical text where engines have types of their own.
 */
export const canonicalForm: RowForm = {
  hash: (value, type) => `sha256(convert_to(string_agg(${canonicalValue(value, type)}, ','), 'UTF8'))`,
  value: canonicalValue,
  key: canonicalValue,
  order: (value, type) => {
    if (kindOf(type) === 'moment with zone')
      return order(`(${value} AT TIME ZONE 'UTC')`, 'timestamp without time zone')
    return order(value, type)
  },
  orderType: (type) => (isNumber(type) ? type : 'text'),
  literal: (text) => text ?? 'NULL',
}

function order(value: string, type: string): string {
  if (isNumber(type)) return value
  return kindOf(type) === 'text' ? `${value}::text` : valueText(value, type)
}

function isNumber(type: string): boolean {
  return ['integer', 'float', 'numeric'].includes(kindOf(type))
}

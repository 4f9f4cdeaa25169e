import type { Deferrable } from '../../vocabulary/catalog.ts'

export function deferrableOf(constraint: { deferrable: boolean; deferred: boolean }): Deferrable {
  if (!constraint.deferrable) return 'no'
  return constraint.deferred ? 'initially deferred' : 'initially immediate'
}

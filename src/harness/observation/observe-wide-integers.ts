import type { OpenTarget } from '../target/open-target.ts'
import { checkColumns } from './check-columns.ts'
import type { WideIntegers } from './wide-integers.ts'
import { withObserver } from './with-observer.ts'

export interface IntegerColumn {
  readonly table: string
  readonly column: string
}

/** How many of a column's integers a double cannot carry. */
export function observeWideIntegers(
  target: OpenTarget,
  { table, column }: IntegerColumn,
): Promise<WideIntegers> {
  return withObserver(target, async (observer) => {
    await checkColumns(observer, table, [column])
    return observer.dialect.readWideIntegers(observer.db, table, column)
  })
}

import type { Dialect } from '../dialect.ts'
import { canonicalSide } from './canonical-side.ts'
import { compareRows } from './compare-rows.ts'
import { foldRows } from './fold-rows.ts'
import { openConnection } from './open-connection.ts'
import { parametersIn } from './parameters-in.ts'
import { readAnswer } from './read-answer.ts'
import { readCatalog } from './read-catalog.ts'
import { readIntegrity } from './read-integrity.ts'
import { readPlan } from './read-plan.ts'
import { readSequences } from './read-sequences.ts'
import { readSize } from './read-size.ts'
import { readTables } from './read-tables.ts'
import { readWideIntegers } from './read-wide-integers.ts'
import { valueText } from './value-text.ts'

export const sqliteDialect: Dialect = {
  openConnection,
  readTables,
  readCatalog,
  foldRows,
  compareRows,
  readIntegrity,
  readPlan,
  parametersIn,
  readAnswer,
  readSize,
  readWideIntegers,
  readSequences,
  canonicalSide,
  parameter: (place) => `?${place}`,
  valueText,
  exactly: (value) => `${value} COLLATE BINARY`,
  rowNumber: 'rowid',
}

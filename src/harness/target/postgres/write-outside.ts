import pg from 'pg'
import type { PostgresAddress } from '../address.ts'
import type { OutsideStatement, Writing } from '../outside-statement.ts'
import { withConnection } from './connect.ts'
import { numberedParameters } from './numbered-parameters.ts'

/** The class of errors that constraints raise. */
const CONSTRAINT_CLASS = '23'
/** What a trigger raises. */
const RAISED = 'P0001'

/** Each statement by itself, whatever became of the others. */
export async function writeOutside(
  address: PostgresAddress,
  statements: readonly OutsideStatement[],
): Promise<readonly Writing[]> {
  return withConnection(address, async (client) => {
    const writings: Writing[] = []
    for (const statement of statements) writings.push(await written(client, statement))
    return writings
  })
}

async function written(client: pg.Client, { sql, parameters }: OutsideStatement): Promise<Writing> {
  const numbered = numberedParameters(sql, parameters)
  try {
    const { rowCount } = await client.query(numbered.sql, [...numbered.values])
    return { outcome: 'done', rows: rowCount ?? 0 }
  } catch (error) {
    if (error instanceof pg.DatabaseError && isRefusal(error.code ?? '')) {
      return { outcome: 'refused', message: error.message }
    }
    throw error
  }
}

/** A statement that is wrong, or a connection that broke, is no refusal. */
function isRefusal(code: string): boolean {
  return code.startsWith(CONSTRAINT_CLASS) || code === RAISED
}

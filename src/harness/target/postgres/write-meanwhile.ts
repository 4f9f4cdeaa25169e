import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Address } from '../address.ts'
import type { Writing } from '../outside-statement.ts'
import { clientOptions } from './connect.ts'
import { shown } from './parse-url.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')

/** It holds the password, which everybody could read in a command line. */
const REQUEST = 'STAGEGATE_WRITE_MEANWHILE'

/** How long it waits for a lock before it is refused, and how long all of it may take. Milliseconds. */
const PATIENCE = 300
const LONGEST = 60_000

/** What stands in SQLSTATE for a lock that did not come in time. */
const NO_LOCK = '55P03'

const WRITER = `
import pg from 'pg'
const { options, sql } = JSON.parse(process.env.${REQUEST})
const client = new pg.Client(options)
await client.connect()
try {
  await client.query("SET lock_timeout = ${PATIENCE}")
  const { rowCount } = await client.query(sql)
  console.log(JSON.stringify({ outcome: 'done', rows: rowCount }))
} catch (error) {
  if (error.code !== '${NO_LOCK}') throw error
  console.log(JSON.stringify({ outcome: 'refused', message: error.message }))
} finally {
  await client.end()
}`

/**
 * Sends one statement in a process of its own while everything in this one stands still: whatever is at work here has
 * neither gone on nor ended when it is answered.
 * @throws Error when it is neither done nor kept waiting for a lock.
 */
export function writeMeanwhile(address: Address, sql: string): Writing {
  if (address.engine !== 'postgres') throw new RangeError('only a server has room for two who write')
  const request = JSON.stringify({ options: clientOptions(address), sql })
  const { NODE_OPTIONS: _options, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', WRITER], {
    cwd: ROOT,
    env: { ...env, [REQUEST]: request },
    encoding: 'utf8',
    timeout: LONGEST,
  })
  if (status === 0) return JSON.parse(stdout)
  throw new Error(`nobody could write to ${shown(address)} meanwhile: ${stderr.trim()}`)
}

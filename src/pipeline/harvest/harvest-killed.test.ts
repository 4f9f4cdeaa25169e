import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource, Logger } from 'typeorm'
import { openSchema } from '../../schema/testing/open-schema.ts'
import { type DatabaseState, readState } from '../../schema/testing/read-state.ts'
import { harvest } from './harvest.ts'
import { EVENTFUL } from './writing/testing/eventful.ts'
import { openClan, type SchemaState } from './writing/testing/open-clan.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** A harvest in a process of its own, which kills itself when it would send its n-th statement. */
const PROGRAM = `
  import { openSchema } from './src/schema/testing/open-schema.ts'
  import { harvest } from './src/pipeline/harvest/harvest.ts'
  import { EVENTFUL } from './src/pipeline/harvest/writing/testing/eventful.ts'
  const db = await openSchema(process.argv[1])
  let statements = 0
  db.logger = { logQuery: () => ++statements === Number(process.argv[2]) && process.kill(process.pid, 'SIGKILL') }
  await harvest(db, EVENTFUL.sources(), { now: EVENTFUL.now })
`

let directory: string
let files = 0

interface Undisturbed {
  readonly template: string
  readonly statements: number
  readonly state: DatabaseState
  readonly sequence: unknown
}

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'harvest-killed-'))
})

after(() => rm(directory, { recursive: true }))

for (const schema of ['NormalizeUserIds', 'DedupSnapshots'] as const) {
  describe(`a harvest that is killed and repeated, on the schema at ${schema}`, () => {
    let undisturbed: Undisturbed

    before(async () => {
      undisturbed = await withoutDisturbance(schema)
    })

    it('leaves what an undisturbed one leaves, whichever statement was its last', async () => {
      for (let last = 0; last < undisturbed.statements; last += 1) {
        const file = await copyOf(undisturbed)
        await abandoned(file, last)
        await expectRepaired(file, undisturbed, `after statement ${last}`)
      }
    })

    it('leaves it also when the system kills the process, in the midst of a transaction or not', async () => {
      const { statements } = undisturbed
      const last = [1, 2, 3, 4, 5].map((part) => 1 + Math.floor((part * (statements - 1)) / 5))
      const insideTransactions = await Promise.all(
        last.map(async (statement) => {
          const file = await copyOf(undisturbed)
          expect(await killed(file, statement)).to.equal('SIGKILL')
          const inside = existsSync(`${file}-journal`)
          await expectRepaired(file, undisturbed, `killed at statement ${statement}`)
          return inside
        }),
      )
      expect(insideTransactions).to.include(true)
    })
  })
}

async function withoutDisturbance(schema: SchemaState): Promise<Undisturbed> {
  const template = join(directory, `${schema}.db`)
  await (await openClan(template, schema)).destroy()
  const db = await openSchema(await copyOf({ template }))
  let statements = 0
  db.logger = loggerThat(() => {
    statements += 1
  })
  const { members, leavers, failures } = await harvest(db, EVENTFUL.sources(), { now: EVENTFUL.now })
  db.logger = loggerThat(() => {})
  // All that can happen has happened.
  expect(members).to.deep.equal({ listed: 7, added: ['élan', 'Gone', 'MEE6'], updated: ['bob'] })
  expect([leavers.decision, failures.length]).to.deep.equal(['removed', 2])
  const found = { template, statements, ...(await contentsOf(db)) }
  await db.destroy()
  return found
}

async function copyOf({ template }: Pick<Undisturbed, 'template'>): Promise<string> {
  const file = join(directory, `${++files}.db`)
  await copyFile(template, file)
  return file
}

/** Sends so many statements and then no more, not even the one that takes a transaction back. */
async function abandoned(file: string, statements: number): Promise<void> {
  const db = await openSchema(file)
  let left = statements
  db.logger = loggerThat(() => {
    if (left === 0) throw new Error('killed')
    left -= 1
  })
  const outcome = await harvest(db, EVENTFUL.sources(), { now: EVENTFUL.now }).catch((error: Error) => error)
  expect(outcome).to.have.property('message', 'killed')
  await db.destroy()
}

function killed(file: string, statement: number): Promise<NodeJS.Signals | null> {
  // A test runner's own surroundings would make a child report to it instead of doing its work.
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env
  const program = ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM, file, String(statement)]
  const child = spawn(process.execPath, program, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((finish, fail) => child.once('error', fail).once('exit', (_, signal) => finish(signal)))
}

async function expectRepaired(file: string, { state, sequence }: Undisturbed, when: string): Promise<void> {
  const db = await openSchema(file)
  await harvest(db, EVENTFUL.sources(), { now: EVENTFUL.now })
  expect(await contentsOf(db), when).to.deep.equal({ state, sequence })
  await db.destroy()
  await rm(file)
}

/** Rows and ids, and the ids that come next. */
async function contentsOf(db: DataSource): Promise<Pick<Undisturbed, 'state' | 'sequence'>> {
  const linked = (await db.query(`SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'`)).length > 0
  const sequence = linked ? await db.query('SELECT name, seq FROM sqlite_sequence ORDER BY name') : []
  return { state: await readState(db), sequence }
}

function loggerThat(logQuery: () => void): Logger {
  const nothing = () => {}
  return {
    logQuery,
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  }
}

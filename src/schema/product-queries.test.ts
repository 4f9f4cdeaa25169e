import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { openSchema } from './testing/open-schema.ts'

const QUERIES = join(import.meta.dirname, '../../fixtures/queries/product.sql')

const INDEXES_OF_THE_REFACTORING = [
  'idx_discord_messages_created_at_author_name',
  'idx_boss_snapshots_boss_name_kills',
  'idx_wom_records_fetch_date',
  'idx_clan_members_joined_at',
  'uq_clan_members_username',
  'idx_wom_snapshots_user_id_timestamp',
  'idx_discord_messages_user_id_created_at',
  'idx_boss_snapshots_wom_snapshot_id',
]

let directory: string
let dataSource: DataSource
let plans: readonly (readonly [name: string, plan: string])[]

describe("the product's queries", () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-queries-'))
    dataSource = await openSchema(join(directory, 'clan.db'))
    await dataSource.runMigrations()
    const [, ...queries] = (await readFile(QUERIES, 'utf8')).split(/^-- name: /m)
    plans = await Promise.all(
      queries.map(async (query) => {
        const [name = '', ...lines] = query.split('\n')
        const sql = lines.join('\n').replaceAll(/:\w+/g, 'NULL')
        const steps: { detail: string }[] = await dataSource.query(`EXPLAIN QUERY PLAN ${sql}`)
        return [name, steps.map(({ detail }) => detail).join('\n')] as const
      }),
    )
  })

  after(async () => {
    await dataSource.destroy()
    await rm(directory, { recursive: true })
  })

  it('have names of their own', () => {
    expect(new Set(plans.map(([name]) => name))).to.have.lengthOf(9)
  })

  for (const index of INDEXES_OF_THE_REFACTORING) {
    it(`search by ${index}`, () => {
      const users = plans.filter(([, plan]) =>
        new RegExp(`(SEARCH .* USING (COVERING )?INDEX) ${index}\\b`).test(plan),
      )
      expect(users).not.to.deep.equal([])
    })
  }
})

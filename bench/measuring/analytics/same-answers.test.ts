import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { openSchema } from '../../../src/schema/testing/open-schema.ts'
import { UnequalAnswers } from '../../figures/unequal-answers.ts'
import { readClan } from './read-clan.ts'
import { sameAnswers } from './same-answers.ts'

/** One of Anna's snapshots and one of her messages are at the cutoff; Carl has nothing; the two Bobs are one by username. */
const ROWS = `
  INSERT INTO clan_members (id, username, role, joined_at) VALUES
    (1, 'Anna', 'owner', '2024-01-01 00:00:00.000000+00:00'), (2, 'Bob', NULL, NULL), (3, 'B_ob', NULL, NULL),
    (4, 'Carl', 'member', NULL);
  INSERT INTO wom_snapshots (id, user_id, username, timestamp, total_xp, total_boss_kills, ehp, ehb) VALUES
    (1, 1, 'Anna', '2025-11-01 00:00:00.000000+00:00', 100, 1, 0.1, 1.5),
    (2, 1, 'Anna', '2025-11-20 10:00:00.000001+00:00', 150, NULL, 0.2, 1.5),
    (3, 1, 'Anna', '2025-12-22 15:00:00.000000+00:00', 300, 5, 0.30000000000000004, 2.5),
    (4, 2, 'Bob', '2025-12-22 15:00:00.000000+00:00', 7, 7, NULL, NULL),
    (5, NULL, 'Gone', '2025-12-22 15:00:00.000000+00:00', 7, 7, NULL, NULL);
  INSERT INTO discord_messages (id, author_name, content, created_at, user_id) VALUES
    (1, 'anna', 'at the cutoff', '2025-11-20 10:00:00.000001', 1), (2, 'Anna', 'before', '2025-11-20 10:00:00.000000', 1),
    (3, 'Nobody', 'not counted', '2025-12-01 00:00:00.000000', NULL);`

describe('the same answers in three ways', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-bench-'))
  const location = join(folder, 'head.db')
  let template: DataSource

  const change = (sql: string): void => {
    const database = new Database(location)
    try {
      database.exec(sql)
    } finally {
      database.close()
    }
  }
  /** The sentences that the comparison ends with. */
  const unequal = (): Promise<readonly string[]> =>
    sameAnswers(location, template, readClan(location)).then(
      () => [],
      (error: unknown) => {
        if (error instanceof UnequalAnswers) return error.sentences
        throw error
      },
    )

  before(async () => {
    template = await openSchema(location)
    await template.runMigrations()
    await template.destroy()
    change(ROWS)
  })
  afterEach(() =>
    change(`DELETE FROM wom_snapshots; DELETE FROM discord_messages; DELETE FROM clan_members; ${ROWS}`),
  )
  after(() => rmSync(folder, { recursive: true }))

  it('knows who can be compared, and looks back from the newest snapshot', () => {
    const { roll, cutoff } = readClan(location)
    expect(roll.members).to.have.length(4)
    expect(roll.comparable.map(({ name }) => name)).to.deep.equal(['anna', 'carl'])
    expect(cutoff).to.equal('2025-11-20T10:00:00.000001Z')
  })

  it('are equal: exact floats, nulls, members without rows, moments at the cutoff', async () => {
    expect(await unequal()).to.deep.equal([])
  })

  it('are not, when a link points at another member', async () => {
    change('UPDATE discord_messages SET user_id = 4 WHERE id = 1')
    expect(await unequal()).to.include.members([
      'message counts since a date, member 1, "anna": hand-written 0, by username 1',
      'message counts since a date, member 4, "carl": hand-written 1, by username 0',
    ])
  })

  it('are not, when a snapshot is linked to nobody', async () => {
    change('UPDATE wom_snapshots SET user_id = NULL WHERE id = 3')
    const methods = (await unequal()).map((sentence) => sentence.slice(0, sentence.indexOf(',')))
    expect([...new Set(methods)]).to.deep.equal(['latest snapshots', 'gains since a cutoff', 'one member'])
  })
})

import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '../../src/harness/backup/backup.ts'
import { besides } from '../../src/harness/backup/besides.ts'
import { createBackup } from '../../src/harness/backup/create-backup.ts'
import type { NamedDatabase } from '../../src/harness/backup/engine-backups.ts'
import { listBackups } from '../../src/harness/backup/list-backups.ts'
import { restoreBackup } from '../../src/harness/backup/restore-backup.ts'
import type { Expectation } from '../../src/harness/measurement/unmet-expectations.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { runStatements } from '../../src/harness/target/run-statements.ts'
import { openWorkspace, ownFolder } from '../../src/harness/target/workspace.ts'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'
import type { Specimen } from './specimen.ts'

export type Damage = 'last byte' | 'one byte' | 'record'

const LABEL = 'clan_data'

/** Backups of one scenario, in a folder that goes when it ends. */
export class Backups implements AsyncDisposable {
  readonly #taken: Backup[] = []
  #folder: string | undefined
  #takenAt: Date | undefined
  #refusal: string | undefined
  #wholeness: readonly Expectation[] = []

  /** When the last one was taken. */
  get takenAt(): Date {
    if (!this.#takenAt) throw new Error('Nothing has been backed up yet.')
    return this.#takenAt
  }

  /** What was verified when it was taken and when it was restored. */
  get wholeness(): readonly Expectation[] {
    if (this.#wholeness.length === 0) throw new Error('Nothing has been restored yet.')
    return this.#wholeness
  }

  async take(target: OpenTarget, at: Date): Promise<Backup> {
    await using _lease = target.lease('backup')
    const { backup } = await createBackup({
      database: named(target),
      folder: await this.#place(),
      label: LABEL,
      at,
      server: serverOf(),
    })
    this.#taken.push(backup)
    this.#takenAt = at
    return backup
  }

  /** A backup of a database that has none of the tables: it is the last one from then on. */
  async takeOfSomethingElse({ copy }: Specimen): Promise<void> {
    await using other = await copy()
    await runStatements(other, ['CREATE TABLE something_else (id INTEGER PRIMARY KEY)'])
    await this.take(other, new Date())
  }

  /** Puts the last backup back in the place of the database. A refusal is kept, to be judged. */
  async tryToRestore(target: OpenTarget): Promise<void> {
    try {
      await this.restore(target)
    } catch (error) {
      if (!(error instanceof StagegateError)) throw error
      this.#refusal = error.message
    }
  }

  /** @throws StagegateError when it is refused */
  async restore(target: OpenTarget): Promise<void> {
    await using _lease = target.lease('restoring')
    const { file } = this.#last
    const request = { file, database: named(target), at: new Date(), server: serverOf() }
    const { safetyCopy } = await restoreBackup(request)
    this.#wholeness = [
      { of: 'safety copy', expected: 'taken', found: safetyCopy === null ? 'none' : 'taken' },
      {
        of: 'tables in the backup',
        expected: 'some',
        found: this.#last.record.tables.length > 0 ? 'some' : 'none',
      },
    ]
  }

  async damage(damage: Damage): Promise<void> {
    const { file } = this.#last
    if (damage === 'record') return rm(besides(file).record)
    const { size } = await stat(file)
    if (damage === 'last byte') return truncate(file, size - 1)
    const bytes = await readFile(file)
    const at = size >> 1
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    await writeFile(file, bytes)
  }

  refusedSaying(words: string): readonly Expectation[] {
    const said = this.#refusal ?? 'it was restored'
    return [{ of: 'the last backup', expected: words, found: said.includes(words) ? words : said }]
  }

  async listed(): Promise<readonly Expectation[]> {
    const listed = await listBackups({ folder: await this.#place(), quick: false, server: serverOf() })
    const taken = new Set(this.#taken.map(({ file }) => file))
    return [
      { of: 'files', expected: String(this.#taken.length), found: String(taken.size) },
      { of: 'listed', expected: String(this.#taken.length), found: String(listed.length) },
      ...listed.map(({ file, state, why }) => ({ of: file, expected: 'verified', found: why ?? state })),
    ]
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
  }

  get #last(): Backup {
    const last = this.#taken.at(-1)
    if (!last) throw new Error('Nothing has been backed up yet.')
    return last
  }

  /** Beside the copies of this process, which a later run clears away where this one is killed. */
  async #place(): Promise<string> {
    this.#folder ??= await mkdtemp(join(await ownFolder(await openWorkspace()), 'backups-'))
    return this.#folder
  }
}

function named({ address, location }: OpenTarget): NamedDatabase {
  return { address, location }
}

/** Where a dump can be restored to be looked at. */
function serverOf(): string | null {
  return process.env.STAGEGATE_POSTGRES_URL || null
}

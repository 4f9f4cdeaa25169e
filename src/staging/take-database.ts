import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readHistory } from '../harness/migration/read-history.ts'
import { observeCensus } from '../harness/observation/observe-census.ts'
import { loadDataSource } from '../harness/target/load-data-source.ts'
import { openStore } from '../harness/target/open-store.ts'
import type { OpenTarget } from '../harness/target/open-target.ts'
import { checkCopy } from '../harness/target/source/check-copy.ts'
import { checkSource } from '../harness/target/source/check-source.ts'
import { checkFreeDisk, roomFor } from '../harness/target/source/free-disk.ts'
import type { OnCopied, Source } from '../harness/target/source.ts'
import type { Store } from '../harness/target/store.ts'
import { openWorkspace, placeOfRun } from '../harness/target/workspace.ts'
import type { SourceRecord } from '../harness/vocabulary/source-record.ts'
import { adopt } from './adopt.ts'
import { firstState, type RehearsedDatabase, type TakenIn } from './database-state.ts'
import { standingOf } from './standing-of.ts'

/** Which real database is meant, and what it is rehearsed with. */
export interface TakeRequest {
  /** A file or a URL, as the user named it. */
  readonly database: string
  /** The file that exports the DataSource, an absolute path. */
  readonly dataSource: string
  /** How many scenarios at a time: each needs room for its copies. */
  readonly parallel: number
}

/** A copy of a real database, with its past recorded. Disposing of it removes it, and every state that was made of it. */
export interface TakenDatabase extends AsyncDisposable {
  readonly source: SourceRecord
  /** Null where nobody can tell where it stands: then there is nothing to rehearse. */
  readonly database: RehearsedDatabase | null
}

/**
 * Copies a real database, finds out where it stands, and records its past in the copy. The database itself is only read.
 * @throws StagegateError for what cannot be read or copied; the signal's reason
 */
export async function takeDatabase(
  request: TakeRequest,
  onProgress: OnCopied,
  signal: AbortSignal,
): Promise<TakenDatabase> {
  const source = await checkSource(request.database)
  const place = await ownPlace(source, request.parallel)
  try {
    const { record, database } = await takeInto(place, source, request, { onProgress, signal })
    return { source: record, database, [Symbol.asyncDispose]: place[Symbol.asyncDispose] }
  } catch (error) {
    await place[Symbol.asyncDispose]()
    throw error
  }
}

/** Where the copy and everything that is made of it lie: gone with the run, and swept away after one that was killed. */
interface Place extends AsyncDisposable {
  readonly store: Store
  readonly workspace: string | null
}

async function ownPlace({ engine, bytes }: Source, parallel: number): Promise<Place> {
  if (engine === 'postgres') {
    const store = await openStore(engine)
    return { store, workspace: null, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() }
  }
  const { runs } = await openWorkspace()
  await checkFreeDisk(runs, roomFor(bytes, parallel))
  const workspace = join(runs, String(process.pid))
  const store = await openStore(engine, placeOfRun(workspace))
  return {
    store,
    workspace,
    [Symbol.asyncDispose]: () => rm(workspace, { recursive: true, force: true }),
  }
}

interface Watching {
  readonly onProgress: OnCopied
  readonly signal: AbortSignal
}

async function takeInto(
  { store, workspace }: Place,
  source: Source,
  { dataSource }: TakeRequest,
  { onProgress, signal }: Watching,
): Promise<{ readonly record: SourceRecord; readonly database: RehearsedDatabase | null }> {
  const loaded = await loadDataSource(dataSource)
  const label = labelOf(source)
  const copiedAt = new Date().toISOString()
  const lost: string[] = []
  const onLost = (sentences: readonly string[]) => void lost.push(...sentences)
  const options = { template: loaded.dataSource, label, onProgress, signal, onLost }
  const target = await store.copySource(source, options)
  try {
    await checkCopy(target, source)
    signal.throwIfAborted()
    const history = await readHistory(loaded.dataSource)
    const standing = await standingOf(target, history)
    const facts = [...standing.facts, ...lost]
    const record = { ...source, ...standing, facts, rows: await rowsIn(target), copiedAt }
    const { at, findings } = standing
    if (at === null) {
      await target[Symbol.asyncDispose]()
      return { record: plain(record), database: null }
    }
    await adopt(target, standing, history)
    const taken: TakenIn = { label, key: randomUUID(), owner: store.owner ?? null, at }
    await store.state(firstState(taken, async () => target))
    const handMade = findings.flatMap(({ kind, object }) => (kind === 'extra' ? [bare(object)] : []))
    return { record: plain(record), database: { ...taken, workspace, handMade } }
  } catch (error) {
    await target[Symbol.asyncDispose]()
    throw error
  }
}

/** Without the address, which may hold a password. */
function plain({ address: _, ...record }: SourceRecord & Pick<Source, 'address'>): SourceRecord {
  return record
}

async function rowsIn(target: OpenTarget): Promise<number> {
  return Object.values(await observeCensus(target)).reduce((sum, count) => sum + count, 0)
}

/** What is declared as made by hand is called by its plain name, as profiles call it. */
function bare(object: string): string {
  return object.replace(/^column /, '')
}

/** `clan_data_staging` of `/data/clan_data_staging.db`: letters, digits, underscores and hyphens. */
function labelOf({ address }: Source): string {
  const name = address.engine === 'sqlite' ? basename(address.file).replace(/\.\w+$/, '') : address.database
  return name.replace(/[^\w-]+/g, '-').slice(0, 40) || 'database'
}

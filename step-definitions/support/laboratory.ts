import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { FIXTURE_MIGRATION, fixtureState } from '../../src/fixture/fixture-state.ts'
import { loadProfile } from '../../src/fixture/load-profile.ts'
import type { Profile } from '../../src/fixture/profile.ts'
import type { ConfiguredEnvironment } from '../../src/harness/gate/configuration.ts'
import { MigrationFailed, stepsTo } from '../../src/harness/migration/advance-state.ts'
import type { Migration } from '../../src/harness/migration/history.ts'
import type { Destination } from '../../src/harness/migration/migrate.ts'
import { noSuchMigration } from '../../src/harness/migration/no-such-migration.ts'
import { readHistory } from '../../src/harness/migration/read-history.ts'
import type { FinishedState } from '../../src/harness/target/finished-state.ts'
import { type LoadedDataSource, loadDataSource } from '../../src/harness/target/load-data-source.ts'
import { openStore } from '../../src/harness/target/open-store.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { sourceHash } from '../../src/harness/target/source-hash.ts'
import type { BuiltState } from '../../src/harness/target/state.ts'
import type { Store } from '../../src/harness/target/store.ts'
import { placeOfRun } from '../../src/harness/target/workspace.ts'
import type { Catalog } from '../../src/harness/vocabulary/catalog.ts'
import type { Engine } from '../../src/harness/vocabulary/engine.ts'
import { databaseState, type RehearsedDatabase } from '../../src/staging/database-state.ts'
import { noBaseline } from './no-baseline.ts'
import { loadProduct, type Product } from './product.ts'
import type { Change, Changed, Specimen } from './specimen.ts'
import { StateFacts } from './state-facts.ts'

/** What a run is about: the parameters that the command line hands to every scenario. */
export interface RunParameters {
  readonly engine?: Engine
  readonly profile?: string
  /** Instead of a fixture. */
  readonly database?: RehearsedDatabase
  /** Tolerances of an environment. */
  readonly configured?: ConfiguredEnvironment
  /** Others write to the real database meanwhile. */
  readonly live?: boolean
  /** Names of people are left out of all evidence. */
  readonly anonymous?: boolean
  readonly rawDataBytes?: number
  readonly dataSource?: string
  readonly keep?: boolean
}

/** A state, and the last migration that it has behind it. */
interface Placed {
  readonly state: FinishedState
  readonly at: Destination
}

/** What several scenarios of the plan do to the database at head. */
const REPEATED = ['migrate to AddMissingIndexes', 'harvest, nobody gone', 'harvest, a fifth gone']
const OUTCOME = 'outcome'

const ROOT = resolve(import.meta.dirname, '../..')

/**
 * Where scenarios get their databases, baselines and queries from. One for each engine in a process; what it learns it
 * keeps.
 */
export class Laboratory implements AsyncDisposable {
  readonly #facts = new Map<string, Promise<StateFacts>>()
  readonly #states = new Map<string, Promise<FinishedState>>()
  #product: Promise<Product> | undefined

  private constructor(
    readonly store: Store,
    readonly source: LoadedDataSource,
    private readonly fixtureProfile: Profile | undefined,
    private readonly database: RehearsedDatabase | undefined,
    readonly history: readonly Migration[],
    private readonly rawDataBytes: number | undefined,
    private readonly observerHash: string,
  ) {}

  static async open(parameters: RunParameters): Promise<Laboratory> {
    const { database, engine = 'sqlite' } = parameters
    const store = await openStore(engine, database?.workspace ? placeOfRun(database.workspace) : process.env)
    const source = await loadDataSource(parameters.dataSource ?? 'ormconfig.ts')
    const profile = database ? undefined : await loadProfile(parameters.profile ?? 'staging')
    const history = await readHistory(source.dataSource)
    const observer = await sourceHash([
      resolve(ROOT, 'src/harness/observation'),
      resolve(ROOT, 'package-lock.json'),
    ])
    return new Laboratory(store, source, profile, database, history, parameters.rawDataBytes, observer)
  }

  /** What figures of the plan may depend on. A real database is none of the profiles. */
  get place(): { readonly profile: string; readonly engine: Engine } {
    return { profile: this.fixtureProfile?.name ?? 'a real database', engine: this.store.engine }
  }

  /** What the fixture declares. @throws Error on a real database, which declares nothing. */
  get profile(): Profile {
    if (this.fixtureProfile) return this.fixtureProfile
    throw new Error('A real database declares nothing: tag the scenario with @fixture.')
  }

  /** Whether it is a real database. */
  get isReal(): boolean {
    return this.database !== undefined
  }

  /** What the database has beyond its history, because somebody made it by hand. */
  get handMade(): readonly string[] {
    return this.database?.handMade ?? this.profile.handMade
  }

  /** The migration that everything starts from: where a real database stands, or where a fixture's rows belong. */
  get first(): Destination {
    return this.database?.at ?? FIXTURE_MIGRATION
  }

  /** Where a real database stands, if it has a migration behind it; else undefined. */
  past(at: Destination): string | undefined {
    if (!this.database || at === 'head') return undefined
    const place = (name: string) => this.history.findIndex((migration) => migration.name === name)
    return place(at) < place(this.database.at) ? this.database.at : undefined
  }

  /** The product that lies beside the data source. */
  product(): Promise<Product> {
    this.#product ??= loadProduct(this.source.file)
    return this.#product
  }

  /** The fixture at a migration; `from` an earlier one, with the migrations between them done once for all scenarios. */
  async fixture(at: Destination, from: Destination = at): Promise<Specimen> {
    return this.#specimen(this.fixtureProfile, at, from)
  }

  /** The fixture of another profile, where something is compared with it. */
  async fixtureOf(profile: string, at: Destination, from: Destination = at): Promise<Specimen> {
    const own = this.fixtureProfile
    return this.#specimen(profile === own?.name ? own : await loadProfile(profile), at, from)
  }

  async #specimen(profile: Profile | undefined, at: Destination, from: Destination): Promise<Specimen> {
    const state = await this.#state(profile, at)
    const before = from === at ? state : await this.#state(profile, from)
    return {
      ...(await this.#standingAt(before, state)),
      steps: (await stepsTo(state)).slice((await stepsTo(before)).length),
      ...(this.isReal
        ? {
            changed: (change) => this.#changed(before, { state, at }, change),
            stopBefore: (to) => this.#stopBefore(at, to),
          }
        : {}),
    }
  }

  async #standingAt(before: FinishedState, state: FinishedState): Promise<Specimen> {
    const { label } = state
    return {
      origin: await this.#factsOf(before),
      current: await this.#factsOf(state),
      steps: [],
      copy: (hasty = false) => this.store.copy(state, { template: this.source.dataSource, label, hasty }),
    }
  }

  #stopBefore(at: Destination, to: Destination): Destination | undefined {
    const last = this.history.at(-2)?.name
    if (last === undefined || this.#place(at) !== this.#place('head')) return undefined
    return this.#place(to) < this.#place(last) ? last : undefined
  }

  /** Kept are changes that several scenarios ask for: each takes as much room on the disk as the database. */
  async #changed<T>(
    before: FinishedState,
    { state, at }: Placed,
    { what, to, do: change }: Change<T>,
  ): Promise<Changed<T> | undefined> {
    if (to !== undefined && this.#place(to) > this.#place(at)) return this.#migrated(before, state, to)
    if (!REPEATED.includes(what) || !this.database || this.#place(at) !== this.#place('head'))
      return undefined
    const { store } = this
    const template = this.source.dataSource
    const label = `${state.label}-then-${what.replace(/\W+/g, '-')}`
    const key = createHash('sha256').update(`${this.database.key} ${label}`).digest('hex')
    const owner = this.database.owner === null ? {} : { owner: this.database.owner }
    const build = async (): Promise<BuiltState> => {
      const target = await store.copy(state, { template, label: 'changed', hasty: true })
      try {
        return { target, facts: { [OUTCOME]: await change(target) } }
      } catch (error) {
        await target[Symbol.asyncDispose]()
        throw error
      }
    }
    const changed = await store.state({ label, key, ...owner, build })
    const outcome = await changed.readFacts<T>(OUTCOME)
    if (outcome === undefined) throw new Error(`nobody knows what came of "${what}"`)
    return { specimen: await this.#standingAt(before, changed), outcome }
  }

  /** On the way up there is a state that is finished. One that cannot be had is for the scenario to see for itself. */
  async #migrated<T>(
    before: FinishedState,
    state: FinishedState,
    to: Destination,
  ): Promise<Changed<T> | undefined> {
    const migrated = await this.#state(undefined, to).catch((error: unknown) => {
      if (error instanceof MigrationFailed) return undefined
      throw error
    })
    if (migrated === undefined) return undefined
    // A migration gives back its steps, and nothing else leads from one state of the history to the next.
    const outcome = (await stepsTo(migrated)).slice((await stepsTo(state)).length) as T
    return { specimen: await this.#standingAt(before, migrated), outcome }
  }

  #place(at: Destination): number {
    return this.historyUpTo(at).length
  }

  /** A copy of a target as it stands now. */
  copyOf(target: OpenTarget): Promise<OpenTarget> {
    return this.store.copy(target, { template: this.source.dataSource, label: 'aside' })
  }

  /** A database without anything in it. */
  empty(): Specimen {
    const copy = () => this.store.empty({ template: this.source.dataSource, label: 'empty' })
    return { origin: undefined, current: undefined, steps: [], copy }
  }

  /** The key of a state is a hash of many files, which do not change while a run lasts. */
  #state(profile: Profile | undefined, at: Destination): Promise<FinishedState> {
    const name = `${profile?.name} at ${at}`
    const known = this.#states.get(name) ?? this.#build(profile, at)
    this.#states.set(name, known)
    return known
  }

  async #build(profile: Profile | undefined, at: Destination): Promise<FinishedState> {
    const { store, source, rawDataBytes, history, database } = this
    if (profile === undefined) {
      if (database) return store.state(databaseState({ store, source, history, database }, at))
      throw new Error('the run has neither a fixture nor a database')
    }
    const bytes = rawDataBytes === undefined || profile !== this.fixtureProfile ? {} : { rawDataBytes }
    return store.state(await fixtureState({ store, source, profile, ...bytes }, at))
  }

  /** The migrations up to one of them, in order. */
  historyUpTo(last: Destination): readonly Migration[] {
    const index =
      last === 'head' ? this.history.length - 1 : this.history.findIndex(({ name }) => name === last)
    if (index < 0) throw noSuchMigration(last, this.history)
    return this.history.slice(0, index + 1)
  }

  /** The catalog that a person accepted for a migration. */
  async baseline(migration: Destination): Promise<Catalog> {
    const file = `fixtures/baselines/${this.store.engine}/${this.historyUpTo(migration).at(-1)?.name}.json`
    const text = await this.#text(file)
    if (text === undefined) throw noBaseline(file)
    return JSON.parse(text)
  }

  /** The text of a file of queries: the one for this engine, where there is one, or else the one for all. */
  async queries(file: string): Promise<string> {
    const text =
      (await this.#text(`fixtures/queries/${this.store.engine}/${file}`)) ??
      (await this.#text(`fixtures/queries/${file}`))
    if (text === undefined) throw new RangeError(`there is no file of queries "${file}"`)
    return text
  }

  async #text(path: string): Promise<string | undefined> {
    return readFile(resolve(ROOT, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
  }

  #factsOf(state: FinishedState): Promise<StateFacts> {
    const known = this.#facts.get(state.location) ?? this.#observe(state)
    this.#facts.set(state.location, known)
    return known
  }

  async #observe(state: FinishedState): Promise<StateFacts> {
    return new StateFacts(state, await this.store.inspect(state, this.source.dataSource), this.observerHash)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const facts of await Promise.allSettled(this.#facts.values())) {
      if (facts.status === 'fulfilled') await facts.value.target[Symbol.asyncDispose]()
    }
    await this.store[Symbol.asyncDispose]()
  }
}

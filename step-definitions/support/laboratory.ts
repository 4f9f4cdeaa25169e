import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fixtureState, stepsTo } from '../../src/fixture/fixture-state.ts'
import { loadProfile } from '../../src/fixture/load-profile.ts'
import type { Profile } from '../../src/fixture/profile.ts'
import type { Migration } from '../../src/harness/migration/history.ts'
import type { Destination } from '../../src/harness/migration/migrate.ts'
import { readHistory } from '../../src/harness/migration/read-history.ts'
import type { Catalog } from '../../src/harness/observation/catalog.ts'
import { cachedState } from '../../src/harness/target/cached-state.ts'
import { inspect } from '../../src/harness/target/inspect.ts'
import { type LoadedDataSource, loadDataSource } from '../../src/harness/target/load-data-source.ts'
import { open } from '../../src/harness/target/open.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { sourceHash } from '../../src/harness/target/source-hash.ts'
import { openWorkspace, type Workspace } from '../../src/harness/target/workspace.ts'
import { noBaseline } from './no-baseline.ts'
import { loadProduct, type Product } from './product.ts'
import type { Specimen } from './specimen.ts'
import { StateFacts } from './state-facts.ts'

/** What a run is about: the parameters that the command line hands to every scenario. */
export interface RunParameters {
  readonly profile?: string
  readonly rawDataBytes?: number
  readonly dataSource?: string
  readonly keep?: boolean
}

const ROOT = resolve(import.meta.dirname, '../..')

/** Where scenarios get their databases, baselines and queries from. One for a process; what it learns it keeps. */
export class Laboratory {
  readonly #facts = new Map<string, StateFacts>()
  readonly #states = new Map<string, Promise<{ readonly file: string; readonly label: string }>>()
  #product: Promise<Product> | undefined

  private constructor(
    readonly workspace: Workspace,
    readonly source: LoadedDataSource,
    readonly profile: Profile,
    readonly history: readonly Migration[],
    private readonly rawDataBytes: number | undefined,
    private readonly observerHash: string,
  ) {}

  static async open(parameters: RunParameters): Promise<Laboratory> {
    const workspace = await openWorkspace()
    const source = await loadDataSource(parameters.dataSource ?? 'ormconfig.ts')
    const profile = await loadProfile(parameters.profile ?? 'staging')
    const history = await readHistory(source.dataSource)
    const observer = await sourceHash([
      resolve(ROOT, 'src/harness/observation'),
      resolve(ROOT, 'package-lock.json'),
    ])
    return new Laboratory(workspace, source, profile, history, parameters.rawDataBytes, observer)
  }

  /** The product that lies beside the data source. */
  product(): Promise<Product> {
    this.#product ??= loadProduct(this.source.file)
    return this.#product
  }

  /** The fixture at a migration; `from` an earlier one, with the migrations between them done once for all scenarios. */
  async fixture(at: Destination, from: Destination = at): Promise<Specimen> {
    return this.#specimen(this.profile, at, from)
  }

  /** The fixture of another profile, where something is compared with it. */
  async fixtureOf(profile: string, at: Destination, from: Destination = at): Promise<Specimen> {
    return this.#specimen(profile === this.profile.name ? this.profile : await loadProfile(profile), at, from)
  }

  async #specimen(profile: Profile, at: Destination, from: Destination): Promise<Specimen> {
    const { workspace, source } = this
    const { file, label } = await this.#state(profile, at)
    const before = from === at ? file : (await this.#state(profile, from)).file
    return {
      origin: this.#factsOf(before),
      current: this.#factsOf(file),
      steps: (await stepsTo(file)).slice((await stepsTo(before)).length),
      copy: () => open({ workspace, dataSource: source.dataSource, source: file, label }),
    }
  }

  /** A copy of a target as it stands now. */
  async copyOf(target: OpenTarget): Promise<OpenTarget> {
    const { workspace, source } = this
    await using _lease = target.lease('one that copies it')
    return open({ workspace, dataSource: source.dataSource, source: target.location, label: 'aside' })
  }

  /** A database without anything in it. */
  empty(): Specimen {
    const { workspace, source } = this
    const copy = () => open({ workspace, dataSource: source.dataSource, label: 'empty' })
    return { origin: undefined, current: undefined, steps: [], copy }
  }

  /** The key of a state is a hash of many files, which do not change while a run lasts. */
  async #state(
    profile: Profile,
    at: Destination,
  ): Promise<{ readonly file: string; readonly label: string }> {
    const name = `${profile.name} at ${at}`
    const known = this.#states.get(name) ?? this.#build(profile, at)
    this.#states.set(name, known)
    return known
  }

  async #build(
    profile: Profile,
    at: Destination,
  ): Promise<{ readonly file: string; readonly label: string }> {
    const { workspace, source, rawDataBytes } = this
    const bytes = rawDataBytes === undefined || profile !== this.profile ? {} : { rawDataBytes }
    const state = await fixtureState({ workspace, source, profile, ...bytes }, at)
    return { file: await cachedState(workspace, state), label: state.label }
  }

  /** The migrations up to one of them, in order. */
  historyUpTo(last: Destination): readonly Migration[] {
    const index =
      last === 'head' ? this.history.length - 1 : this.history.findIndex(({ name }) => name === last)
    if (index < 0) throw new RangeError(`there is no migration "${last}"`)
    return this.history.slice(0, index + 1)
  }

  /** The catalog that a person accepted for a migration. */
  async baseline(migration: Destination): Promise<Catalog> {
    const file = `fixtures/baselines/${this.historyUpTo(migration).at(-1)?.name}.json`
    const text = await this.#text(file).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? noBaseline(file, error) : error
    })
    return JSON.parse(text)
  }

  /** The text of a file of queries. */
  async queries(file: string): Promise<string> {
    return this.#text(`fixtures/queries/${file}`)
  }

  #text(path: string): Promise<string> {
    return readFile(resolve(ROOT, path), 'utf8')
  }

  #factsOf(file: string): StateFacts {
    const known =
      this.#facts.get(file) ?? new StateFacts(inspect(file, this.source.dataSource), this.observerHash)
    this.#facts.set(file, known)
    return known
  }
}

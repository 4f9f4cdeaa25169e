import { setWorldConstructor, World } from '@cucumber/cucumber'
import { expect } from 'chai'
import { anonymousJudgement } from '../../src/harness/gate/anonymous-judgement.ts'
import { applyConfiguration } from '../../src/harness/gate/apply-configuration.ts'
import { askedFor } from '../../src/harness/gate/asked-for.ts'
import { judge } from '../../src/harness/gate/judge.ts'
import type { Judgement } from '../../src/harness/gate/judgement.ts'
import { whyVacuous } from '../../src/harness/gate/why-vacuous.ts'
import { anonymousCatalog } from '../../src/harness/measurement/anonymous-catalog.ts'
import { anonymousStep } from '../../src/harness/measurement/anonymous-step.ts'
import { anonymousUnmatched } from '../../src/harness/measurement/anonymous-unmatched.ts'
import { type Destination, type MigrateOptions, migrate } from '../../src/harness/migration/migrate.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import type { Writing } from '../../src/harness/target/write-outside.ts'
import { anonymousSql } from '../../src/harness/vocabulary/anonymous-sql.ts'
import type { Engine } from '../../src/harness/vocabulary/engine.ts'
import type { MigrationStep } from '../../src/harness/vocabulary/migration-step.ts'
import type { PlannedQuery } from '../../src/harness/vocabulary/planned-query.ts'
import { Pseudonyms } from '../../src/harness/vocabulary/pseudonyms.ts'
import type { SchemaRecord } from '../../src/harness/vocabulary/schema-record.ts'
import type { StateFingerprint } from '../../src/harness/vocabulary/state-fingerprint.ts'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import type { UnmatchedRows } from '../../src/harness/vocabulary/unmatched.ts'
import {
  attachFingerprint,
  attachJudgement,
  attachKept,
  attachMigration,
  attachNotApplicable,
  attachPlan,
  attachSchema,
  attachTiming,
  attachUnmatched,
} from '../../src/plan/evidence.ts'
import { Backups } from './backups.ts'
import { Copies } from './copies.ts'
import type { Demand } from './demand.ts'
import { Harvests } from './harvest/harvests.ts'
import { laboratoryOf } from './laboratories.ts'
import type { Laboratory, RunParameters } from './laboratory.ts'
import { NestedRuns } from './nested-runs.ts'
import type { PipelineRun } from './pipeline/pipeline-run.ts'
import { showFigures } from './show-figures.ts'
import type { Change, Specimen } from './specimen.ts'
import type { StateFacts } from './state-facts.ts'

/** The same name is called the same in a whole run. */
const pseudonyms = new Pseudonyms()

/** One scenario's database, what happened to it, and the way in which judgements become evidence. */
export class RehearsalWorld extends World<RunParameters> {
  /** The gate that the scenario speaks for, or null. */
  gate: string | null = null
  /** How long copying the database takes, in milliseconds, where a scenario asked for it. */
  copyMilliseconds: number | undefined
  /** Runs of the command itself. */
  readonly nested = new NestedRuns(() => this.parameters.engine ?? 'sqlite')
  /** Other databases than the scenario's own. */
  readonly copies = new Copies()
  /** Backups of the scenario's database. */
  readonly backups = new Backups()
  /** The product's harvest, and the sources that answer it. */
  readonly harvests = new Harvests(this)
  /** Runs of everything that the product does, each in another state. */
  readonly pipelineRuns: PipelineRun[] = []
  /** What the database said to a writer that knows nothing of the schema. */
  readonly writings: Writing[] = []
  #specimen: Specimen | undefined
  #copy: OpenTarget | undefined
  readonly #steps: MigrationStep[] = []
  #stepsWereJudged = false
  readonly #timings: Timing[] = []
  /** Those of them that no chart was drawn of yet. */
  #undrawn: readonly Timing[] = []
  /** Loaded where something was timed: it takes most of a second. */
  #charts: typeof import('./show-charts.ts') | undefined

  /** Of the run's engine, or of another one to compare with. Shared by all scenarios of a process. */
  laboratory(engine?: Engine): Promise<Laboratory> {
    return laboratoryOf(this.parameters, engine)
  }

  /** Takes the database that the scenario is about, with the migrations that it has behind it. */
  take(specimen: Specimen): void {
    this.#specimen = specimen
    this.#report(specimen.steps)
  }

  /**
   * Ends the scenario, because it says nothing of this database: a real one, which nobody made for it.
   * @returns what the step has to give back
   */
  async doesNotApply(why: string): Promise<'skipped'> {
    if (!(await this.laboratory()).isReal) throw new Error(`A scenario applies to every fixture: ${why}`)
    attachNotApplicable(this.attach, why)
    return 'skipped'
  }

  /**
   * The database as it stands now, to be observed: the scenario's own copy, or, as long as nothing has been done to
   * it, the finished state itself, which is read-only and the same.
   */
  get target(): OpenTarget {
    const target = this.#copy ?? this.#started().current?.target
    if (!target)
      throw new Error('The database is empty, and nothing has been done to it: there is nothing to see.')
    return target
  }

  /** An observation of the database as it stands; of a finished state it is made once for all scenarios. */
  observed<T>(question: string, observe: (target: OpenTarget) => Promise<T>): Promise<T> {
    const state = this.#copy ? undefined : this.#started().current
    return state ? state.once(question, () => observe(state.target)) : observe(this.target)
  }

  /** The scenario's own copy, to be changed. */
  async ownTarget(): Promise<OpenTarget> {
    // What is timed is timed as it is in production, which waits for the disk.
    this.#copy ??= await this.#started().copy(this.copyMilliseconds === undefined)
    return this.#copy
  }

  /**
   * Does something to the database that is the same whoever does it first. On a real database some changes are done once
   * for all scenarios, and then this one goes on with a state that is finished, too.
   */
  async change<T>(change: Change<T>): Promise<T> {
    const changed = this.#copy ? undefined : await this.#started().changed?.(change)
    if (changed === undefined) return change.do(await this.ownTarget())
    this.#specimen = changed.specimen
    return changed.outcome
  }

  /** The same, to another copy of what the scenario started from; gives that back, and it goes when the scenario ends. */
  async changedAside<T>(change: Change<T>): Promise<{ readonly target: OpenTarget; readonly outcome: T }> {
    const changed = await this.#started().changed?.(change)
    const known = changed?.specimen.current?.target
    if (changed && known) return { target: known, outcome: changed.outcome }
    const target = await this.anotherCopy()
    return { target, outcome: await change.do(target) }
  }

  /** Keeps the database as it stands now, to be compared with later. What is finished stays as it is by itself. */
  async setAside(): Promise<void> {
    const finished = this.#copy ? undefined : this.#started().current?.target
    this.copies.setAside(
      finished ?? this.copies.own(await (await this.laboratory()).copyOf(await this.ownTarget())),
    )
  }

  /** The facts about the state that the scenario started from. */
  get origin(): StateFacts {
    const { origin } = this.#started()
    if (!origin)
      throw new Error('The scenario did not start from a fixture: there is nothing to look at yet.')
    return origin
  }

  /** Another copy of the state that the scenario started from; it goes when the scenario ends. */
  async anotherCopy(): Promise<OpenTarget> {
    return this.copies.own(await this.#started().copy(true))
  }

  /** A copy of the fixture in another state, perhaps one that it migrates to from there; likewise. */
  async copyAt(at: Destination, onTo?: Destination): Promise<OpenTarget> {
    const specimen = await (await this.laboratory()).fixture(at)
    const changed = onTo === undefined ? undefined : await specimen.changed?.(migration(onTo))
    const target = this.copies.own(await (changed?.specimen ?? specimen).copy(true))
    if (onTo !== undefined) this.#report(changed?.outcome ?? (await migrate(target, onTo)))
    return target
  }

  #started(): Specimen {
    if (!this.#specimen)
      throw new Error('The scenario has no database yet: start it with "Given the database at …".')
    return this.#specimen
  }

  async migrate(destination: Destination, options?: MigrateOptions): Promise<void> {
    if (options) return this.#report(await migrate(await this.ownTarget(), destination, options))
    const stop = this.#copy ? undefined : this.#started().stopBefore?.(destination)
    const first = stop === undefined ? [] : await this.change(migration(stop))
    this.#report(first)
    if (first.some(({ failure }) => failure)) return
    this.#report(await this.change(migration(destination)))
  }

  #report(steps: readonly MigrationStep[]): void {
    this.#steps.push(...steps)
    for (const step of steps) attachMigration(this.attach, this.#isAnonymous ? anonymousStep(step) : step)
  }

  /** Adds what was timed to the evidence of the scenario. */
  async addTimings(timings: readonly Timing[]): Promise<void> {
    this.#charts ??= await import('./show-charts.ts')
    this.#timings.push(...timings)
    this.#undrawn = [...this.#undrawn, ...timings]
    for (const timing of timings) attachTiming(this.attach, timing)
  }

  /** Shows how the engine means to answer what is timed. Parameters are unbound; what is written out may name people. */
  addPlans(plans: readonly PlannedQuery[]): void {
    for (const plan of plans) {
      const { sql, steps } = plan
      const hidden = { ...plan, sql: anonymousSql(sql), steps: steps.map(anonymousSql) }
      attachPlan(this.attach, this.#isAnonymous ? hidden : plan)
    }
  }

  /** Adds who the rows without a link are of, for a person to decide whether that is right. */
  addUnmatched(unmatched: UnmatchedRows): void {
    attachUnmatched(this.attach, this.#isAnonymous ? anonymousUnmatched(unmatched, pseudonyms) : unmatched)
  }

  /** Shows what the schema is now, for a person to read what became of it. */
  addSchema({ at, catalog }: SchemaRecord): void {
    attachSchema(this.attach, { at, catalog: this.#isAnonymous ? anonymousCatalog(catalog) : catalog })
  }

  /** Shows what a state is, as hashes: those of rows name nobody. */
  addFingerprint(fingerprint: StateFingerprint): void {
    attachFingerprint(this.attach, fingerprint)
  }

  /** What was timed of a subject. @throws RangeError when nothing was. */
  timingOf(subject: string | undefined): Timing {
    const timing = this.#timings.find((each) => each.subject === subject)
    if (!timing) throw new RangeError(`nothing was timed that is called "${subject}"`)
    return timing
  }

  /** The migrations that ran so far. Asking for them is looking at their failures. */
  judgedSteps(): readonly MigrationStep[] {
    this.#stepsWereJudged = true
    return this.#steps
  }

  /** Judges measurements, attaches every judgement, and fails the step unless all of them held. */
  submit(demands: readonly Demand[]): void {
    const judgements = demands.map((demand) => this.#judged(demand))
    for (const judgement of judgements) attachJudgement(this.attach, judgement)
    showFigures(this.attach, judgements)
    this.#charts?.showCharts(this.attach, judgements, this.#undrawn)
    this.#undrawn = []
    const trouble = judgements.filter(({ outcome }) => outcome !== 'held')
    if (trouble.length > 0) expect.fail(trouble.map(explain).join('\n'))
  }

  #judged([measurement, asked]: Demand): Judgement {
    const { configured } = this.parameters
    const { tolerance, ...from } = applyConfiguration(this.gate, measurement, asked, configured)
    const judgement = { ...judge(measurement, tolerance), ...from }
    return this.#isAnonymous ? anonymousJudgement(judgement) : judgement
  }

  /** Whether names of people are left out of all evidence. */
  get #isAnonymous(): boolean {
    return this.parameters.anonymous ?? false
  }

  /** Writes to the scenario's page. What a harvest says of itself names people. */
  tell(text: string): void {
    if (!this.#isAnonymous) this.log(text)
  }

  /** Ends the scenario. @throws when a migration failed and no step asked for it: nothing fails unseen. */
  async close(failed: boolean): Promise<void> {
    if (failed && this.parameters.keep && this.#specimen) {
      attachKept(this.attach, { location: (await this.ownTarget()).keep() })
    }
    await this.#copy?.[Symbol.asyncDispose]()
    await this.copies[Symbol.asyncDispose]()
    await this.backups[Symbol.asyncDispose]()
    const unseen = this.#stepsWereJudged ? undefined : this.#steps.find((step) => step.failure)
    expect(unseen?.failure?.message, `${unseen?.migration} failed and no step looked at it`).to.equal(
      undefined,
    )
  }
}

function migration(to: Destination): Change<readonly MigrationStep[]> {
  return { what: `migrate to ${to}`, to, do: (target) => migrate(target, to) }
}

function explain(judgement: Judgement): string {
  const { subject, outcome, measured, witnesses, usualCause } = judgement
  if (outcome === 'vacuous') return whyVacuous(judgement)
  const shown = witnesses.map(({ where, what }) => `\n  ${where}: ${what}`).join('')
  return `${subject}: ${measured}; ${askedFor(judgement)}${shown}${usualCause ? `\n  Usual cause: ${usualCause}` : ''}`
}

setWorldConstructor(RehearsalWorld)

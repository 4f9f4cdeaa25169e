import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { Engine } from '../../src/harness/vocabulary/engine.ts'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'

/** A copy of schema and product with one thing wrong, or a database or a plan that has it: a file of `fixtures/red/`. */
export interface RedTwin {
  /** The gate that has to be breached. */
  readonly gate: string
  /** What has to be breached in it, where another subject of the same gate would prove nothing. */
  readonly subject?: string
  readonly title: string
  /** The engine that it is a mistake on, where it is none on others. */
  readonly engine?: Engine
  /** The recipe of the real database that it runs on, in place of a fixture. */
  readonly database?: string
  /** The plan that runs in place of the project's: a file below `fixtures/red/plans`, without ending. */
  readonly plan?: string
  /** Changes of the source text; each text has to be there exactly once. */
  readonly edits?: readonly { readonly file: string; readonly replace: string; readonly with: string }[]
  /** The migration that the statements below are added to. */
  readonly migration?: string
  readonly beforeUp?: readonly string[]
  readonly afterUp?: readonly string[]
  readonly afterDown?: readonly string[]
}

const ROOT = resolve(import.meta.dirname, '../..')
const MIGRATIONS = 'src/schema/migrations'
const COPIED = ['src/schema', 'src/pipeline'] as const

/** Reads a red twin, by its path below `fixtures/red` without ending. */
export async function readRedTwin(name: string): Promise<RedTwin> {
  return JSON.parse(await readFile(join(ROOT, 'fixtures/red', `${name}.json`), 'utf8'))
}

/**
 * Writes the twin's copy of the data source, its schema and its product into a folder of the project, where its imports
 * resolve.
 * @returns the file that exports the data source
 */
export async function writeRedTwin(twin: RedTwin, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const part of COPIED) {
    await cp(join(ROOT, part), join(folder, part), {
      recursive: true,
      filter: (path) => !path.endsWith('.test.ts'),
    })
  }
  await cp(join(ROOT, 'ormconfig.ts'), join(folder, 'ormconfig.ts'))
  await keepEntities(folder)
  for (const { file, replace, with: by } of twin.edits ?? []) {
    await edit(join(folder, file), (text) => replaceOnce(text, replace, by, file))
  }
  if (twin.migration !== undefined) await addStatements(twin, join(folder, MIGRATIONS), twin.migration)
  return join(folder, 'ormconfig.ts')
}

/**
 * Decorators are compiled as the project's own tsconfig says, which does not reach here; entities stay as they are,
 * and whatever imports one imports the original.
 */
async function keepEntities(folder: string): Promise<void> {
  const product = join(folder, 'src/pipeline')
  const files = (await readdir(product, { recursive: true })).filter((name) => name.endsWith('.ts'))
  for (const file of [join(folder, 'ormconfig.ts'), ...files.map((name) => join(product, name))]) {
    const entities = relative(dirname(file), join(ROOT, 'src/schema/entities')).replaceAll('\\', '/')
    await edit(file, (text) => text.replaceAll(/'[./]*\/(?:src\/)?schema\/entities\//g, `'${entities}/`))
  }
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')))
}

function replaceOnce(text: string, replace: string, by: string, file: string): string {
  const [head, tail, ...more] = text.split(replace)
  if (head === undefined || tail === undefined || more.length > 0) {
    throw new StagegateError({
      what: 'The text that a red twin changes is not there exactly once.',
      where: `${file}: ${JSON.stringify(replace)}`,
      cause: 'The file has been changed since the twin was written.',
      next: 'Write the same mistake into the new text.',
    })
  }
  return head + by + tail
}

async function addStatements(twin: RedTwin, folder: string, migration: string): Promise<void> {
  const file = (await readdir(folder)).find((name) => name.endsWith(`-${migration}.ts`))
  if (file === undefined) throw new RangeError(`there is no migration "${migration}"`)
  const type = `${migration}${file.slice(0, file.indexOf('-'))}`
  await edit(join(folder, file), (text) => `${text}\n${wrapping(type, twin)}`)
}

function wrapping(type: string, { engine, beforeUp = [], afterUp = [], afterDown = [] }: RedTwin): string {
  const statements = JSON.stringify({ beforeUp, afterUp, afterDown })
  // A mistake on one engine is none on another that it is compared with.
  const elsewhere = engine === 'postgres' ? `runner.connection.options.type !== 'postgres'` : 'false'
  return `
const { up, down } = ${type}.prototype
const added = ${statements}
const send = async (runner: QueryRunner, all: readonly string[]) => {
  if (${elsewhere}) return
  for (const sql of all) await runner.query(sql)
}
${type}.prototype.up = async (runner) => {
  await send(runner, added.beforeUp)
  await up(runner)
  await send(runner, added.afterUp)
}
${type}.prototype.down = async (runner) => {
  await down(runner)
  await send(runner, added.afterDown)
}
`
}

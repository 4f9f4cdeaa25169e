import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../../../..')
const FOLDER = join(ROOT, 'fixtures/golden/page')
const MADE_WITH = join(FOLDER, 'made-with.json')
/** Where the pictures of a failed comparison are put. */
const FAILED = 'reports/test/pictures'

/** What the pictures were made with. Other fonts give other pictures; another Chromium hardly ever. */
export interface MadeWith {
  readonly chromium: string
  readonly fonts: readonly string[]
}

/** The names of the pictures that are kept. */
export async function goldenNames(): Promise<readonly string[]> {
  const files = await readdir(FOLDER).catch(() => [])
  return files.filter((file) => file.endsWith('.png')).map((file) => file.replace(/\.png$/, ''))
}

export async function readGolden(name: string): Promise<Buffer> {
  return readFile(join(FOLDER, `${name}.png`))
}

export async function readMadeWith(): Promise<MadeWith> {
  return JSON.parse(await readFile(MADE_WITH, 'utf8')) as MadeWith
}

/** Keeps these pictures and no others. */
export async function keepGolden(pictures: ReadonlyMap<string, Buffer>, madeWith: MadeWith): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  for (const name of await goldenNames()) if (!pictures.has(name)) await rm(join(FOLDER, `${name}.png`))
  for (const [name, picture] of pictures) await writeFile(join(FOLDER, `${name}.png`), picture)
  await writeFile(MADE_WITH, `${JSON.stringify(madeWith, null, 2)}\n`)
}

/** Puts the pictures of a failed comparison where a person and a CI job find them. @returns the folder. */
export async function showFailure(name: string, pictures: Readonly<Record<string, Buffer>>): Promise<string> {
  await mkdir(join(ROOT, FAILED), { recursive: true })
  for (const [kind, picture] of Object.entries(pictures)) {
    await writeFile(join(ROOT, FAILED, `${name}.${kind}.png`), picture)
  }
  return FAILED
}

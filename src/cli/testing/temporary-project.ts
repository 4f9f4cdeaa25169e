import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const RUN_MAIN = fileURLToPath(new URL('./run-main.mjs', import.meta.url))

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What sees the output of a process, and how it can send it a signal. */
export type OnOutput = (text: string, kill: (signal: NodeJS.Signals) => void) => void

/** A project of its own, with a plan and step definitions, in which the command line can be run. */
export interface TemporaryProject extends AsyncDisposable {
  readonly folder: string
  /** Runs the command line in it. `onOutput` sees standard error as it comes, and may send a signal. */
  run(args: readonly string[], onOutput?: OnOutput, env?: Readonly<Record<string, string>>): Promise<Ended>
  /** Runs any script of node in it. */
  node(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>
  read(file: string): Promise<string>
  write(file: string, text: string): Promise<void>
  list(folder: string): Promise<readonly string[]>
}

/** Inside the project, so that step definitions find what they import; in the folder that git ignores. */
const PARENT = join(ROOT, '.cache', 'temporary-projects')

/** @param files Their texts, by path. */
export async function temporaryProject(files: Readonly<Record<string, string>>): Promise<TemporaryProject> {
  await mkdir(PARENT, { recursive: true })
  const folder = await mkdtemp(join(PARENT, 'project-'))
  for (const [path, text] of Object.entries({ 'ormconfig.ts': '', ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const node: TemporaryProject['node'] = (args, env = {}) => run(args, folder, env)
  return {
    folder,
    node,
    run: (args, onOutput, env = {}) => run([RUN_MAIN, ...args], folder, env, onOutput),
    read: (file) => readFile(join(folder, file), 'utf8'),
    write: (file, text) => writeFile(join(folder, file), text),
    list: async (path) => (existsSync(join(folder, path)) ? (await readdir(join(folder, path))).sort() : []),
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function run(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  onOutput: OnOutput = () => {},
): Promise<Ended> {
  // A test runner's own options would make a child report to it instead of doing its work.
  const {
    NODE_OPTIONS: _options,
    NODE_TEST_CONTEXT: _context,
    // Nor is it a workflow that the project runs in.
    GITHUB_ACTIONS: _github,
    // A server that the tests have is none that the project knows of.
    STAGEGATE_POSTGRES_URL: _server,
    STAGEGATE_POSTGRES_IMAGE: _image,
    ...surroundings
  } = process.env
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...surroundings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    onOutput(text, (signal) => child.kill(signal))
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}

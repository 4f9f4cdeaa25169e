import { readdir, readFile, readlink, stat } from 'node:fs/promises'

/** Who has a file open, as far as this system tells. */
export interface Holders {
  /** `4711 (python3)` */
  readonly processes: readonly string[]
  /** What could not be asked, one sentence each. */
  readonly unknown: readonly string[]
}

interface Process {
  readonly pid: number
  readonly state: 'holds' | 'does not' | 'may not be asked'
}

/**
 * Looks through the open files of all processes. SQLite itself does not tell: without a write-ahead log a connection
 * that is idle holds no lock. Processes of other containers and of other machines are not seen.
 * @param includingSelf whether this process may not have it open either
 */
export async function holdersOf(file: string, includingSelf: boolean): Promise<Holders> {
  if (process.platform !== 'linux') {
    const told = 'this system does not tell who has a file open: only locks were looked at'
    return { processes: [], unknown: [told] }
  }
  const { dev, ino } = await stat(file, { bigint: true })
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const asked = pids.filter((pid) => includingSelf || pid !== process.pid)
  const found: Process[] = []
  for (const pid of asked) found.push({ pid, state: await stateOf(pid, { dev, ino }) })
  const holding = found.filter(({ state }) => state === 'holds')
  return {
    processes: await Promise.all(holding.map(async ({ pid }) => `${pid} (${await nameOf(pid)})`)),
    unknown: found.some(({ state }) => state === 'may not be asked')
      ? [
          'processes of other users could not be asked whether they have it open: only their locks were looked at',
        ]
      : [],
  }
}

async function stateOf(pid: number, file: { readonly dev: bigint; readonly ino: bigint }) {
  const folder = `/proc/${pid}/fd`
  const open = await readdir(folder).catch((error: NodeJS.ErrnoException) => error)
  if (open instanceof Error)
    return open.code === 'EACCES' && (await isProgram(pid)) ? 'may not be asked' : 'does not'
  for (const name of open) {
    // What is no file has a name such as socket:[1]. It may be closed by the time that it is looked at.
    const path = await readlink(`${folder}/${name}`).catch(() => '')
    if (!path.startsWith('/')) continue
    const found = await stat(`${folder}/${name}`, { bigint: true }).catch(() => undefined)
    if (found?.ino === file.ino && found.dev === file.dev) return 'holds'
  }
  return 'does not'
}

/** A thread of the kernel has no command line, and opens no database. */
async function isProgram(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== ''
}

async function nameOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/comm`, 'utf8').then(
    (name) => name.trim().replace(/\p{Cc}/gu, '?'),
    () => 'gone by now',
  )
}

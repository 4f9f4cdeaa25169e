import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'

/** A process that writes to a database all the time. */
export interface RestlessWriter extends AsyncDisposable {
  readonly pid: number
  /** Lets it finish what it does, and tells how many transactions it has committed. Twice is once. */
  stop(): Promise<number>
  /** Kills it wherever it is, and leaves what it leaves. */
  kill(): Promise<void>
}

export interface AccountsOptions {
  readonly journal: 'wal' | 'delete'
  /** Each with 1000 to its name. */
  readonly accounts: number
  /** What every one of them takes beside that, so that a copy takes a while. */
  readonly bytesEach: number
}

/** What there is to see in a copy of the accounts. */
export interface AccountsSeen {
  /** The integrity check's first word: `ok`. */
  readonly integrity: string
  /** Of all balances: it never changes. */
  readonly total: number
  /** Accounts whose balance is not what the transfers to and from them make of it. */
  readonly wrong: number
  readonly transfers: number
}

const ROOT = resolve(import.meta.dirname, '../../../..')
const EACH = 1000

const SCHEMA = `
  CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER NOT NULL, ballast BLOB);
  CREATE TABLE transfer (id INTEGER PRIMARY KEY, giver INTEGER NOT NULL, taker INTEGER NOT NULL, amount INTEGER NOT NULL);
`

/** Makes a database of accounts between which amounts are transferred. */
export function makeAccounts(file: string, { journal, accounts, bytesEach }: AccountsOptions): void {
  const db = new Database(file)
  try {
    db.pragma(`journal_mode = ${journal}`)
    db.exec(SCHEMA)
    const insert = db.prepare('INSERT INTO account VALUES (?, ?, zeroblob(?))')
    db.transaction(() => {
      for (let id = 1; id <= accounts; id++) insert.run(id, EACH, bytesEach)
    })()
  } finally {
    db.close()
  }
}

/** Opens the file of accounts, and looks whether they are of one moment. */
export function seeAccounts(file: string): AccountsSeen {
  const db = new Database(file, { readonly: true })
  try {
    const pick = (sql: string) => db.prepare(sql).pluck().get()
    return {
      integrity: String(db.pragma('integrity_check', { simple: true })),
      total: Number(pick('SELECT sum(balance) FROM account')),
      transfers: Number(pick('SELECT count(*) FROM transfer')),
      wrong: Number(
        pick(`WITH moved AS (SELECT taker AS id, amount FROM transfer UNION ALL SELECT giver, -amount FROM transfer),
          due AS (SELECT id, ${EACH} + sum(amount) AS balance FROM moved GROUP BY id)
          SELECT count(*) FROM account LEFT JOIN due USING (id) WHERE account.balance <> coalesce(due.balance, ${EACH})`),
      ),
    }
  } finally {
    db.close()
  }
}

/** Plain JavaScript, so that it is up at once. Its transfers go on until its input ends. */
const WRITER = `
  import Database from 'better-sqlite3'
  const [file, pause] = process.argv.slice(-2)
  const db = new Database(file, { timeout: 60_000 })
  const accounts = db.prepare('SELECT count(*) FROM account').pluck().get()
  const move = db.prepare('UPDATE account SET balance = balance + ? WHERE id = ?')
  const note = db.prepare('INSERT INTO transfer (giver, taker, amount) VALUES (?, ?, ?)')
  const some = (most) => 1 + Math.floor(Math.random() * most)
  const transfer = db.transaction((giver, taker, amount) => {
    move.run(-amount, giver)
    note.run(giver, taker, amount)
    move.run(amount, taker)
  })
  let committed = 0
  let ended = false
  process.stdin.on('end', () => { ended = true }).resume()
  const next = () => {
    if (ended) {
      db.close()
      process.stdout.write(committed + '\\n')
      return
    }
    transfer.immediate(some(accounts), some(accounts), some(50))
    committed += 1
    if (committed === 1) process.stdout.write('begun\\n')
    Number(pause) === 0 ? setImmediate(next) : setTimeout(next, Number(pause))
  }
  next()
`

/**
 * Starts a process that transfers amounts between the accounts of a file, one transaction after the other; it has
 * committed the first when this resolves. Disposing of it kills it.
 * @param pause milliseconds between two transactions
 */
export async function restlessWriter(file: string, { pause = 0 } = {}): Promise<RestlessWriter> {
  // A test runner's own surroundings would make a child report to it instead of doing its work.
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', WRITER, '--', file, String(pause)],
    {
      cwd: ROOT,
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  let said = ''
  const exited = once(child, 'exit')
  const begun = new Promise<void>((finish, fail) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      finish()
    })
    child.once('error', fail).once('exit', () => fail(new Error('the writer ended before it had begun')))
  })
  await begun
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  return {
    pid: child.pid ?? 0,
    async stop() {
      child.stdin.end()
      await exited
      const committed = /^(\d+)$/m.exec(said)?.[1]
      if (committed === undefined)
        throw new Error(`the writer ended with ${child.exitCode} and said: ${said}`)
      return Number(committed)
    },
    kill,
    [Symbol.asyncDispose]: kill,
  }
}

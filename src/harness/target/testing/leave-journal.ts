import { execFileSync } from 'node:child_process'

const SCRIPT = `
  const db = new (require('better-sqlite3'))(process.argv[1])
  db.pragma('cache_size = 1')
  db.exec(process.argv[2])
  process.kill(process.pid, 'SIGKILL')`

/**
 * Has a process killed in the middle of a transaction, which has reached the file for a part: its journal stays.
 * @param sql begins the transaction, and changes more than a page or two
 */
export function leaveJournal(file: string, sql: string): void {
  try {
    execFileSync(process.execPath, ['-e', SCRIPT, file, sql])
  } catch (error) {
    if ((error as { readonly signal?: string }).signal === 'SIGKILL') return
    throw error
  }
  throw new Error('the process ended by itself')
}

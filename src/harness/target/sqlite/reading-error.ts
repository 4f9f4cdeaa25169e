import { existsSync } from 'node:fs'
import { type ErrorText, StagegateError } from '../../vocabulary/stagegate-error.ts'

type Text = Omit<ErrorText, 'where'>

const NO_PERMISSION: Text = {
  what: 'The database may not be read.',
  cause: 'The file or its folder belongs to another user.',
  next: 'Let this user read it (chmod, chown), or run as a user who may.',
}

const DAMAGED: Text = {
  what: 'The database is damaged: SQLite cannot read it.',
  cause: 'A plain copy of a file that was being written, or a copy that was broken off.',
  next: 'Take the copy again, by online backup: sqlite3 FILE ".backup COPY". PRAGMA integrity_check tells what is damaged.',
}

const FAILED: Text = {
  what: 'The disk did not give what is in the database.',
  cause: 'A faulty disk, or a network file system that was away.',
  next: 'Look at the system log, copy the file to a disk of this machine, and name that.',
}

const NOT_THERE: Text = {
  what: 'There is no such database.',
  cause: 'A misspelt name, a link to nowhere, or another working directory. Nothing was made in its place.',
  next: 'Name a file that is there, or the URL of a server: postgresql://user@host/database.',
}

/** By the code of the system or of SQLite. */
const TEXTS: Readonly<Record<string, Text>> = {
  ENOENT: NOT_THERE,
  ENOTDIR: NOT_THERE,
  ENAMETOOLONG: NOT_THERE,
  ELOOP: NOT_THERE,
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  SQLITE_PERM: NO_PERMISSION,
  SQLITE_AUTH: NO_PERMISSION,
  SQLITE_BUSY: {
    what: 'The database is locked, and stayed so.',
    cause: 'Another process is in the middle of writing it, or holds it exclusively.',
    next: 'Let that process finish (lsof FILE names it), then try again.',
  },
  SQLITE_READONLY: {
    what: 'A transaction was broken off in the middle of it, and opening the database to write would undo it.',
    cause:
      'A process was killed while it wrote; its -journal lies beside the file, and nothing is written there from here.',
    next: 'Copy the file and its -journal elsewhere, open that copy once with sqlite3 (.tables), and name it.',
  },
  SQLITE_NOTADB: {
    what: 'This is no SQLite database, or an encrypted one.',
    cause: 'Another kind of file, or a database that needs a key, such as one of SQLCipher.',
    next: 'Name a SQLite database; export an encrypted one without its key first.',
  },
  SQLITE_CORRUPT: DAMAGED,
  SQLITE_IOERR: FAILED,
  EIO: FAILED,
}

/** Why a file cannot be read, for people. What already is for people stays as it is. */
export function readingError(file: string, error: unknown): unknown {
  const code = codeOf(error)
  if (error instanceof StagegateError || code === undefined) return error
  const text = TEXTS[code] ?? {
    what: `The database cannot be read: ${(error as Error).message}.`,
    cause: existsSync(`${file}-wal`)
      ? 'It has a write-ahead log, whose -wal and -shm files this user may not read.'
      : 'The file or its folder may not be read, or the disk is failing.',
    next: 'Look at who may read the file, its folder, and what lies beside it.',
  }
  return new StagegateError({ ...text, where: file }, { cause: error })
}

/** The code of the system or of SQLite, of an error or of what caused it. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' && /^(SQLITE_|E[A-Z]+$)/.test(code) ? code : codeOf(error.cause)
}

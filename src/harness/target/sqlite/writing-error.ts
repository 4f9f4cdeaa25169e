import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type ErrorText, StagegateError } from '../../vocabulary/stagegate-error.ts'
import { codeOf, readingError } from './reading-error.ts'

type Text = Omit<ErrorText, 'where'>

const FULL: Text = {
  what: 'The disk is full: the copy was not finished, and what there was of it is gone.',
  cause: 'The copy needs as much as the database itself.',
  next: 'Make room there, or put the copies on another disk (STAGEGATE_CACHE names a folder for the ones of a run).',
}

const NOT_ALLOWED: Text = {
  what: 'The copy may not be written.',
  cause: 'The folder belongs to another user, or its file system is read-only.',
  next: 'Name a folder that this user may write to.',
}

const TEXTS: Readonly<Record<string, Text>> = {
  SQLITE_FULL: FULL,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: NOT_ALLOWED,
  SQLITE_READONLY: NOT_ALLOWED,
  SQLITE_CANTOPEN: NOT_ALLOWED,
  EEXIST: {
    what: 'There is a file already where the copy would be written.',
    cause: 'An earlier copy of the same name.',
    next: 'Name another file, or move that one away.',
  },
  ENOENT: {
    what: 'There is no folder for the copy.',
    cause: 'A misspelt name, or a folder that was removed.',
    next: 'Make the folder, or name another one.',
  },
}

/**
 * Why a copy cannot be written, for people. Out of what can only be said of the file that it is copied from, and is
 * given where that was being read, an error of reading is made.
 */
export function writingError(from: string | undefined, to: string, error: unknown): unknown {
  const code = codeOf(error)
  if (error instanceof StagegateError || code === undefined) return error
  // SQLite has a code of its own for a full disk, and not every call that meets one gives it.
  const text = code === 'SQLITE_IOERR' && isFull(to) ? FULL : TEXTS[code]
  if (text === undefined) return from === undefined ? error : readingError(from, error)
  return new StagegateError({ ...text, where: to }, { cause: error })
}

function isFull(file: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(file))
  return bavail * bsize < 2 ** 20
}

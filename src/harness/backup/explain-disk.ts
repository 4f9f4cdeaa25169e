import { StagegateError } from '../vocabulary/stagegate-error.ts'

const REASONS: Readonly<Record<string, readonly [what: string, next: string]>> = {
  ENOSPC: ['The disk is full.', 'Make room, or choose another folder. Nothing half-written is left.'],
  SQLITE_FULL: ['The disk is full.', 'Make room, or choose another folder. Nothing half-written is left.'],
  EDQUOT: ['The quota of the disk is used up.', 'Make room, or choose another folder.'],
  EACCES: [
    'There is no permission.',
    'Look whom the file and its folder belong to, and who may write there.',
  ],
  EPERM: ['There is no permission.', 'Look whom the file and its folder belong to, and who may write there.'],
  EROFS: ['The disk is mounted read-only.', 'Choose a folder that can be written.'],
  ENOENT: ['It is not there, or not any more.', 'Look whether the path is right.'],
  ENOTDIR: ['A part of the path is a file.', 'Look whether the path is right.'],
  EIO: ['The disk cannot be read or written.', 'Look at the log of the system: the disk may be failing.'],
  SQLITE_IOERR: [
    'The disk cannot be read or written.',
    'Look whether it is full, then at the log of the system.',
  ],
}

/** What the disk refused, for the person who can do something about it; anything else comes back as it is. */
export function explainDisk(error: unknown, doing: string, where: string): unknown {
  if (error instanceof StagegateError || !(error instanceof Error)) return error
  const code = codeOf(error)
  const known = code === undefined ? undefined : REASONS[code]
  if (known === undefined) return error
  const [what, next] = known
  return new StagegateError({ what: `${doing} failed. ${what}`, where, next }, { cause: error })
}

/** Of SQLite's extended codes the first two words: `SQLITE_IOERR_WRITE` is `SQLITE_IOERR`. */
function codeOf(error: Error): string | undefined {
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' ? code.replace(/^(SQLITE_[A-Z]+)_.*$/, '$1') : undefined
}

import { link, rename } from 'node:fs/promises'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { Backup } from '../backup.ts'
import { checkDisk } from '../check-disk.ts'
import { type Draft, openDraft } from '../draft.ts'
import type { Replaced, Replacement } from '../engine-backups.ts'
import { explainDisk } from '../explain-disk.ts'
import { fileChecksum } from '../file-checksum.ts'
import { flush } from '../flush.ts'
import { damaged } from '../read-backup.ts'
import { sweepDrafts } from '../sweep-drafts.ts'
import { checkRestored } from './check-restored.ts'
import { copyBackup, finishCopy } from './copy-backup.ts'
import { holdersOf } from './holders-of.ts'
import { inUse } from './in-use.ts'
import { lockFile } from './lock-file.ts'
import { type Place, placeOf } from './place-of.ts'
import { setJournalMode } from './set-journal-mode.ts'
import { takeLocked } from './take-locked.ts'

const READING_AND_WRITING = 0o666

/**
 * Replaces the file of a database by a backup. Until the new file is whole, verified and on the disk beside it nothing
 * happens to the old one; then one renaming puts the one in the place of the other. The old one is locked from the
 * beginning to the end, and nothing stands beside it any more when it goes.
 * @throws StagegateError; the database is as it was
 */
export async function replaceFile(named: string, replacement: Replacement): Promise<Replaced> {
  const place = await placeOf(named)
  try {
    await sweepDrafts(place.folder)
    await checkDisk([
      ...replacement.safetyNeeds,
      { folder: place.folder, bytes: replacement.backup.record.bytes },
    ])
    await using draft = await openDraft(place.folder)
    return place.owner === null
      ? await made(draft, place, replacement)
      : await swapped(draft, place, replacement)
  } catch (error) {
    throw explainDisk(error, 'Restoring', place.file)
  }
}

async function made(draft: Draft, place: Place, replacement: Replacement): Promise<Replaced> {
  await prepare(draft, place, replacement)
  replacement.signal?.throwIfAborted()
  // A link never replaces what somebody has put there meanwhile.
  await link(draft.file, place.file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? appeared(place.file) : error
  })
  await flush(place.folder)
  return { safetyCopy: null, unchecked: await checkRestored(place.file, replacement) }
}

async function swapped(draft: Draft, place: Place, replacement: Replacement): Promise<Replaced> {
  const { file, folder } = place
  // Once it is locked this process has it open itself.
  const unknown = await refuseHolders(file, true)
  const safetyCopy = await exchanged(draft, place, replacement)
  await flush(folder)
  return { safetyCopy, unchecked: [...unknown, ...(await checkRestored(file, replacement))] }
}

/** The lock ends with this, after the exchange. */
async function exchanged(draft: Draft, place: Place, replacement: Replacement): Promise<Backup> {
  const { file } = place
  await using lock = await lockFile(file)
  await prepare(draft, place, replacement)
  const mode = (place.owner?.mode ?? 0o600) & READING_AND_WRITING
  const safetyCopy = await replacement.keepSafe((copy) => takeLocked(lock.db, copy, mode, replacement))
  replacement.signal?.throwIfAborted()
  await lock.settle()
  await refuseHolders(file, false)
  await rename(draft.file, file)
  return safetyCopy
}

/** Writes the file that is to be put there, as it is to be in the end, and verifies it. */
async function prepare(draft: Draft, place: Place, replacement: Replacement): Promise<void> {
  const { backup } = replacement
  const { record } = backup
  await copyBackup(backup, draft.file, replacement)
  // What was written is read once more: byte for byte the file that was sound, and held what it had to, when it got its name.
  const { sha256 } = await fileChecksum(draft.file, replacement)
  if (sha256 !== record.sha256)
    throw damaged('its copy does not have the checksum that it has itself', backup.file)
  if (record.settings.journal_mode === 'wal') await setJournalMode(draft.file, 'wal')
  await finishCopy(draft.file, place)
}

async function refuseHolders(file: string, includingSelf: boolean): Promise<readonly string[]> {
  const { processes, unknown } = await holdersOf(file, includingSelf)
  if (processes.length > 0) throw inUse(file, processes)
  return unknown
}

function appeared(file: string): StagegateError {
  return new StagegateError({
    what: 'Somebody has made a database there meanwhile.',
    where: file,
    next: 'Restore again: then a safety copy is kept of it.',
  })
}

import { createHash, randomBytes } from 'node:crypto'

/** What a name on a server begins with. There is nothing else on a server that is ours. */
export const OURS = 'stagegate_'
export const STATE = 'stagegate_state_'
export const KEPT = 'stagegate_kept_'
/** Followed by the owner, in eight hexadecimal digits. */
export const OWNED = 'stagegate_run_'

/** What PostgreSQL lets a name be long, in bytes. */
const LONGEST = 63
const RANDOM_BYTES = 4
const KEY_SHOWN = 16

/** The database of a process, which is dropped when that is dead. @param owner eight hexadecimal digits */
export function ownedName(owner: string, label: string): string {
  return composed(`${OWNED}${owner}_`, label, randomDigits())
}

/** The database of a finished state. The same for everybody. */
export function stateName(label: string, key: string): string {
  return composed(STATE, label, key.slice(0, KEY_SHOWN))
}

/** The database of a finished state that goes with its owner. The same for everybody whom the owner has told the key. */
export function ownedStateName(owner: string, label: string, key: string): string {
  // A label may be cut off, and then be the same as another one.
  const hash = createHash('sha256').update(`${label}\0${key}`).digest('hex')
  return composed(`${OWNED}${owner}_`, `state-${label}`, hash.slice(0, 2 * RANDOM_BYTES))
}

/** A database that somebody asked to keep. */
export function keptName(label: string): string {
  return composed(KEPT, label, randomDigits())
}

/** Eight hexadecimal digits of 31 bits: as a number they are a key of an advisory lock. */
export function newOwner(): string {
  const number = randomBytes(RANDOM_BYTES).readUInt32BE() >>> 1
  return number.toString(16).padStart(8, '0')
}

function composed(prefix: string, label: string, end: string): string {
  const room = LONGEST - prefix.length - end.length - 1
  const plain = label.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, room)
  return `${prefix}${plain}_${end}`
}

function randomDigits(): string {
  return randomBytes(RANDOM_BYTES).toString('hex')
}

import { basename, extname } from 'node:path'
import { StagegateError } from '../vocabulary/stagegate-error.ts'

export interface NameParts {
  /** What it begins with: `clan_data`, `clan_data_before_restore`. */
  readonly label: string
  readonly at: Date
  /** Which one of that second, from 1. */
  readonly place: number
  /** `.db` */
  readonly ending: string
}

/** A file's name: `clan_data_20251222_180000.db`; of the second one in that second `clan_data_20251222_180000_2.db`. UTC. */
export function backupName({ label, at, place, ending }: NameParts): string {
  const [day = '', time = ''] = at.toISOString().replace(/\..*$/, '').replace(/[-:]/g, '').split('T')
  return `${label}_${day}_${time}${place === 1 ? '' : `_${place}`}${ending}`
}

/** @throws StagegateError for what cannot begin a file's name, or would be hidden */
export function checkLabel(label: string): void {
  if (/^[\p{L}\p{N}_][\p{L}\p{N}._ -]{0,99}$/u.test(label)) return
  throw new StagegateError({
    what: `A backup cannot be called "${label}".`,
    where: '--name',
    cause: 'A path where a name belongs, or a name that is empty.',
    next: 'Take letters, digits, dots, blanks, _ and -; the time and the ending are added. The folder is --folder.',
  })
}

const TIME = /_\d{8}_\d{6}(?:_\d+)?$/
const BEFORE = '_before_restore'

/** Of what is replaced by restoring the backup in this file: `clan_data_before_restore`. */
export function labelOfSafetyCopy(file: string): string {
  const label = basename(file, extname(file)).replace(TIME, '')
  return label.endsWith(BEFORE) ? label : `${label}${BEFORE}`
}

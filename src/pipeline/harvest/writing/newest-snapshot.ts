import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { orNull } from '../../analytics/or-null.ts'
import { readMoment } from '../../analytics/read-moment.ts'
import type { Queries } from './queries.ts'

/** From the index alone. */
const SQL = 'SELECT max(timestamp) AS newest FROM wom_snapshots WHERE username = ? AND timestamp <= ?'

const { to } = storedMoment('+00:00')

/**
 * When the newest snapshot of exactly this name was taken; null when there is none. One from the future, which somebody
 * with a wrong clock has stored, does not keep the name from being asked for.
 */
export async function newestSnapshot(db: Queries, username: string, now: Moment): Promise<Moment | null> {
  const [row]: readonly { readonly newest: unknown }[] = await db.query(SQL, [username, to(now)])
  return orNull(readMoment, row?.newest ?? null)
}

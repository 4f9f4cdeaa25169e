import type { Moment } from '../../../schema/values/moment.ts'
import { orNull } from '../../analytics/or-null.ts'
import { readMoment } from '../../analytics/read-moment.ts'
import type { Queries } from './queries.ts'

/** From the index alone. */
const SQL = 'SELECT max(timestamp) AS newest FROM wom_snapshots WHERE username = ?'

/** When the newest snapshot of exactly this name was taken; null when there is none. */
export async function newestSnapshot(db: Queries, username: string): Promise<Moment | null> {
  const [row]: readonly { readonly newest: unknown }[] = await db.query(SQL, [username])
  return orNull(readMoment, row?.newest ?? null)
}

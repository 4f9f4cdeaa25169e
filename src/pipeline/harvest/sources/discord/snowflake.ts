import { z } from 'zod'

/** What the database's column holds, and what Discord's ids keep to until the year 2084. */
const MOST = '9223372036854775807'

/** An id of Discord: a 64-bit integer as decimal text. */
export const snowflake = z.string().refine(isSnowflake, 'no id of 64 bits')

/** As text: what is checked here may be anything, and a BigInt cannot be made of everything. */
function isSnowflake(id: string): boolean {
  return /^(?:0|[1-9]\d{0,18})$/.test(id) && (id.length < MOST.length || id <= MOST)
}

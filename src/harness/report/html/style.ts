import { BASE_STYLE } from './style/base-style.ts'
import { GATE_STYLE } from './style/gate-style.ts'
import { MEDIA_STYLE } from './style/media-style.ts'
import { TABLE_STYLE } from './style/table-style.ts'
import { TIMING_STYLE } from './style/timing-style.ts'
import { VERDICT_STYLE } from './style/verdict-style.ts'

/** The page's one style sheet. It must not contain `</style`. */
export const STYLE = [BASE_STYLE, VERDICT_STYLE, TABLE_STYLE, GATE_STYLE, TIMING_STYLE, MEDIA_STYLE].join(
  '\n',
)

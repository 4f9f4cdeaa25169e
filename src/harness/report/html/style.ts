import { BASE_STYLE } from './style/base-style.ts'
import { CHART_STYLE } from './style/chart-style.ts'
import { GATE_STYLE } from './style/gate-style.ts'
import { MEDIA_STYLE } from './style/media-style.ts'
import { SCHEMA_STYLE } from './style/schema-style.ts'
import { SOURCE_STYLE } from './style/source-style.ts'
import { TABLE_STYLE } from './style/table-style.ts'
import { UNMATCHED_STYLE } from './style/unmatched-style.ts'
import { VERDICT_STYLE } from './style/verdict-style.ts'

/** The page's one style sheet. It must not contain `</style`. */
export const STYLE = [
  BASE_STYLE,
  VERDICT_STYLE,
  TABLE_STYLE,
  GATE_STYLE,
  SOURCE_STYLE,
  CHART_STYLE,
  SCHEMA_STYLE,
  UNMATCHED_STYLE,
  MEDIA_STYLE,
].join('\n')

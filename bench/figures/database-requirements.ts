import type { DatabaseMeasured } from './database-measured.ts'
import { memoryRequirement, type Requirement, timeRequirement, verdictRequirement } from './requirement.ts'

/** What is required, as multiples of the floor. */
const MOST_TIMES = { copy: 1.5, verdict: 20 } as const
const MEMORY_BELOW = 1.5e9

/** What is required of a real database. The times of backups are stated only. */
export function databaseRequirements({ copying, verdict, backup }: DatabaseMeasured): readonly Requirement[] {
  return [
    timeRequirement(
      'Copy of the database to rehearse on, over reading and writing its bytes',
      copying.rehearsed,
      MOST_TIMES.copy,
    ),
    timeRequirement(
      'Online backup that lasts, over a plain copy forced to the disk',
      copying.lasting,
      MOST_TIMES.copy,
    ),
    timeRequirement(
      'The whole verdict on the database, over migrations 4 to 6 by hand',
      verdict.pairs,
      MOST_TIMES.verdict,
    ),
    verdictRequirement('Verdict on the database', verdict.verdicts),
    memoryRequirement('Memory of that verdict, all processes', verdict.peakBytes, MEMORY_BELOW),
    memoryRequirement('Memory of backing the database up', backup.create.peakBytes, MEMORY_BELOW),
    memoryRequirement('Memory of restoring the backup', backup.restore.peakBytes, MEMORY_BELOW),
  ]
}

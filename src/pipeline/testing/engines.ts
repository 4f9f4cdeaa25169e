import { WITHOUT_POSTGRES } from '../../schema/testing/open-postgres.ts'

/** The engines by the names that people know them by. */
export type EngineName = 'SQLite' | 'PostgreSQL'

/** The engines that tests run on, and why those of one of them are skipped; false where they are not. */
export const ENGINES: readonly { readonly engine: EngineName; readonly skip: string | false }[] = [
  { engine: 'SQLite', skip: false },
  { engine: 'PostgreSQL', skip: WITHOUT_POSTGRES },
]

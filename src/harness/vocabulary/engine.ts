/** The database engines that a target can run on. */
export type Engine = 'sqlite' | 'postgres'

/** In the order in which reports show them. */
export const ENGINES: readonly Engine[] = ['sqlite', 'postgres']

/** The name that people know an engine by. */
export function engineName(engine: Engine): string {
  return { sqlite: 'SQLite', postgres: 'PostgreSQL' }[engine]
}

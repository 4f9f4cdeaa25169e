/** The database engines that a target can run on. */
export type Engine = 'sqlite' | 'postgres'

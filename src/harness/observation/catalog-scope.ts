/** Tables of the tools that migrate, TypeORM and Alembic, by their default names: they are no part of the schema under test. */
export const TOOL_TABLES: readonly string[] = ['migrations', 'typeorm_metadata', 'alembic_version']

/** Which tables an observation leaves out. */
export interface CatalogScope {
  /** Names; those of the tools that migrate by default. */
  readonly leaveOut?: readonly string[]
}

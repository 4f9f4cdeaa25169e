/** TypeORM's own tables, by their default names: they are no part of the schema under test. */
export const ORM_TABLES: readonly string[] = ['migrations', 'typeorm_metadata']

/** Which tables an observation leaves out. */
export interface CatalogScope {
  /** Names; TypeORM's own by default. */
  readonly leaveOut?: readonly string[]
}

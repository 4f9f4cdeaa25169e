import type { DataSource, EntityManager } from 'typeorm'

/** What statements are sent through: a data source, or one transaction of it. */
export type Queries = DataSource | EntityManager

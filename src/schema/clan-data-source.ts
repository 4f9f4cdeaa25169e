import {
  type ColumnType,
  DataSource,
  type DataSourceOptions,
  type ObjectLiteral,
  type QueryRunner,
} from 'typeorm'
import { makeIntegersExact } from './exact-integers.ts'
import { numberPlaceholders } from './postgres/placeholders.ts'
import { type PostgresOptions, withSession } from './postgres/session-options.ts'
import { typeOfWord } from './postgres/types.ts'
import { isExact } from './values/exact-transformer.ts'

type SqliteOptions = Extract<DataSourceOptions, { readonly type: 'better-sqlite3' }>

/** The options of either engine's driver. How a connection of SQLite is prepared is not one of them. */
export type ClanDataSourceOptions = Omit<SqliteOptions, 'prepareDatabase'> | PostgresOptions

/** The words for types in entities that PostgreSQL does not know, or knows as something else. */
const SQLITE_WORDS: readonly unknown[] = ['datetime', 'integer']

/** A migration that cannot be in a transaction on one of the engines: it says which. */
interface PlacedMigration {
  readonly outsideTransactionOn?: DataSourceOptions['type']
  transaction?: boolean
}

/**
 * A data source on the clan's database, of either engine, that gives every value as it is stored and stores it as it is
 * given: integers exactly, moments as text. Both engines take the same entities, migrations and `?` placeholders.
 *
 * TypeORM converts `datetime` values itself, in four places (writing, reading, comparing before an update, parameters),
 * always to milliseconds and without a zone. It does so by the type in a column's metadata. Here a column with an exact
 * transformer stands in the metadata as `text`, which TypeORM leaves alone everywhere, and is `datetime` only where the
 * type is compared with the database's or written into a definition.
 */
export class ClanDataSource extends DataSource {
  /** The types, as their entities declare them, of the columns that TypeORM takes for text. */
  private readonly declaredTypes = new WeakMap<object, ColumnType>()

  constructor(options: ClanDataSourceOptions) {
    super(
      options.type === 'postgres' ? withSession(options) : { ...options, prepareDatabase: makeIntegersExact },
    )
    const normalizeType = this.driver.normalizeType.bind(this.driver)
    this.driver.normalizeType = (column) => {
      const declared = this.declaredTypes.get(column) ?? column.type ?? ''
      if (options.type === 'postgres' && SQLITE_WORDS.includes(declared)) return typeOfWord(String(declared))
      return normalizeType({ ...column, type: declared })
    }
  }

  /** Every query of the product goes through here, that of an entity manager, too. TypeORM's own are numbered already. */
  override query(sql: string, parameters?: unknown[] | ObjectLiteral, runner?: QueryRunner) {
    const numbered = this.options.type === 'postgres' ? numberPlaceholders(sql) : sql
    return super.query(numbered, parameters, runner)
  }

  protected override async buildMetadatas(): Promise<void> {
    await super.buildMetadatas()
    for (const column of this.entityMetadatas.flatMap((entity) => entity.columns)) {
      if (!isExact(column.transformer)) continue
      this.declaredTypes.set(column, column.type)
      column.type = 'text'
    }
    this.placeMigrations()
  }

  /** In the mode `all`, TypeORM refuses migrations that decide for themselves; they can be in a transaction then. */
  private placeMigrations(): void {
    const { type, migrationsTransactionMode } = this.options
    if (migrationsTransactionMode === 'all') return
    for (const migration of this.migrations as readonly PlacedMigration[]) {
      if (migration.outsideTransactionOn === type) migration.transaction = false
    }
  }
}

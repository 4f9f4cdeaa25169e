import { type ColumnType, DataSource, type DataSourceOptions } from 'typeorm'
import { makeIntegersExact } from './exact-integers.ts'
import { isExact } from './values/exact-transformer.ts'

/** The options of better-sqlite3. How a connection is prepared is not one of them: integers are always read exactly. */
export type ClanDataSourceOptions = Omit<
  Extract<DataSourceOptions, { readonly type: 'better-sqlite3' }>,
  'prepareDatabase'
>

/**
 * A data source on the clan's database that gives every value as it is stored and stores it as it is given.
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
    super({ ...options, prepareDatabase: makeIntegersExact })
    const normalizeType = this.driver.normalizeType.bind(this.driver)
    this.driver.normalizeType = (column) =>
      normalizeType({ ...column, type: this.declaredTypes.get(column) ?? column.type ?? '' })
  }

  protected override async buildMetadatas(): Promise<void> {
    await super.buildMetadatas()
    for (const column of this.entityMetadatas.flatMap((entity) => entity.columns)) {
      if (!isExact(column.transformer)) continue
      this.declaredTypes.set(column, column.type)
      column.type = 'text'
    }
  }
}

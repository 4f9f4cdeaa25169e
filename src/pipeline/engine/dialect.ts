/**
 * What differs by engine in what the product asks and writes: pieces of statements that mean the same on every engine,
 * and what a column can hold. Everything else is the same text for all. Values come and go as on SQLite: what a
 * connection has to do for that is the business of `ClanDataSource`.
 */
export interface Dialect {
  /** The values of all rows as one list in JSON, in the order of the rows; `[]` of no row. */
  list(value: string): string
  /** A column's moment as text that is read without a calculation: `2025-12-22 15:00:00.000000`, with a zone or not. */
  moment(column: string): string
  /** The hour in UTC that a column's moment lies in: `2025-12-22 15`. */
  hour(column: string): string
  /** What a column is ordered by so that its texts are in the order of their bytes. */
  bytes(column: string): string
  /** The members' ids as `member`, in their order, which is also that of the indexes which are sought by them. */
  readonly members: string
  /** A parameter that is a list of whole numbers in JSON, as rows with the column `value`. */
  given(name: string): string
  /**
   * With each row of `from` the rows of a table that the condition lets through, as `FROM` has them. Both are read in
   * this order, and the table by an index, whatever the engine's statistics say of the tables' sizes.
   * @param where a condition on the row, by the name `as`; it begins with `WHERE`.
   */
  withEach(from: string, table: string, as: string, where: string): string
  /**
   * Likewise the rows that a range of an index has, and of these those that the filter lets through.
   * @param range a condition on the columns of one index, by the name `own`.
   * @param filter a condition on the row, by the name `as`.
   */
  withRange(from: string, table: string, as: string, range: string, filter?: string): string
  /**
   * Adds a member to a schema where members have ids; parameters are name, role, joining and updating. The id is the one
   * after the largest that there ever was: one that was taken back with its transaction is not used up.
   */
  readonly insertMember: string
  /** Where it is not done by adding members: has those whom others add come after the largest id. */
  readonly settleIds: string | null
  /** A text as a column can hold it, which is what is read again. */
  storable(text: string): string
}

/** What the first bytes of a SQLite file say of it. See https://www.sqlite.org/fileformat2.html#the_database_header */
export interface FileHeader {
  readonly pageBytes: number
  /** The newest of the two versions of the file format that it asks for: 1 is with a rollback journal, 2 with a log. */
  readonly fileFormat: number
  readonly schemaFormat: number
  /** The size of the database; undefined where a version of SQLite before 3.7.0 wrote last, which did not keep it. */
  readonly pages: number | undefined
}

const MAGIC = 'SQLite format 3\0'
const LENGTH = 100

/** @returns undefined where it is no SQLite file; `cut` where it ends within its header */
export function readFileHeader(beginning: Buffer): FileHeader | 'cut' | undefined {
  if (!beginning.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC))) return undefined
  if (beginning.length < LENGTH) return 'cut'
  const pageBytes = beginning.readUInt16BE(16)
  const sizeIsKept = beginning.readUInt32BE(24) === beginning.readUInt32BE(92)
  return {
    // Two bytes have no room for the largest of them.
    pageBytes: pageBytes === 1 ? 65536 : pageBytes,
    fileFormat: Math.max(beginning.readUInt8(18), beginning.readUInt8(19)),
    schemaFormat: beginning.readUInt32BE(44),
    pages: sizeIsKept ? beginning.readUInt32BE(28) : undefined,
  }
}

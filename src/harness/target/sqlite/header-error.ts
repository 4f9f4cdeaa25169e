import { type ErrorText, StagegateError } from '../../vocabulary/stagegate-error.ts'
import { readFileHeader } from './file-header.ts'

type Text = Omit<ErrorText, 'where'>

/** The newest that SQLite knows, of files and of schemas. */
const FILE_FORMAT = 2
const SCHEMA_FORMAT = 4

/** Bits a byte, from where on bytes are noise: encrypted pages have more than 7.5, a database less than 6. */
const NOISE = 7.2
/** Too few bytes have no say in it. */
const SAMPLE = 1024

const EMPTY: Text = {
  what: 'The file is empty.',
  cause: 'A misspelt name that sqlite3 made a file for, or a copy or download that was broken off.',
  next: 'Name the database itself, or copy it again.',
}

const ENCRYPTED: Text = {
  what: 'The file is encrypted, or no database: it is noise from its first byte on.',
  cause: 'A database of SQLCipher or of the like, which needs its key.',
  next: 'Export it without the key first (SQLCipher: sqlcipher_export), and name what comes out.',
}

const COMPRESSED: Text = {
  what: 'The file is compressed.',
  cause: 'A backup or a download that is not unpacked yet.',
  next: 'Unpack it, and name what is in it.',
}

const NO_DATABASE: Text = {
  what: 'This is no SQLite database: it does not begin as one.',
  cause: 'Another kind of file, such as a dump as SQL text.',
  next: 'Name a database. Out of a dump sqlite3 makes one: sqlite3 clan_data.db < dump.sql.',
}

/** How compressed files begin: gzip, zip, Zstandard, xz, bzip2. In hexadecimal digits. */
const COMPRESSIONS = ['1f8b', '504b0304', '28b52ffd', 'fd377a585a', '425a68']

/** @param beginning its first bytes, 4096 or all of them */
export function headerError(named: string, beginning: Buffer): StagegateError | undefined {
  const text = textFor(beginning)
  return text === undefined ? undefined : new StagegateError({ ...text, where: named })
}

/** For a file that ends before it should. */
export function truncated(where: string, bytes: number, expected: string): StagegateError {
  return new StagegateError({
    what: `The database is cut off: it has ${bytes} bytes, and ${expected}.`,
    where,
    cause: 'A copy or a download that was broken off, or a disk that was full.',
    next: 'Copy it again, and compare the sizes.',
  })
}

function textFor(beginning: Buffer): Text | undefined {
  if (beginning.length === 0) return EMPTY
  const header = readFileHeader(beginning)
  if (header === undefined) return otherKind(beginning)
  if (header === 'cut') return truncated('', beginning.length, 'its header alone takes 100').text
  const { pageBytes, fileFormat, schemaFormat } = header
  if (fileFormat > FILE_FORMAT) return newer(`file format ${fileFormat}`, FILE_FORMAT)
  if (schemaFormat > SCHEMA_FORMAT) return newer(`schema format ${schemaFormat}`, SCHEMA_FORMAT)
  const isPowerOfTwo = (pageBytes & (pageBytes - 1)) === 0
  return pageBytes >= 512 && isPowerOfTwo ? undefined : damagedHeader(pageBytes)
}

function otherKind(beginning: Buffer): Text {
  const hexadecimal = beginning.subarray(0, 8).toString('hex')
  if (COMPRESSIONS.some((start) => hexadecimal.startsWith(start))) return COMPRESSED
  return beginning.length >= SAMPLE && entropy(beginning) > NOISE ? ENCRYPTED : NO_DATABASE
}

function newer(what: string, known: number): Text {
  return {
    what: `The database has ${what}; SQLite here reads them up to ${known}.`,
    cause: 'A later version of SQLite wrote it, or its header is damaged.',
    next: 'Update Stagegate, or dump it with the program that wrote it and load the dump with sqlite3.',
  }
}

function damagedHeader(pageBytes: number): Text {
  return {
    what: `The header of the database is damaged: there are no pages of ${pageBytes} bytes.`,
    cause: 'Something else wrote to the file, or its disk lost writes.',
    next: 'Name another copy of it.',
  }
}

/** Shannon's, of bytes: 0 where all are the same, 8 where all are equally frequent. */
function entropy(bytes: Buffer): number {
  const counts = new Map<number, number>()
  for (const byte of bytes) counts.set(byte, (counts.get(byte) ?? 0) + 1)
  return [...counts.values()]
    .map((count) => count / bytes.length)
    .reduce((sum, share) => sum - share * Math.log2(share), 0)
}

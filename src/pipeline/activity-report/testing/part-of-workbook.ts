import { inflateRawSync } from 'node:zlib'

/**
 * One file's text out of a workbook, which is a zip archive: found in the directory at its end, by the format's own
 * layout (APPNOTE 4.3.12 and 4.3.16). For archives without a comment, whose files are all deflated.
 * @throws Error when there is no such file.
 */
export function partOfWorkbook(workbook: Uint8Array, path: string): string {
  const bytes = Buffer.from(workbook)
  const end = bytes.length - 22
  let entry = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameEnd = entry + 46 + bytes.readUInt16LE(entry + 28)
    if (bytes.toString('utf8', entry + 46, nameEnd) === path) {
      const header = bytes.readUInt32LE(entry + 42)
      const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
      return inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(entry + 20))).toString('utf8')
    }
    entry = nameEnd + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32)
  }
  throw new Error(`The workbook has no ${path}`)
}

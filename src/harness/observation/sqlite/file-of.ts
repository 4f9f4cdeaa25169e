import type { Address } from '../../target/address.ts'

/** The file that an address of SQLite names. @throws Error for the address of another engine. */
export function fileOf(address: Address): string {
  if (address.engine === 'sqlite') return address.file
  throw new Error(`SQLite was given a database of ${address.engine}.`)
}

import type { Address } from '../address.ts'

/** The file that an address of SQLite names. @throws Error for the address of another engine. */
export function fileOf(address: Address): string {
  if (address.engine === 'sqlite') return address.file
  throw new Error(`a database on ${address.engine} cannot be copied to a file`)
}

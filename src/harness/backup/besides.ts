/** What stands beside a backup. */
export interface Besides {
  readonly record: string
  /** In the format of `sha256sum -c`. */
  readonly checksum: string
}

/** The files that belong to a backup's file. */
export function besides(file: string): Besides {
  return { record: `${file}.json`, checksum: `${file}.sha256` }
}

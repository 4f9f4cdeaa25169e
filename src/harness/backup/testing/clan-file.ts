import Database from 'better-sqlite3'

const CLAN = `
  CREATE TABLE clan_members (username VARCHAR PRIMARY KEY, role VARCHAR);
  CREATE TABLE wom_snapshots (id INTEGER PRIMARY KEY, username VARCHAR, hours FLOAT, raw_data BLOB);
  CREATE INDEX ix_wom_snapshots_username ON wom_snapshots (username);
  CREATE TABLE by_hand (note TEXT);
  CREATE TABLE migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, "timestamp" bigint NOT NULL, name varchar NOT NULL);
  INSERT INTO migrations ("timestamp", name) VALUES (1765832858000, 'InitialSchema1765832858000'), (1766365200000, 'DedupSnapshots1766365200000');
  INSERT INTO clan_members VALUES ('Jo_hn', 'owner'), ('1 o 3', NULL), (NULL, 'nobody');
  INSERT INTO by_hand VALUES ('same'), ('same'), (NULL);
`

export interface ClanOptions {
  readonly journal?: 'wal' | 'delete'
  readonly snapshots?: number
  /** Of raw data a snapshot. */
  readonly bytesEach?: number
}

/** A small database with everything that makes rows hard to compare: no key, keys that are NULL, floats, blobs. */
export function makeClan(
  file: string,
  { journal = 'delete', snapshots = 300, bytesEach = 100 }: ClanOptions = {},
): void {
  const db = new Database(file)
  try {
    db.pragma(`journal_mode = ${journal}`)
    db.exec(CLAN)
    const insert = db.prepare('INSERT INTO wom_snapshots VALUES (?, ?, ?, randomblob(?))')
    db.transaction(() => {
      for (let id = 1; id <= snapshots; id += 1) insert.run(id, `member ${id % 7}`, id * 0.1, bytesEach)
    })()
  } finally {
    db.close()
  }
}

/** Runs statements on a database and closes it. */
export function change(file: string, sql: string): void {
  const db = new Database(file)
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}

/** The first column of the first row. */
export function pick(file: string, sql: string): unknown {
  const db = new Database(file)
  try {
    return db.prepare(sql).pluck().get()
  } finally {
    db.close()
  }
}

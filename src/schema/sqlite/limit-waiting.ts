import type { QueryRunner } from 'typeorm'

/** SQLite has one writer, who waits as long as the connection's options say. */
export async function limitWaiting(_runner: QueryRunner): Promise<void> {}

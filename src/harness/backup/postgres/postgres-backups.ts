import type { EngineBackups } from '../engine-backups.ts'

// Stands here until PostgreSQL's half is written.
const missing = () => Promise.reject(new Error('backups of PostgreSQL are being written'))

export const postgresBackups: EngineBackups = {
  engine: 'postgres',
  ending: '.dump',
  look: missing,
  take: missing,
  check: missing,
  replace: missing,
}

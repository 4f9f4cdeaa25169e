/**
 * The source of a new migration. Until it is written it fails: one that did nothing would go through, and its gates
 * would hold for nothing.
 */
export function migrationSource(name: string, timestamp: number): string {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm'
import { limitWaiting } from '../operations/limit-waiting.ts'

/** What it changes, and what for. */
export class ${name}${timestamp} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    throw new Error('${name} is not written yet: write its up in src/schema/migrations')
  }

  async down(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    throw new Error('${name} is not written yet: write its down in src/schema/migrations')
  }
}
`
}

import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import { anonymousStep } from './anonymous-step.ts'

const STEP: MigrationStep = {
  ...{ migration: 'M', direction: 'up', milliseconds: 1, statements: 2, bytesBefore: 3, bytesAfter: 4 },
  slowest: [{ sql: `UPDATE "t" SET "a" = 'Bob'`, calls: 1, milliseconds: 1, rows: 1 }],
  locks: [{ table: 't', closes: 'readers', mode: 'ACCESS EXCLUSIVE', milliseconds: 1, waiting: 0 }],
}

describe('anonymousStep', () => {
  it('leaves values out of statements and of what failed, and nothing else', () => {
    const slowest = [{ sql: `UPDATE "t" SET "a" = '…'`, calls: 1, milliseconds: 1, rows: 1 }]
    expect(anonymousStep(STEP)).to.deep.equal({ ...STEP, slowest })
    expect(anonymousStep({ ...STEP, failure: { message: 'the first: "Bob" (no id).' } })).to.deep.equal({
      ...{ ...STEP, slowest },
      failure: { message: 'the first: … (no id).' },
    })
  })
})

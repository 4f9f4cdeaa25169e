import { describe, it } from 'node:test'
import { expect } from 'chai'
import { checkMigrationName, kebabCase } from './migration-name.ts'

const project = { migrations: [{ name: 'NormalizeUserIds', timestamp: 1766426400000 }] }

describe('the name of a migration', () => {
  for (const name of ['AddRank', 'A1b', 'AddXPToMembers', 'Ab'])
    it(`may be ${name}`, () => {
      expect(() => checkMigrationName(name, project)).not.to.throw()
    })

  const bad = [
    '',
    'addRank',
    'Add-Rank',
    'Add_Rank',
    'ADD',
    '1Add',
    'Add Rank',
    '../Add',
    'Ädd',
    `A${'b'.repeat(80)}`,
  ]
  for (const name of bad)
    it(`may not be "${name}"`, () => {
      expect(() => checkMigrationName(name, project)).to.throw('is no name for a migration')
    })

  for (const name of ['NormalizeUserIds', 'NormalizeUserIDs'])
    it(`may not be ${name}, which is taken: file names and people do not tell case apart`, () => {
      const taken = 'There is a migration called NormalizeUserIds already.'
      expect(() => checkMigrationName(name, project)).to.throw(taken)
    })

  const files = { AddMissingIndexes: 'add-missing-indexes', AddXPToMembers: 'add-xp-to-members', A1b: 'a1b' }
  for (const [name, file] of Object.entries(files))
    it(`makes files called ${file}`, () => {
      expect(kebabCase(name)).to.equal(file)
    })
})

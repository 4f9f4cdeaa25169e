import { execFileSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { reproducingCommand } from './reproducing-command.ts'

const PLAIN = {
  profile: 'staging',
  rawDataBytes: null,
  tags: null,
  paths: [],
  dataSource: 'ormconfig.ts',
  strict: false,
  parallel: 1,
}

describe('the command that reproduces a run', () => {
  it('says no more than it has to', () => {
    expect(reproducingCommand(PLAIN)).to.equal('npx stagegate verify --profile staging')
  })

  it('comes out of a shell as it went in', () => {
    const command = reproducingCommand({
      ...PLAIN,
      rawDataBytes: 10,
      tags: `@a and not (@b or @it's$HOME)`,
      strict: true,
      parallel: 2,
      dataSource: 'my config.ts',
      paths: ['-odd.feature', 'features/`ls`;.feature', ''],
    })
    const words = execFileSync('sh', ['-c', command.replace(/^npx stagegate/, `printf '%s\\n'`)], {
      encoding: 'utf8',
    })
    expect(words.split('\n').slice(0, -1)).to.deep.equal([
      'verify',
      '--profile',
      'staging',
      '--raw-data-bytes',
      '10',
      '--tags',
      `@a and not (@b or @it's$HOME)`,
      '--strict',
      '--parallel',
      '2',
      '--data-source',
      'my config.ts',
      '--',
      '-odd.feature',
      'features/`ls`;.feature',
      '',
    ])
  })
})

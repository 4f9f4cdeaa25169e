import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { localTools } from './local-tools.ts'

/** A folder with programs that say that they are of a version. */
async function folderOf(
  parent: string,
  name: string,
  ...versions: readonly [string, string]
): Promise<string> {
  const folder = join(parent, name)
  await mkdir(folder)
  for (const [at, tool] of ['pg_dump', 'pg_restore'].entries()) {
    const file = join(folder, tool)
    await writeFile(file, `#!/bin/sh\necho "${tool} (PostgreSQL) ${versions[at]}"\n`)
    await chmod(file, 0o755)
  }
  return folder
}

describe('localTools', () => {
  // None of these versions is on any machine.
  const least = 9_000
  it('takes the oldest tools that are not older than the one server nor newer than the other', async () => {
    await using place = await temporaryFolder()
    const parent = place.path
    const folders = [
      await folderOf(parent, 'old', '8999.9', '8999.9'),
      await folderOf(parent, 'newest', '9005.1', '9005.1'),
      await folderOf(parent, 'newer', '9002beta1', '9002beta1'),
      await folderOf(parent, 'mixed', '9001.4 (Debian 9001.4-0+deb12u1)', '8999.1'),
    ]
    const env = { PATH: [...folders, join(parent, 'nothing')].join(':') }
    expect((await localTools({ least, most: 9_010 }, env))?.location).to.equal(folders[2])
    expect((await localTools({ least: 9_003 }, env))?.major).to.equal(9_005)
    expect(await localTools({ least, most: 9_001 }, env)).to.equal(undefined)
  })

  it('takes the folder that is named, or says why not', async () => {
    await using place = await temporaryFolder()
    const named = await folderOf(place.path, 'named', '9001.1', '9001.1')
    const env = {
      PATH: await folderOf(place.path, 'path', '9000.1', '9000.1'),
      STAGEGATE_POSTGRES_BIN: named,
    }
    expect((await localTools({ least }, env))?.location).to.equal(named)
    const error = await localTools({ least: 9_002, most: 9_003 }, env).catch((caught) => caught)
    expect(error).to.be.instanceOf(StagegateError)
    expect(error.message).to.contain('has those of PostgreSQL 9001; needed are those of 9002 to 9003')
    const empty = await localTools({ least }, { STAGEGATE_POSTGRES_BIN: place.path }).catch(
      (caught) => caught,
    )
    expect(empty.message).to.contain('has no pg_dump and pg_restore')
  })

  it('gives a tool its address and its password in its environment, and to nobody else', async () => {
    await using place = await temporaryFolder()
    const folder = await folderOf(place.path, 'bin', '9000.1', '9000.1')
    const program = `#!/bin/sh
      case "$1" in --version) echo "(PostgreSQL) 9000.1";; *)
        echo "$@"; echo "$PGHOST $PGPORT $PGUSER $PGDATABASE $PGPASSWORD $PGOPTIONS$PGSERVICE"; cat; echo broken >&2; exit 3;; esac`
    await writeFile(join(folder, 'pg_dump'), program)
    const tools = await localTools(
      { least },
      { ...process.env, STAGEGATE_POSTGRES_BIN: folder, PGSERVICE: 'other' },
    )
    const address = {
      ...{ engine: 'postgres' as const, host: 'h', port: 7, user: 'u', password: 'p w', database: 'd=e' },
    }
    const running = await tools?.start({ tool: 'pg_dump', args: ['-a'], address, settings: { jit: 'off' } })
    running?.stdin.end('input')
    const said = await running?.stdout
      .setEncoding('utf8')
      .reduce((all: string, part: string) => all + part, '')
    expect(said).to.equal('-a\nh 7 u d=e p w -c jit=off\ninput')
    expect(await running?.ended).to.deep.equal({ code: 3, complaints: 'broken\n' })
  })

  it('ends a tool, and waits for that', async () => {
    await using place = await temporaryFolder()
    const folder = await folderOf(place.path, 'bin', '9000.1', '9000.1')
    const program = '#!/bin/sh\ncase "$1" in --version) echo "(PostgreSQL) 9000.1";; *) exec sleep 60;; esac'
    await writeFile(join(folder, 'pg_dump'), program)
    const tools = await localTools({ least }, { ...process.env, STAGEGATE_POSTGRES_BIN: folder })
    const running = await tools?.start({ tool: 'pg_dump', args: [] })
    await running?.stop()
    expect((await running?.ended)?.code).to.equal(null)
  })
})

import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { openSnapshot } from '../copying/open-snapshot.ts'
import { transfer } from '../copying/transfer.ts'
import { rowsOf, testServer } from '../testing/needs-postgres.ts'
import { temporarySource } from '../testing/temporary-source.ts'
import { containerTools } from './container-tools.ts'
import type { PostgresTools } from './postgres-tools.ts'

const needsBoth = {
  skip:
    process.env.DOCKER_HOST && process.env.STAGEGATE_POSTGRES_IMAGE && process.env.STAGEGATE_POSTGRES_URL
      ? false
      : 'needs a container engine and a server: set DOCKER_HOST, STAGEGATE_POSTGRES_IMAGE, STAGEGATE_POSTGRES_URL',
  timeout: 180_000,
}

async function tools(): Promise<PostgresTools> {
  const found = await containerTools({ least: 15 })
  if (found === undefined) throw new Error('the image has no tools')
  return found
}

describe('containerTools', needsBoth, () => {
  it('dumps and restores through the network of the host', async () => {
    await using source = await temporarySource(
      `CREATE TABLE t AS SELECT n, repeat(md5(n::text), 10) AS text FROM generate_series(1, 20000) AS n`,
    )
    await using copy = await temporarySource('')
    await using snapshot = await openSnapshot(source.address)
    const { start, location } = await tools()
    expect(location).to.equal(process.env.STAGEGATE_POSTGRES_IMAGE)
    const dump = await start({
      ...{ tool: 'pg_dump', address: source.address },
      args: ['--format=custom', `--snapshot=${snapshot.id}`],
    })
    const args = ['--exit-on-error', `--dbname=${copy.address.database}`]
    const restore = await start({ tool: 'pg_restore', args, address: copy.address })
    expect(await transfer(dump, restore)).to.deep.include({ failed: undefined })
    expect(await rowsOf(copy.address, 'SELECT count(*)::int AS rows FROM t')).to.deep.equal([
      { rows: 20_000 },
    ])
  })

  it('tells how a tool ended and what it said, and leaves no container', async () => {
    const { start } = await tools()
    const address = { ...testServer(), password: 'a-wrong-secret' }
    const failing = await start({ tool: 'pg_dump', args: [], address })
    failing.stdin.end()
    expect(await text(failing.stdout)).to.equal('')
    const { code, complaints } = await failing.ended
    expect(code).to.equal(1)
    expect(complaints).to.contain('password authentication failed').and.not.to.contain('a-wrong-secret')
    const waiting = await start({ tool: 'pg_restore', args: ['--list'] })
    await waiting.stop()
    const { getContainerRuntimeClient } = await import('testcontainers')
    const { container } = await getContainerRuntimeClient()
    const filters = { label: [`stagegate.process=${process.pid}`] }
    expect(await container.dockerode.listContainers({ all: true, filters })).to.deep.equal([])
  })
})

import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { killedProcess } from '../testing/killed-process.ts'
import { parseUrl } from './parse-url.ts'
import { startServer } from './start-server.ts'
import { rowsOf } from './testing/needs-postgres.ts'

const needsEngine = {
  skip: process.env.DOCKER_HOST ? false : 'needs a container engine: set DOCKER_HOST',
  timeout: 180_000,
}

/** The containers that processes of ours have left or are using, by what their labels say of the process. */
async function processesWithContainers(): Promise<readonly number[]> {
  const { getContainerRuntimeClient } = await import('testcontainers')
  const { container } = await getContainerRuntimeClient()
  const filters = { label: ['stagegate.run'] }
  const found = await container.dockerode.listContainers({ all: true, filters })
  return found.map(({ Labels }) => Number(Labels['stagegate.process']))
}

describe('startServer', needsEngine, () => {
  it('starts a server that is fit for rehearsals, says nothing of its password, and leaves nothing', async () => {
    const told: string[] = []
    {
      await using server = await startServer({ onProgress: ({ what, done }) => told.push(`${done} ${what}`) })
      const address = parseUrl(server.url)
      expect(address.password).to.have.length.greaterThan(20)
      expect(server.location).to.equal(`postgresql://postgres@${address.host}:${address.port}/postgres`)
      expect(server.version).to.match(/^\d+\.\d+$/)
      expect(server.startupMilliseconds).to.be.greaterThan(0)
      const settings = await rowsOf(
        address,
        `SELECT current_setting('fsync') AS fsync, current_setting('max_connections') AS connections`,
      )
      expect(settings).to.deep.equal([{ fsync: 'off', connections: '200' }])
      expect(await processesWithContainers()).to.include(process.pid)
    }
    expect(await processesWithContainers()).not.to.include(process.pid)
    expect(told.map((line) => line.slice(0, 1))).to.deep.equal(['0', '1', '2', '3'])
  })

  it('removes what a process has left that was killed', async () => {
    const here = JSON.stringify(new URL('./start-server.ts', import.meta.url).href)
    const dead = await killedProcess(`
      import { startServer } from ${here}
      const server = await startServer()
      console.log(server.version)
      setInterval(() => {}, 1000)
    `)
    expect(await processesWithContainers()).to.include(dead)
    await using _server = await startServer()
    expect(await processesWithContainers()).not.to.include(dead)
  })

  it('leaves nothing when it is ended before the server is there', async () => {
    const ending = new AbortController()
    const starting = startServer({
      signal: ending.signal,
      // The container is about to be made.
      onProgress: ({ done }) => done === 2 && setTimeout(() => ending.abort(new Error('Ctrl-C')), 200),
    })
    const error = await starting.catch((caught) => caught)
    expect(error).to.have.property('message', 'Ctrl-C')
    expect(await processesWithContainers()).not.to.include(process.pid)
  })

  it('says what to do when there is no such image', async () => {
    const error = await startServer({ image: 'localhost/no-such-image:1' }).catch((caught) => caught)
    expect(error).to.be.instanceOf(StagegateError)
    expect(error.message).to.contain('localhost/no-such-image:1').and.to.contain('--postgres-url')
  })
})

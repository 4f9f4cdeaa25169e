import { once } from 'node:events'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { serveText } from '../../testing/serve-text.ts'
import { thrownBy } from '../../testing/thrown-by.ts'
import { getText } from './get-text.ts'

const ASKED = { source: 'Test', path: '/x' }

describe('getText', () => {
  it('gives all of an answer, whatever its status', async () => {
    await using server = await serveText(({ headers }, response) => {
      response.writeHead(503, { 'x-of': String(headers['x-given']) }).end('not now ✨')
    })
    const { status, headers, text } = await getText(server.url, ASKED, {
      headers: { 'x-given': 'this' },
      timeoutMilliseconds: 1000,
    })
    expect([status, headers.get('x-of'), text]).to.deep.equal([503, 'this', 'not now ✨'])
  })

  it('takes no longer than its time, even where the answer keeps trickling in; then it hangs up', async () => {
    let hungUp: Promise<unknown> | undefined
    await using server = await serveText((_, response) => {
      response.write('[')
      const trickle = setInterval(() => response.write(' '), 20)
      hungUp = once(response, 'close').then(() => clearInterval(trickle))
    })
    const start = performance.now()
    const error = await thrownBy(getText(server.url, ASKED, { headers: {}, timeoutMilliseconds: 150 }))
    expect(performance.now() - start).to.be.within(140, 1000)
    expect(error).to.include({ kind: 'timed out', reason: 'Test did not answer /x within 0.15 s' })
    await hungUp
  })

  it('has a connection of its own for every request: a kept one may be closed by the time it is used', async () => {
    const sockets = new Set<unknown>()
    await using server = await serveText(({ socket }, response) => {
      sockets.add(socket)
      response.end('done')
    })
    for (const _ of [1, 2, 3]) await getText(server.url, ASKED, { headers: {}, timeoutMilliseconds: 60_000 })
    expect(sockets.size).to.equal(3)
  })

  it('leaves no timer behind', async () => {
    await using server = await serveText((_, response) => response.end('done'))
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    const before = timers()
    for (const _ of [1, 2, 3, 4, 5]) {
      await getText(server.url, ASKED, { headers: {}, timeoutMilliseconds: 3_600_000 })
    }
    expect(timers()).to.be.at.most(before + 1)
  })

  it('says that a host is not known', async () => {
    const error = await thrownBy(
      getText('http://nobody.invalid/x', ASKED, { headers: {}, timeoutMilliseconds: 60_000 }),
    )
    expect(error)
      .to.have.property('reason')
      .that.matches(/: (nobody knows its host|its host could not be looked up) \(/)
  })
})

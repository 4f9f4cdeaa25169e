import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { demultiplex } from './demultiplex.ts'

function frame(stream: 1 | 2, content: string): Buffer {
  const header = Buffer.alloc(8)
  header[0] = stream
  header.writeUInt32BE(Buffer.byteLength(content), 4)
  return Buffer.concat([header, Buffer.from(content)])
}

describe('demultiplex', () => {
  it('tells output from errors, however the bytes are cut', async () => {
    const all = Buffer.concat([
      frame(1, 'one '),
      frame(2, 'bad'),
      frame(1, ''),
      frame(1, 'two'),
      frame(2, ' end'),
    ])
    for (const size of [1, 3, 7, 8, 9, 1000]) {
      const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
        all.subarray(at * size, (at + 1) * size),
      )
      const [output, errors] = [new PassThrough(), new PassThrough()]
      const said = Promise.all([text(output), text(errors)])
      await demultiplex(Readable.from(pieces), output, errors)
      expect(await said).to.deep.equal(['one two', 'bad end'])
    }
  })

  it('goes no faster than it is taken', async () => {
    let sent = 0
    const many = Readable.from(
      (function* () {
        for (; sent < 1000; sent += 1) yield frame(1, 'x'.repeat(10_000))
      })(),
    )
    const [output, errors] = [new PassThrough(), new PassThrough()]
    const done = demultiplex(many, output, errors)
    await new Promise((goOn) => setTimeout(goOn, 50))
    expect(sent).to.be.lessThan(100)
    expect(await text(output)).to.have.length(10_000_000)
    await done
  })
})

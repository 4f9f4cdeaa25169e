import { PassThrough } from 'node:stream'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleRun } from '../harness/verdict/sample/sample-run.ts'
import { toRunDocument } from '../harness/verdict/to-run-document.ts'
import { inertText } from './inert-text.ts'
import { type AnnotationOptions, writeAnnotations } from './write-annotations.ts'

const document = toRunDocument(sampleRun({ scenarios: [] }))
const GITHUB = { GITHUB_ACTIONS: 'true' }

function written(options: AnnotationOptions, env: Readonly<Record<string, string>>): string {
  const stdout = new PassThrough()
  writeAnnotations(document, options, { env, stdout })
  return String(stdout.read() ?? '')
}

describe('writeAnnotations', () => {
  it('shows them where GitHub runs, and wherever they are asked for', () => {
    expect(written({}, GITHUB)).to.match(/^::error file=features\/data\/links\.feature,line=8,/)
    expect(written({ annotations: 'github' }, {})).to.equal(written({}, GITHUB))
  })

  it('shows none elsewhere, where they are not wanted, or in the middle of a JSON document', () => {
    expect(written({}, {})).to.equal('')
    expect(written({}, { GITHUB_ACTIONS: 'false' })).to.equal('')
    expect(written({ annotations: 'none' }, GITHUB)).to.equal('')
    expect(written({ annotations: 'github', json: true }, GITHUB)).to.equal('')
  })
})

describe('inertText', () => {
  it('is the text itself where nobody reads commands in it', () => {
    expect(inertText('::error::x', {})).to.equal('::error::x')
  })

  it('keeps a workflow from listening, until a word of which each text has another', () => {
    const [one, other] = ['a\n  ::add-mask::e\n', 'b'].map((text) => inertText(text, GITHUB))
    expect(one).to.match(/^::stop-commands::([\w-]{36})\na\n {2}::add-mask::e\n::\1::\n$/)
    expect(other).to.match(/^::stop-commands::([\w-]{36})\nb\n::\1::\n$/)
    expect(one?.slice(0, 50)).not.to.equal(other?.slice(0, 50))
  })
})

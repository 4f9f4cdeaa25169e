import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readSentences } from '../src/plan/sentences/read-sentences.ts'
import { sentencesMarkdown } from '../src/plan/sentences/sentences-markdown.ts'

const ROOT = resolve(import.meta.dirname, '..')

describe('docs/steps.md', () => {
  it('is what npm run steps:write would write', async () => {
    const page = await readFile(join(ROOT, 'docs/steps.md'), 'utf8')
    expect(page).to.equal(sentencesMarkdown(await readSentences(ROOT, process.stderr)))
  })
})

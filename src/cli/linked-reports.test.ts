import { describe, it } from 'node:test'
import { expect } from 'chai'
import { SAMPLE_PAGES, samplePage } from '../harness/report/browser/testing/sample-pages.ts'
import { ALL_REPORTS } from './own-reports.ts'

describe('files that the page links', () => {
  const pages = SAMPLE_PAGES.map((name) => ({ name, html: samplePage(name) }))

  for (const { name, html } of pages) {
    it(`${name}: names no file that a run does not write`, () => {
      const files = [...html.matchAll(/href="([^"#][^"#]*)/g)].map(([, file]) => file)
      expect(files.filter((file) => !ALL_REPORTS.includes(file ?? ''))).to.deep.equal([])
    })
  }

  it("has Cucumber's own page among them", () => {
    expect(pages.find(({ name }) => name === 'go')?.html).to.contain('href="cucumber.html"')
    expect(pages.find(({ name }) => name === 'engines')?.html).to.contain('href="cucumber-postgres.html"')
  })
})

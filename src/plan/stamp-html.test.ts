import { describe, it } from 'node:test'
import { expect } from 'chai'
import { stampHtml } from './stamp-html.ts'
import { sampleRun } from './testing/sample-run.ts'

const run = sampleRun({ command: `npx stagegate verify --tags '@a & "<b>"'\u0000` })
const VALUE = 'npx stagegate verify --tags &#39;@a &amp; &quot;&lt;b&gt;&quot;&#39;'

describe("Cucumber's HTML report", () => {
  const page = (messages: string) =>
    `<body>\n<div id="content">\n</div>\n<script>\nwindow.CUCUMBER_MESSAGES = [${messages}];\n</script>\n</html>\n`

  it('gets the facts of the run above its content, escaped', () => {
    const stamped = stampHtml(page(''), run)
    expect(stamped).to.match(/^<body>\n<header[\s\S]*<\/header>\n<div id="content">/)
    expect(stamped).to.include(`<td><code>${VALUE}</code></td>`)
  })

  it('shows evidence as the JSON that it is', () => {
    const stamped = stampHtml(page('{"mediaType":"application/vnd.stagegate.judgement+json"}'), run)
    expect(stamped).to.include('[{"mediaType":"application/json"}]')
  })

  it('is given up when it is not whole', () => {
    expect(stampHtml('', run)).to.equal(undefined)
    expect(stampHtml(page('').replace('</html>', ''), run)).to.equal(undefined)
  })
})

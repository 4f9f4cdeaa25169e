import { describe, it } from 'node:test'
import { expect } from 'chai'
import { stampHtml } from './stamp-html.ts'
import { stampJunit } from './stamp-junit.ts'
import { sampleRun } from './testing/sample-run.ts'

const run = sampleRun({ command: `npx stagegate verify --tags '@a & "<b>"'\u0000` })
const VALUE = 'npx stagegate verify --tags &#39;@a &amp; &quot;&lt;b&gt;&quot;&#39;'

describe("Cucumber's JUnit report", () => {
  it('gets the facts of the run as properties, escaped', () => {
    const stamped = stampJunit(
      '<?xml version="1.0"?>\n<testsuite name="a -> b" tests="1">\n  <testcase/>\n</testsuite>',
      run,
    )
    expect(stamped).to.match(
      /^<\?xml version="1\.0"\?>\n<testsuite name="a -> b" tests="1">\n {2}<properties>\n/,
    )
    expect(stamped).to.include(`<property name="command" value="${VALUE}"/>`)
    expect(stamped).to.match(/<\/properties>\n {2}<testcase\/>\n<\/testsuite>$/)
  })

  it('gets them when no scenario ran, too', () => {
    expect(stampJunit('<testsuite name="a" tests="0"/>', run)).to.match(
      /^<testsuite name="a" tests="0">\n {2}<properties>[\s\S]*<\/properties>\n<\/testsuite>$/,
    )
  })

  it('is given up when it is not whole', () => {
    expect(stampJunit('', run)).to.equal(undefined)
    expect(stampJunit('<testsuite name="a"><testcase>', run)).to.equal(undefined)
  })
})

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

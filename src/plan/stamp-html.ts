import { runFacts } from '../harness/verdict/run-facts.ts'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { escapeMarkup } from './escape-markup.ts'

const CONTENT = '<div id="content">'

/**
 * Puts what the run was made with at the top of Cucumber's own HTML report, which has no room for it, and lets it show
 * our evidence as the JSON that it is. Undefined when the report is not whole.
 */
export function stampHtml(html: string, run: RunRecord): string | undefined {
  const at = html.indexOf(CONTENT)
  if (at < 0 || !html.trimEnd().endsWith('</html>')) return undefined
  const rows = runFacts(run).map(
    ([name, value]) =>
      `<tr><th scope="row">${escapeMarkup(name)}</th><td><code>${escapeMarkup(value)}</code></td></tr>`,
  )
  const header = [
    '<header style="font: 14px/1.5 sans-serif; padding: 1rem">',
    `<p>The steps of a Stagegate run. The verdict is in <a href="index.html">index.html</a>: a passed step is no proof.</p>`,
    `<table style="text-align: left">${rows.join('')}</table>`,
    '</header>',
  ]
  const shown = html.replace(
    /"mediaType":"application\/vnd\.stagegate\.\w+\+json"/g,
    '"mediaType":"application/json"',
  )
  return `${shown.slice(0, at)}${header.join('\n')}\n${shown.slice(at)}`
}

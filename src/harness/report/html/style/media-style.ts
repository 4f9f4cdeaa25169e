/** Narrow windows, where a row becomes a block, and paper. */
export const MEDIA_STYLE = `
@media screen and (max-width: 45rem) {
  .drawing.wide { display: none; }
  .drawing.narrow { display: block; }
}
@media (max-width: 52rem) {
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@media (max-width: 40rem) {
  body { padding: 0 1.1rem 3rem; }
  section { margin-top: 2.75rem; }
  .verdict { padding-top: 1.5rem; }
  .facts { gap: 0.5rem 1rem; }
${stacked('.stacked')}
  .stacked .title, .journey .statement, .judgements tbody th { width: auto; }
  .gates tbody th { flex: 1 1 auto; }
  .gates tbody th + .title { order: 1; }
  .gates tbody .outcome { flex: 0 0 auto; }
  .gates tbody [data-label]:not(.outcome) { order: 2; font-size: 0.875rem; }
  .journey [data-label], .figures [data-label], .moved [data-label] { flex: 0 1 auto; }
  .figures { width: 100%; }
  .turned, .trends, .moved { width: 100%; }
  .drawing.small { width: 7rem; }
  .stacked .absent { display: none; }
  .breach { padding-left: 0.9rem; }
  .witnesses th, .witnesses td { display: block; padding: 0.2rem 0 0; border: 0; }
  .witnesses tr { display: block; padding-bottom: 0.4rem; border-bottom: 1px solid var(--line); }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --strong-line: #000;
    --go: #1d6142; --no-go: #a1261d; --unproven: #855400; --bar: #555;
  }
  html { font-size: 9.5pt; }
  th, td { padding-top: 0.3rem; padding-bottom: 0.3rem; }
  .figures th, .figures td, .judgements th, .judgements td, .unmatched th, .unmatched td { padding-top: 0.15rem; padding-bottom: 0.15rem; }
  body { max-width: none; padding: 0; }
  section { margin-top: 1.75rem; }
  h2, h3, h4, caption, figcaption, .finding, thead { break-after: avoid; }
  tr, li, dl, pre, .witnesses, .drawing, .verdict, .breach { break-inside: avoid; }
  .figures, figure.timing { break-inside: avoid; }
  thead { display: table-header-group; }
  nav, .plans, details.ways, details.unmatched { display: none; }
  summary { list-style: none; }
  figure.timing > details::details-content, #since ~ details::details-content { content-visibility: visible; block-size: auto; display: block; }
  .journey details > table { display: none; }
  .gate h3, .next, .source { break-inside: avoid; }
  .gate { padding: 0.75rem 0; }
  .gate.held { break-inside: avoid; }
  .skip { display: none; }
  .drawing, .mark, .verdict { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`

/** What makes a block of every row of a table, its cells in lines, each figure behind its label. */
function stacked(table: string): string {
  return `
  ${table}, ${table} tbody, ${table} tfoot, ${table} caption { display: block; }
  ${table} thead { display: none; }
  ${table} tr { display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; padding: 0.8rem 0; border-bottom: 1px solid var(--line); }
  ${table} th, ${table} td { flex: 1 1 100%; width: auto; padding: 0; border: 0; text-align: left; white-space: normal; }
  ${table} [data-label]::before { content: attr(data-label) " "; color: var(--soft); }
`
}

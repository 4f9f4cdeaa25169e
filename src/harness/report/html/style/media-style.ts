/** Narrow windows, where a row becomes a block, and paper. */
export const MEDIA_STYLE = `
@media (max-width: 62rem) {
${stacked('.timing')}
  .timing .samples { order: 1; width: auto; padding: 0 0.75rem; }
  .timing [data-label] { order: 2; flex: 0 1 auto; }
  .timing tfoot tr { padding: 0; border: 0; }
  .timing tfoot td:not(.samples) { display: none; }
}
@media (max-width: 52rem) {
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .facts .versions { grid-column: 1 / -1; }
}
@media (max-width: 40rem) {
  body { padding: 0 1.1rem 3rem; }
  section { margin-top: 2.75rem; }
  .verdict { padding-top: 1.5rem; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0.6rem; }
${stacked('.stacked')}
  .stacked .title, .journey .statement, .journey .timeline, .judgements tbody th { width: auto; }
  .gates tbody th { flex: 1 1 auto; }
  .gates tbody th + .title { order: 1; }
  .gates tbody .outcome { flex: 0 0 auto; }
  .gates tbody [data-label]:not(.outcome) { order: 2; font-size: 0.875rem; }
  .journey [data-label] { flex: 0 1 auto; }
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
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  section { margin-top: 1.75rem; }
  h2, h3, caption, .finding { break-after: avoid; }
  tr, .witnesses { break-inside: avoid; }
  .gate { padding: 1rem 0; }
  .skip { display: none; }
  .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
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

/** The schema as a diff and as a diagram; what a rollback gave back. Signs say what colours say. */
export const SCHEMA_STYLE = `
.schema-on > h3 { margin: 1.5rem 0 0.75rem; font: 600 1.1875rem/1.35 var(--serif); }
.schema .standing a { font-family: var(--mono); font-size: 0.875em; }
.table-diff { margin-top: 1rem; break-inside: avoid; }
.schema .table-diff :is(h3, h4) { margin: 0; font-weight: 600; font-size: 0.9375rem; }
.table-diff :is(h3, h4) code { font-size: 0.875rem; }
.table-diff summary, .schema .earlier summary { color: var(--soft); font-size: 0.8125rem; cursor: pointer; }
.table-diff details { margin-top: 0; }
.table-diff > details { padding-left: 1.25rem; }
.diff { margin: 0.25rem 0 0; padding: 0; list-style: none; font-size: 0.8125rem; }
.diff li { padding: 0.1rem 0 0.1rem 1.25rem; text-indent: -1.25rem; }
.diff li > * { text-indent: 0; }
.diff ins, .diff del { text-decoration: none; }
.diff .changed del code { text-decoration: line-through; }
.diff details { display: inline-block; vertical-align: top; text-indent: 0; }
.sign { display: inline-block; width: 1.25rem; font-family: var(--mono); font-weight: 700; }
.diff .what { font-weight: 500; }
.diff .new > .sign, .diff .new .what, .diff .changed ins, .table-diff.new > * > .sign { color: var(--go); }
.diff .gone > .sign, .diff .gone .what, .diff .changed del, .table-diff.dropped > * > .sign { color: var(--no-go); }
.diff .changed > .sign, .table-diff.changed > * > .sign { color: var(--unproven); }
.diff .became { color: var(--soft); }
.diagram { margin: 1.75rem 0 0; }
.diagram .scroll { margin: 0; overflow-x: auto; padding: 0.25rem 0 0.75rem; }
.diagram figcaption { color: var(--soft); font-size: 0.8125rem; max-width: 46rem; }
.schema .earlier { margin-top: 1.25rem; }
.entities { display: block; }
.entities text { font: 12px var(--mono); fill: var(--ink); white-space: pre; }
.entities .sheet { fill: var(--sheet); stroke: var(--soft); }
.entities .rule { stroke: var(--line); }
.entities .entity > .name { font-weight: 700; }
.entities .key, .entities .type { fill: var(--soft); }
.entities .entity.new > .sheet { stroke: var(--go); stroke-width: 2; }
.entities .entity.new > .name, .entities .column.new text { fill: var(--go); }
.entities .entity.changed > .sheet { stroke: var(--unproven); }
.entities .column.changed text { fill: var(--unproven); }
.entities .entity.gone > .sheet { stroke: var(--no-go); stroke-dasharray: 5 3; }
.entities .entity.gone > .name, .entities .column.gone text { fill: var(--no-go); }
.entities .entity.gone > .name, .entities .column.gone .name, .entities .column.gone .type { text-decoration: line-through; }
.entities .way { fill: none; stroke: var(--soft); stroke-width: 1.25; }
.entities .head { fill: var(--soft); }
.entities .reference text { font: 11px var(--sans); fill: var(--soft); }
.entities .reference.new .way { stroke: var(--go); }
.entities .reference.new .head, .entities .reference.new text { fill: var(--go); }
.entities .reference.changed .way { stroke: var(--unproven); }
.entities .reference.changed .head, .entities .reference.changed text { fill: var(--unproven); }
.entities .reference.gone .way { stroke: var(--no-go); stroke-dasharray: 5 3; }
.entities .reference.gone .head, .entities .reference.gone text { fill: var(--no-go); }
.rollback { margin-top: 2rem; font-size: 0.875rem; }
.rollback caption { color: var(--ink); font-size: 0.9375rem; max-width: none; }
.rollback caption a { font-family: var(--mono); font-size: 0.875rem; }
.rollback th, .rollback td { padding-top: 0.4rem; padding-bottom: 0.4rem; }
.rollback tbody th code { white-space: nowrap; }
.rollback thead th { white-space: normal; vertical-align: bottom; }
.rollback .at { display: block; font-size: 0.75rem; white-space: nowrap; }
.rollback .rows { display: block; font-variant-numeric: tabular-nums; }
.rollback td code { color: var(--soft); font-size: 0.75rem; white-space: nowrap; }
.rollback .not-there { color: var(--soft); }
.rollback .equal { white-space: nowrap; color: var(--go); }
.rollback .differs { font-weight: 600; }
@media (max-width: 40rem) {
  .rollback tbody th code { white-space: normal; }
  .rollback .rows { display: inline; }
  .rollback .differs::before { font-weight: 400; }
}
@media print {
  .entities { max-width: 100%; height: auto; }
  .rollback th, .rollback td { padding-right: 0.6rem; }
  .rollback .at, .rollback td code { font-size: 0.6875rem; }
  .diagram { break-inside: avoid; }
  .diagram .scroll { overflow: visible; }
}
`

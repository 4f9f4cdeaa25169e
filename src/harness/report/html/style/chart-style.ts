/** Charts: drawn twice, for a window and for a narrow one, of which one is seen; and the figures beside them. */
export const CHART_STYLE = `
figure { margin: 0; }
figcaption { margin-bottom: 0.75rem; font-size: 0.9375rem; }
figcaption a { font-family: var(--mono); font-size: 0.875rem; }
figcaption .took { margin-left: 0.75rem; font-size: 0.8125rem; }
.drawing svg { display: block; width: 100%; height: auto; overflow: visible; font-family: var(--sans); }
.drawing text { font-variant-numeric: tabular-nums; white-space: pre; }
.drawing.wide { max-width: 60rem; margin: 0.5rem 0 0.75rem -0.75rem; }
.drawing.narrow { display: none; max-width: 26rem; margin: 0.5rem -0.7rem 0.75rem; }
.drawing.small { width: 12.5rem; }
.figures { width: auto; min-width: 60%; font-size: 0.8125rem; }
.figures th, .figures td { padding-top: 0.3rem; padding-bottom: 0.3rem; }
.figures .causes { white-space: normal; }
.figures tbody tr:last-child > * { border-bottom: 0; }
figure.links, figure.way { margin-top: 2rem; }
figure.links .figures { width: 100%; }
figure.timing { margin-top: 1.5rem; }
.timed { padding-top: 1.5rem; margin-top: 2rem; border-top: 1px solid var(--line); }
.timed h3, #unmatched { margin: 0; font: 600 1.1875rem/1.35 var(--serif); }
#unmatched { margin: 3rem 0 0.75rem; }
details { margin-top: 0.75rem; }
summary { color: var(--soft); font-size: 0.8125rem; cursor: pointer; }
.plan { margin: 0.75rem 0 1.25rem; }
.plan h4, figure.timing h3 { margin: 0.75rem 0 0.25rem; font: 600 0.8125rem var(--sans); }
.plan pre { padding: 0.5rem 0.75rem; border-left: 2px solid var(--line); font-size: 0.75rem; line-height: 1.5; }
.plan .sql { color: var(--soft); }
.turned, .trends, .moved { width: auto; min-width: 50%; margin-top: 1.5rem; font-size: 0.875rem; }
.turned a, .trends a, .moved a { font: 500 0.8125rem var(--mono); margin-right: 0.5rem; }
.trends th, .trends td { vertical-align: middle; padding-top: 0.2rem; padding-bottom: 0.2rem; }
table.superseded { font-size: 0.875rem; }
.superseded code { color: var(--soft); }
`

/** One gate: its breaches with their witnesses, its judgements, its scenarios. */
export const GATE_STYLE = `
.gate { padding: 1.5rem 0 1.25rem; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
.gate:target h3 { background: var(--sheet); box-shadow: 0 0 0 0.5rem var(--sheet); }
.gate h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.9rem; margin: 0 0 0.5rem; font: 600 1.1875rem/1.35 var(--serif); }
.gate h3 a { font: 500 0.9375rem var(--mono); text-decoration: none; color: var(--soft); }
.gate h3 a:hover { text-decoration: underline; }
.gate h3 .title { flex: 1 1 20rem; }
.gate h3 .mark { font-family: var(--sans); }
.breach { margin: 1rem 0 1.25rem; padding: 0.25rem 0 0.25rem 1.25rem; border-left: 3px solid var(--no-go); }
.warns .breach { border-left-color: var(--unproven); }
.finding { font-size: 1.0625rem; }
.witnesses { width: auto; margin-top: 0.6rem; font-size: 0.875rem; }
.witnesses caption { padding-bottom: 0.25rem; }
.witnesses th, .witnesses td { padding-top: 0.3rem; padding-bottom: 0.3rem; font-family: var(--mono); font-size: 0.8125rem; }
.next { margin-top: 0.6rem; font-size: 0.875rem; }
.scenarios > li:target { background: var(--sheet); box-shadow: 0 0 0 0.35rem var(--sheet); color: var(--ink); }
.cause { margin-top: 0.6rem; color: var(--soft); }
.reasons { margin: 0.75rem 0 1rem; padding-left: 1.1rem; }
.reasons li::marker { color: var(--unproven); }
.by-engine { width: auto; min-width: 50%; margin-top: 0.5rem; font-size: 0.875rem; }
.by-engine th, .by-engine td { padding-top: 0.4rem; padding-bottom: 0.4rem; }
.judgements { margin-top: 0.5rem; table-layout: fixed; font-size: 0.875rem; }
.judgements th:nth-child(1) { width: 24%; }
.judgements th:nth-child(2) { width: 10%; }
.judgements th:nth-child(3) { width: 22%; }
.judgements th:nth-child(4) { width: 21%; }
.judgements th:nth-child(5) { width: 13%; }
.judgements th, .judgements td { padding-top: 0.4rem; padding-bottom: 0.4rem; }
.judgements tbody tr:last-child > * { border-bottom: 0; }
.scenarios, .steps { margin: 0.6rem 0 0; padding: 0; list-style: none; font-size: 0.875rem; }
.scenarios > li { padding: 0.15rem 0; }
.scenarios code { color: var(--soft); }
.scenarios > li, .source { color: var(--soft); }
.status { color: var(--soft); }
.status.failed { color: var(--no-go); font-weight: 600; }
.status.undefined, .status.pending, .status.ambiguous, .status.unknown, .scenarios > li > .status.skipped { color: var(--unproven); font-weight: 600; }
.steps { margin: 0.4rem 0 0.6rem; padding-left: 1.25rem; border-left: 1px solid var(--line); }
.source { margin-top: 0.35rem; color: var(--soft); font-size: 0.875rem; }
`

/** Timings: figures beside a strip of samples, and under the strips their scale. */
export const TIMING_STYLE = `
.timing { margin-top: 2rem; font-size: 0.875rem; }
.timing caption { color: var(--ink); font-size: 0.9375rem; max-width: none; }
.timing caption a { font-family: var(--mono); font-size: 0.875rem; }
.timing caption .took { white-space: normal; }
.timing th, .timing td { vertical-align: middle; }
.timing tbody th { min-width: 7rem; }
.timing .samples { width: 34%; padding-left: 0.5rem; padding-right: 1rem; }
.timing tfoot td { padding-top: 0; border: 0; }
.strip, .axis { display: block; width: 100%; overflow: visible; }
.strip { height: 1.5rem; }
.strip .grid { stroke: var(--line); stroke-width: 1; }
.strip .sample { stroke: var(--bar); stroke-width: 1; stroke-opacity: 0.65; }
.strip .median { stroke: var(--ink); stroke-width: 2.5; }
.axis { height: 1.25rem; }
.axis text { fill: var(--soft); font: 0.75rem var(--sans); }
`

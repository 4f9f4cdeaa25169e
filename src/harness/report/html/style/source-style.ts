/** A real database, the tolerances of an environment, and what does not apply. */
export const SOURCE_STYLE = `
.standing { font: 400 1.1875rem/1.4 var(--serif); max-width: 52rem; margin-bottom: 1.25rem; }
.standing.doubtful { padding-left: 1.25rem; border-left: 3px solid var(--unproven); font-weight: 600; }
.found { margin: 1.25rem 0 1.5rem; padding-left: 1.1rem; max-width: 52rem; }
.found li { padding: 0.1rem 0; }
.source-database > .aside { margin: 1.25rem 0 0; }
table.findings, table.tolerances, table.inapplicable { font-size: 0.875rem; }
.findings caption { max-width: 52rem; }
.findings tbody th { width: 34%; font-family: var(--mono); font-size: 0.8125rem; }
.findings .kind { width: 8rem; font-weight: 600; color: var(--unproven); }
.findings .what { font-family: var(--mono); font-size: 0.8125rem; }
table.tolerances tbody th { width: 26%; }
table.tolerances td { white-space: nowrap; }
table.tolerances .origin { white-space: normal; }
table.tolerances th a { font: 500 0.8125rem var(--mono); }
.origin { color: var(--soft); font-size: 0.8125rem; }
span.origin { margin-left: 0.6rem; }
.inapplicable .why th { padding-top: 1.25rem; font-weight: 600; }
.inapplicable .code { width: 6rem; font: 0.8125rem var(--mono); }
.inapplicable code { color: var(--soft); }
`

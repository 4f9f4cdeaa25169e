/** Tables: rules between rows, figures in columns, and a word for every outcome. */
export const TABLE_STYLE = `
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
caption { padding-bottom: 0.75rem; text-align: left; font-size: 0.875rem; }
th, td { padding: 0.55rem 1.25rem 0.55rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { padding-bottom: 0.4rem; border-bottom-color: var(--strong-line); color: var(--soft); font-weight: 400; font-size: 0.8125rem; white-space: nowrap; }
tbody th { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.gates tbody th { font-family: var(--mono); font-size: 0.875rem; white-space: nowrap; }
.gates .title { width: 27%; }
.gates .tolerance { min-width: 7.5rem; }
.gates .margin { min-width: 6rem; }
.gates tr.breached .title, .gates tr.vacuous .title { font-weight: 600; }
.gates tr.left-out { color: var(--soft); }
.mark { white-space: nowrap; font-weight: 600; font-size: 0.875rem; }
.mark::before { content: ""; display: inline-block; width: 0.5em; height: 0.5em; margin-right: 0.5em; border: 0.125em solid currentColor; border-radius: 50%; }
.mark.held { color: var(--go); font-weight: 400; }
.mark.held::before { background: currentColor; }
.mark.breached { color: var(--no-go); }
.mark.breached::before { background: currentColor; border-radius: 0; }
.mark.vacuous, .mark.warns { color: var(--unproven); }
.mark.warns::before { border-radius: 0; transform: rotate(45deg); }
.mark.left-out { color: var(--soft); font-weight: 400; }
.environment { width: auto; font-size: 0.875rem; }
.environment th { color: var(--soft); font-weight: 400; padding-right: 2.5rem; }
.journey { font-size: 0.8125rem; }
.journey .statement { width: 36%; }
.journey .statement code { font-size: 0.75rem; }
.journey tr.failed th, .journey tr.failed b { color: var(--no-go); }
.journey tr.detailed > * { border-bottom: 0; padding-bottom: 0.25rem; }
.journey tr.more > td { padding: 0 0 0.75rem; }
.journey details table { margin: 0.5rem 0 1rem; font-size: 0.8125rem; }
.journey details th, .journey details td { padding-top: 0.3rem; padding-bottom: 0.3rem; }
.journey details code { font-size: 0.75rem; }
.direction, .took { color: var(--soft); font-weight: 400; white-space: nowrap; }
`

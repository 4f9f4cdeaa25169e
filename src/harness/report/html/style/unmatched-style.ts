/** Rows without a link: a narrow table of counts, and under it a wide one of names. */
export const UNMATCHED_STYLE = `
.unmatched { margin-top: 1.25rem; font-size: 0.875rem; }
.unmatched.levels { width: auto; min-width: 24rem; margin-top: 2rem; }
.unmatched.levels caption { color: var(--ink); font-size: 0.9375rem; max-width: none; }
.unmatched.levels caption a { font-family: var(--mono); font-size: 0.875rem; }
.unmatched.levels th, .unmatched.levels td { padding-top: 0.3rem; padding-bottom: 0.3rem; }
.unmatched.names th, .unmatched.names td { padding-top: 0.4rem; padding-bottom: 0.4rem; overflow-wrap: anywhere; }
@media (max-width: 40rem) { .unmatched.levels { width: 100%; min-width: 0; } }
`

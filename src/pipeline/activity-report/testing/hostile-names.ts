/** Names that somebody could choose to harm who opens the report, or that a format is not made for. */
export const HOSTILE_NAMES: readonly string[] = [
  ...[
    '=HYPERLINK("x")',
    '+1+1',
    '-1',
    '@SUM(A1)',
    ' =1',
    '\u200b=1',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    "'=1",
    "'",
  ],
  ...['a,b', 'say "hi"', '"', 'two\nlines', 'two\r\nlines', 'bell\u0007', '🦀', '\ufffd', ' spaces '],
  ...[
    '<b>&amp;',
    ']]>',
    'a_x0041_b',
    '__proto__',
    'constructor',
    '9007199254740993',
    '1e5',
    'TRUE',
    '2025-12-01',
  ],
]

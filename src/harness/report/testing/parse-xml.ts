/** An element as it was read again, for tests. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text right in it, without that of its children. */
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML 1.0 forbids.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u
const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>/
const VALUE = '(?:[^<&"]|&(?:amp|lt|gt|quot|apos);)*'
const TOKEN = new RegExp(
  String.raw`<(?<open>[\w-]+)(?<attributes>(?:\s+[\w-]+="${VALUE}")*)\s*(?<empty>\/?)>|<\/(?<close>[\w-]+)>|(?<text>(?:[^<&]|&(?:amp|lt|gt|quot|apos);)+)`,
  'y',
)

/**
 * Reads the little of XML that a report needs, for tests: by another reader than the writer's own, and by one that
 * forgives nothing, as readers for browsers would.
 */
export function parseXml(xml: string): XmlElement {
  const forbidden = FORBIDDEN.exec(xml)
  if (forbidden !== null) throw new Error(`XML forbids U+${forbidden[0].charCodeAt(0).toString(16)}`)
  const document: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  TOKEN.lastIndex = DECLARATION.exec(xml)?.[0].length ?? 0
  while (TOKEN.lastIndex < xml.length) {
    const from = TOKEN.lastIndex
    const token = TOKEN.exec(xml)?.groups
    if (token === undefined)
      throw new Error(`It is not well-formed from here on: ${xml.slice(from, from + 80)}`)
    take(token, open)
  }
  const [root] = document.children
  if (
    root === undefined ||
    open.length !== 1 ||
    document.children.length !== 1 ||
    document.text.trim() !== ''
  )
    throw new Error('It is not one element')
  return root
}

function take(token: Readonly<Record<string, string | undefined>>, open: Open[]): void {
  const parent = open.at(-1)
  if (parent === undefined) throw new Error('Something is closed that was not open')
  if (token.text !== undefined) parent.text += decoded(token.text)
  if (token.open !== undefined) {
    const element = {
      name: token.open,
      attributes: attributesOf(token.attributes ?? ''),
      children: [],
      text: '',
    }
    parent.children.push(element)
    if (token.empty === '') open.push(element)
  }
  if (token.close !== undefined && open.pop()?.name !== token.close)
    throw new Error(`${token.close} is closed, and was not open`)
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const all = [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    decoded(value),
  ])
  if (new Set(all.map(([name]) => name)).size !== all.length)
    throw new Error(`An attribute is there twice: ${text}`)
  return Object.fromEntries(all)
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replaceAll(/&(\w+);/g, (_, name: string) => SIGNS[name] ?? '')
}

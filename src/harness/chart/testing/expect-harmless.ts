import { expect } from 'chai'

/** What somebody could be called who means no good. */
export const ATTACK = '"><img src=x onerror=alert(1)></svg><script>alert(1)</script>'

/** That a drawing has nothing that a page's policy forbids, and that data are text in it. */
export function expectHarmless(svg: string): void {
  expect(svg).to.match(/^<svg .*<\/svg>$/s)
  expect(svg.match(/<svg/g)).to.have.length(1)
  expect(svg).not.to.match(/<script|<style|<img|<a[ >]|\sstyle=|\shref=|xlink/)
  const tags = [...svg.matchAll(/<[a-z](?:[^>"]|"[^"]*")*>/gi)].map(([tag]) => tag.replaceAll(/"[^"]*"/g, ''))
  for (const tag of tags) expect(tag).not.to.match(/\son\w+/)
}

/** The texts of a drawing, its title and description aside. */
export function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)
}

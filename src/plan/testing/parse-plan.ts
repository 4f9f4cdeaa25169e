import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Envelope } from '../envelope.ts'
import { readSources } from '../read-sources.ts'

/** Cucumber's messages about feature files with these texts, by path. */
export async function parsePlan(texts: Readonly<Record<string, string>>): Promise<readonly Envelope[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plan-'))
  try {
    for (const [path, text] of Object.entries(texts)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return await readSources(Object.keys(texts), folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'
import type { pipeline } from '../../src/pipeline/pipeline.ts'

/** The product that lives on the schema. */
export type Product = typeof pipeline

/** Below the folder of the data source, so that a copy of it beside a copy of the product runs that product. */
const ENTRY = 'src/pipeline/pipeline.ts'

/**
 * Loads the product that lies beside a data source.
 * @throws StagegateError when there is none.
 */
export async function loadProduct(dataSourceFile: string): Promise<Product> {
  const file = join(dirname(dataSourceFile), ENTRY)
  await access(file).catch((cause: unknown) => {
    throw new StagegateError(
      {
        what: 'There is no product to ask beside the data source.',
        where: file,
        cause: 'The data source lies in another folder than the code that uses it.',
        next: `Put the data source where ${ENTRY} is below it, or leave the performance and pipeline gates out with --tags.`,
      },
      { cause },
    )
  })
  const loaded: { readonly pipeline: Product } = await import(pathToFileURL(file).href)
  return loaded.pipeline
}

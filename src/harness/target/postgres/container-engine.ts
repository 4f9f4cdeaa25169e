import type { ContainerRuntimeClient } from 'testcontainers'
import { noEngine, noImage } from './container-error.ts'

/** The library is heavy, so that only who starts a container loads it. */
export async function testcontainers() {
  // Its own watchman is one more image to be pulled, and does not run everywhere; leftovers are found by their labels.
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true'
  return import('testcontainers')
}

/** @throws StagegateError when there is none */
export async function containerEngine(): Promise<ContainerRuntimeClient> {
  const { getContainerRuntimeClient } = await testcontainers()
  return getContainerRuntimeClient().catch((error: unknown) => {
    throw noEngine(error)
  })
}

/** Pulls an image unless it is there. @throws StagegateError when it cannot be had */
export async function pull(client: ContainerRuntimeClient, image: string): Promise<void> {
  const { ImageName } = await testcontainers()
  await client.image.pull(ImageName.fromString(image)).catch((error: unknown) => {
    throw noImage(image, error)
  })
}

import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { ContainerRuntimeClient } from 'testcontainers'
import { lives } from '../lives.ts'

const HOST = 'stagegate.host'
const PROCESS = 'stagegate.process'
const STARTED = 'stagegate.started'

/** What says whose a container is: the machine, the process's number, and when that began. */
export async function ownLabels(): Promise<Readonly<Record<string, string>>> {
  return {
    [HOST]: hostname(),
    [PROCESS]: String(process.pid),
    [STARTED]: (await beginningOf(process.pid)) ?? '',
  }
}

/** Removes the containers that processes of this machine have left that live no more. @returns how many there were */
export async function removeLeftovers(client: ContainerRuntimeClient): Promise<number> {
  const labelled = await listed(client, [`${HOST}=${hostname()}`])
  let removed = 0
  for (const { Id, Labels } of labelled) {
    if (await ownerLives(Labels)) continue
    await remove(client, Id)
    removed += 1
  }
  return removed
}

/** Removes the containers with a label. */
export async function removeLabelled(
  client: ContainerRuntimeClient,
  label: string,
  value: string,
): Promise<void> {
  for (const { Id } of await listed(client, [`${label}=${value}`])) await remove(client, Id)
}

function listed({ container }: ContainerRuntimeClient, label: readonly string[]) {
  return container.dockerode.listContainers({ all: true, filters: { label: [...label] } })
}

/** With its data, whatever it is doing. Somebody else may have removed it by now, or be about to. */
async function remove({ container }: ContainerRuntimeClient, id: string): Promise<void> {
  await container
    .getById(id)
    .remove({ force: true, v: true })
    .catch((error: { readonly statusCode?: number }) => {
      if (error.statusCode !== 404 && error.statusCode !== 409) throw error
    })
}

/** Another process can have the number by now: then it began at another time. */
async function ownerLives(labels: Readonly<Record<string, string>>): Promise<boolean> {
  const pid = Number(labels[PROCESS])
  if (!Number.isInteger(pid) || pid < 1 || !lives(pid)) return false
  return ((await beginningOf(pid)) ?? '') === labels[STARTED]
}

/** When a process began, in the system's own count; undefined where the system does not tell. */
async function beginningOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name, in parentheses, may hold anything; the beginning is the twentieth word after it.
  return text
    ?.slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .at(19)
}

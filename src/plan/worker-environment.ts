type Variables = Readonly<Record<string, string | undefined>>

const PREPARE = new URL('./prepare-worker.mjs', import.meta.url).href

/**
 * The variables that Cucumber's workers need so that they can load TypeScript. Workers are processes of their own: what
 * the first process has registered for itself does not reach them, but `NODE_OPTIONS` does.
 */
export function workerEnvironment(env: Variables): Record<string, string | undefined> {
  const options = env.NODE_OPTIONS ?? ''
  if (options.includes(PREPARE)) return { ...env }
  return {
    ...env,
    STAGEGATE_NODE_OPTIONS: options,
    NODE_OPTIONS: [options, `--import ${PREPARE}`].filter((part) => part !== '').join(' '),
  }
}

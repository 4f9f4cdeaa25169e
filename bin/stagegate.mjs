#!/usr/bin/env node
// Registers the TypeScript loader and hands over; nothing is decided here.
import { fileURLToPath } from 'node:url'

// Decorators and JSX are compiled as this project says, whatever folder the command runs in. The loader reads the
// variable while it is imported, and so do the workers of a parallel run.
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../tsconfig.json', import.meta.url))
const { register } = await import('tsx/esm/api')
register()

const { start } = await import('../src/cli/start.ts')
const { ports } = await import('./ports.ts')
await start(ports)

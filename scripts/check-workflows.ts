import { resolve } from 'node:path'
import { lintWorkflows } from './workflows/lint-workflows.ts'

const faults = await lintWorkflows(resolve(import.meta.dirname, '..'))
for (const { file, line, column, message } of faults) console.error(`${file}:${line}:${column}: ${message}`)
process.exitCode = faults.length === 0 ? 0 : 1

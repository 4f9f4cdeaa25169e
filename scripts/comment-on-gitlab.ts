import { readFile } from 'node:fs/promises'
import { writeNote } from './gitlab/write-note.ts'

// The token is a variable and no argument, which others on the machine could read.
const [file = 'reports/comment.md'] = process.argv.slice(2)
console.log(await writeNote(await readFile(file, 'utf8'), process.env))

/**
 * Loaded before a program (`node --import`): the program fails at the moment it asks for the durable engine's library.
 * Every process that was started this way appends `process PID` to the file named by `PRELOAD_LOG`, and `dbos NAME` before it fails.
 */
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const log = process.env['PRELOAD_LOG'] ?? ''
appendFileSync(log, `process ${process.pid}\n`)

registerHooks({
  resolve: (specifier, context, next) => {
    if (!specifier.startsWith('@dbos-inc/')) return next(specifier, context)
    appendFileSync(log, `dbos ${specifier}\n`)
    throw new Error(`${specifier} was loaded`)
  },
})

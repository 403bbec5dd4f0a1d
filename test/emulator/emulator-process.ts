import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { startEmulator } from '../../src/emulator/emulator.ts'
import { systemClock } from '../../src/engine/system-clock.ts'

const [, , folder = ''] = process.argv

/** An emulator in a process of its own, over the folder it is given; says its address and serves until it is killed. */
const emulator = await startEmulator({
  port: 0,
  vendors: ['luma', 'runway'],
  folder,
  makeClip: (order, path) => writeFile(path, `a clip of ${order.prompt}`),
  answerMessages: null,
  clock: systemClock,
  newId: randomUUID,
  seed: 1,
  settings: [{ queuedMs: 0, runMs: 0 }],
  fetch: null,
  report: (error) => process.stderr.write(`${String(error)}\n`),
})
process.stdout.write(`${emulator.url}\n`)

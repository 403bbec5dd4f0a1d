import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import RunwayML from '@runwayml/sdk'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Charge } from '../../src/emulator/ledger.ts'
import { rejectionOf } from '../../src/testing/rejection.ts'

const script = fileURLToPath(new URL('emulator-process.ts', import.meta.url))
let folder = ''
const running: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-killed-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) await kill(child)
  await rm(folder, { recursive: true, force: true })
})

interface Running {
  readonly child: ChildProcess
  readonly url: string
}

const begin = async (): Promise<Running> => {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  const [url] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, url }
}
const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
const clientAt = (url: string): RunwayML =>
  new RunwayML({ apiKey: 'key', baseURL: `${url}/runway`, maxRetries: 0, logLevel: 'off' })
const startTask = (runway: RunwayML): Promise<{ readonly id: string }> =>
  Promise.resolve(
    runway.textToVideo.create({
      model: 'gen4.5',
      promptText: 'A gate',
      duration: 2,
      ratio: '1280:720',
    }),
  )
const chargesAt = async (url: string): Promise<readonly Charge[]> => {
  const answer = await fetch(`${url}/_emulator/charges`)
  return ((await answer.json()) as { charges: readonly Charge[] }).charges
}

it('a job that was answered is there after the emulator is killed', async () => {
  const first = await begin()
  const { id } = await startTask(clientAt(first.url))
  await kill(first.child)
  const second = await begin()
  const task = await clientAt(second.url).tasks.retrieve(id)
  expect(task.status).toBe('SUCCEEDED')
  const [url = ''] = task.status === 'SUCCEEDED' ? task.output : []
  expect(await (await fetch(url)).text()).toBe('a clip of A gate')
  expect(await chargesAt(second.url)).toMatchObject([{ job: id }])
})

it('a job whose answer was dropped is charged once, whoever looks at the ledger', async () => {
  const first = await begin()
  await fetch(`${first.url}/_emulator/faults`, {
    method: 'POST',
    body: JSON.stringify([{ fault: 'accept-then-drop', operation: 'create' }]),
  })
  expect(await rejectionOf(startTask(clientAt(first.url)))).toBeInstanceOf(
    RunwayML.APIConnectionError,
  )
  const second = await begin()
  await kill(first.child)
  expect(await chargesAt(second.url)).toMatchObject([{ vendor: 'runway', credits: 24 }])
})

/**
 * Loaded before a program (`node --import`): a connection to anything but a Unix socket or loopback, a datagram and a question
 * to a name server fail at once. The file named by `PRELOAD_LOG` gets a line for every process, every connection that was let
 * through and every one that was not: `process PID`, `near WHERE`, `far WHERE`.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const log = process.env['PRELOAD_LOG'] ?? ''
const write = (line: string): void => appendFileSync(log, `${line}\n`)
write(`process ${process.pid}`)

const isNear = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

const pass = (host: string, where: string): void => {
  write(`${isNear(host) ? 'near' : 'far'} ${where}`)
  if (!isNear(host)) throw new Error(`${where} is not on this machine`)
}

interface Target {
  readonly host?: string
  readonly port?: number | string
  readonly path?: string
}

/** What a socket is told to connect to, in any of the ways there are to say it. */
const targetOf = (args: readonly unknown[]): Target => {
  const [first, second] = args
  if (Array.isArray(first)) return targetOf(first)
  if (typeof first === 'object' && first !== null) return first
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { path: first }
  return { port: Number(first), host: typeof second === 'string' ? second : 'localhost' }
}

type AnyFunction = (...args: never[]) => unknown

/** Put a check before a function of an object. */
const guard = (object: object, name: string, check: (args: readonly unknown[]) => void): void => {
  const original: unknown = Reflect.get(object, name)
  if (typeof original !== 'function') throw new TypeError(`${name} is not there to be guarded`)
  Reflect.set(object, name, function (this: unknown, ...args: never[]): unknown {
    check(args)
    return (original as AnyFunction).apply(this, args)
  })
}

// `tls`, `http`, `https` and `fetch` all connect by this one.
guard(net.Socket.prototype, 'connect', (args) => {
  const { path, host = 'localhost', port } = targetOf(args)
  if (path) write(`near ${path}`)
  else pass(host, `${host}:${port}`)
})
for (const name of ['send', 'connect', 'bind']) {
  guard(dgram.Socket.prototype, name, () => pass('a datagram', `a datagram by ${name}`))
}
const askers = ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'] as const
for (const asker of [dns, dns.promises]) {
  for (const name of askers) guard(asker, name, ([host]) => pass(String(host), `dns ${host}`))
}
syncBuiltinESMExports()

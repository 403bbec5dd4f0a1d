import { isPoorKey, isRefusedKey } from './account-keys.ts'
import type { Call, Door, Refusal, Route } from './door.ts'
import type { FaultBox, Misfortune } from './faults.ts'
import type { WireReply, WireRequest } from './wire.ts'

/** What becomes of a request. */
export type Outcome =
  /** The socket is destroyed. */
  | { readonly kind: 'dropped' }
  /** No answer ever comes. */
  | { readonly kind: 'silence' }
  | {
      readonly kind: 'reply'
      readonly reply: WireReply
      readonly misfortune: Misfortune
      readonly skewMs: number
    }

/** One request to one door, and whether its body could be read. */
export interface Visit {
  readonly door: Door
  readonly faults: FaultBox
  readonly request: WireRequest
  readonly trouble: 'none' | 'not-json' | 'too-large'
}

/** Let a request through a vendor's door, with the faults that happen to it. */
export const visit = async ({ door, faults, request, trouble }: Visit): Promise<Outcome> => {
  const found = routeOf(door, request)
  const operation = found?.route.operation ?? 'other'
  const misfortune = faults.draw(door.vendor, operation)
  const work = async (call: Call): Promise<WireReply> => {
    const early = earlyRefusal(misfortune, call, operation === 'create' || operation === 'messages')
    if (early !== null) return settle(door, early)
    const wrong = door.check?.(request) ?? null
    if (wrong !== null) return wrong
    if (trouble === 'too-large') return door.refuse({ kind: 'too-large' })
    if (trouble === 'not-json') {
      return door.refuse({ kind: 'bad-request', message: 'The body is not valid JSON.' })
    }
    return found === null ? door.refuse({ kind: 'not-found' }) : found.route.handle(call)
  }
  const headers = door.headers(request)
  return afterFaults(misfortune, async (skewMs) => {
    const key = keyOf(request)
    const call = { request, id: found?.id ?? '', key, misfortune, skewMs }
    const reply = await work(call)
    return { ...reply, headers: { ...headers, ...reply.headers } }
  })
}

/** Do what was asked, and let happen to the answer what must. */
export const afterFaults = async (
  misfortune: Misfortune,
  work: (skewMs: number) => Promise<WireReply>,
): Promise<Outcome> => {
  if (misfortune['drop-before-accept']) return { kind: 'dropped' }
  const skewMs = misfortune['clock-skew']?.delayMs ?? 0
  const reply = await work(skewMs)
  if (misfortune['accept-then-drop']) return { kind: 'dropped' }
  if (misfortune.hung) return { kind: 'silence' }
  const page = misfortune['html-instead-of-json']
  const status = page ? Number(page.value ?? 200) : reply.status
  return { kind: 'reply', reply: { ...reply, status }, misfortune, skewMs }
}

/** A refusal before anything is looked at, with what the rule says about it. */
export interface EarlyRefusal {
  readonly refusal: Refusal
  readonly status?: number
  readonly retryAfterSeconds?: number
}

/** What the faults or the key let no request past; null when it may pass. */
const earlyRefusal = (
  misfortune: Misfortune,
  { key, request }: Call,
  isOrder: boolean,
): EarlyRefusal | null => {
  const fault = faultRefusal(misfortune) ?? orderRefusal(misfortune, request)
  if (fault !== null) return fault
  if (isRefusedKey(key)) return { refusal: { kind: 'unauthorized' } }
  return isOrder && isPoorKey(key) ? { refusal: { kind: 'no-credit' } } : null
}

/** What the faults alone refuse. */
export const faultRefusal = (misfortune: Misfortune): EarlyRefusal | null => {
  const limited = misfortune['rate-limited']
  if (limited) {
    const retryAfterSeconds = limited.retryAfterSeconds ?? 1
    return { refusal: { kind: 'rate-limited' }, retryAfterSeconds }
  }
  const broken = misfortune['server-error']
  if (broken) return { refusal: { kind: 'server-error', status: Number(broken.value ?? 500) } }
  if (misfortune.unauthorized) return { refusal: { kind: 'unauthorized' } }
  if (misfortune.forbidden) return { refusal: { kind: 'forbidden' } }
  const poor = misfortune['no-credit']
  if (!poor) return null
  const refusal = { kind: 'no-credit' } as const
  return poor.value === undefined ? { refusal } : { refusal, status: Number(poor.value) }
}

/** What the faults refuse of orders. */
const orderRefusal = (misfortune: Misfortune, { body }: WireRequest): EarlyRefusal | null => {
  if (misfortune['wrong-region']) return { refusal: { kind: 'wrong-region' } }
  if (misfortune['image-too-large']) return { refusal: { kind: 'image-too-large' } }
  if (!misfortune['retired-model']) return null
  const model = body !== null && typeof body === 'object' && 'model' in body ? body['model'] : ''
  return { refusal: { kind: 'retired-model', model: String(model) } }
}

const settle = (door: Door, { refusal, status, retryAfterSeconds }: EarlyRefusal): WireReply => {
  const reply = door.refuse(refusal)
  return {
    ...reply,
    status: status ?? reply.status,
    ...(retryAfterSeconds === undefined
      ? {}
      : { headers: { ...reply.headers, 'retry-after': String(retryAfterSeconds) } }),
  }
}

const routeOf = (
  door: Door,
  { method, path }: WireRequest,
): { readonly route: Route; readonly id: string } | null => {
  for (const route of door.routes) {
    const match = route.method === method ? route.path.exec(path) : null
    if (match) return { route, id: match[1] ?? '' }
  }
  return null
}

const keyOf = ({ headers }: WireRequest): string => {
  const [, bearer] = /^Bearer (.+)$/.exec(headers['authorization'] ?? '') ?? []
  return (bearer ?? headers['x-api-key'] ?? '').trim()
}

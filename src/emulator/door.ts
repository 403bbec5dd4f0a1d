import type { Json } from '../domain/json.ts'
import type { Misfortune } from './faults.ts'
import type { EmulatedVendor, Operation } from './vendors.ts'
import type { WireReply, WireRequest } from './wire.ts'

/** A request that a door is to answer. */
export interface Call {
  readonly request: WireRequest
  /** What the path names by its id; empty where it names nothing. */
  readonly id: string
  /** The key it came with. */
  readonly key: string
  readonly misfortune: Misfortune
  /** How far the vendor's clock is ahead, in milliseconds. */
  readonly skewMs: number
}

/** One endpoint of a vendor. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Matches the whole path below the vendor's prefix; its first group is the id. */
  readonly path: RegExp
  readonly operation: Operation
  handle(call: Call): Promise<WireReply>
}

/** What every vendor says no with, each in its own shape. */
export type Refusal =
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'no-credit' }
  | { readonly kind: 'wrong-region' }
  | { readonly kind: 'retired-model'; readonly model: string }
  | { readonly kind: 'image-too-large' }
  | { readonly kind: 'rate-limited' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bad-request'; readonly message: string }
  | { readonly kind: 'server-error'; readonly status: number }

/** A vendor, as its SDK meets it. */
export interface Door {
  readonly vendor: EmulatedVendor
  readonly routes: readonly Route[]
  /** The vendor's shape of a refusal, with its own status for it. */
  refuse(refusal: Refusal): WireReply
  /** What every request must have; null when it has. */
  check?(request: WireRequest): WireReply | null
  /** Headers of every answer. */
  headers(request: WireRequest): { readonly [name: string]: string }
}

/** An answer of JSON. */
export const json = (status: number, body: Json): WireReply => ({ status, body })

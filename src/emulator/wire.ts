import type { Json } from '../domain/json.ts'

/** A request as a vendor's door receives it. */
export interface WireRequest {
  readonly method: string
  /** Path below the vendor's own prefix, with its leading slash: `/generations/abc`. */
  readonly path: string
  readonly query: URLSearchParams
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string }
  /** Parsed JSON; null for none. */
  readonly body: Json
}

/** What a vendor's door answers. */
export interface WireReply {
  readonly status: number
  readonly headers?: { readonly [name: string]: string }
  /** JSON, or a file of this machine that is sent as it is. */
  readonly body: Json | { readonly file: string; readonly mediaType: string }
}

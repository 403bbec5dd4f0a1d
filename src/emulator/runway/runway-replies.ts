import type { z } from 'zod'
import type { Json } from '../../domain/json.ts'
import { json, type Refusal } from '../door.ts'
import type { WireReply } from '../wire.ts'

const docUrl = 'https://docs.dev.runwayml.com/api'

/** An error in Runway's shape. */
export const runwayError = (status: number, error: string): WireReply =>
  json(status, { error, docUrl })

const runwayInvalid = (issues: readonly Json[]): WireReply =>
  json(400, { error: 'Validation of body failed', issues, docUrl })

/** The answer to what a schema refused: the vendor's own validator is zod too, and sends its issues. */
export const runwayIssues = (error: z.ZodError): WireReply =>
  runwayInvalid(JSON.parse(JSON.stringify(error.issues)) as readonly Json[])

/** One thing wrong with one field. */
export const runwayIssue = (field: string, message: string): WireReply =>
  runwayInvalid([{ code: 'custom', message, path: [field] }])

/** Runway's words for what every vendor says no with; the statuses are those of docs.dev.runwayml.com/errors, read 2026-11-30. */
export const refuseRunway = (refusal: Refusal): WireReply => {
  switch (refusal.kind) {
    case 'unauthorized':
      return runwayError(401, 'The provided API key is not valid.')
    case 'forbidden':
      return runwayError(403, 'Model variant is not available')
    case 'no-credit':
      // A 400 and not a 402: github.com/runwayml/sdk-node/issues/28, read 2026-11-30
      return runwayError(400, 'You do not have enough credits to run this task.')
    // Of these two the vendor names no words: they are chosen here.
    case 'wrong-region':
      return runwayError(403, 'The API is not available in your region.')
    case 'retired-model':
      return runwayError(400, `The model ${refusal.model} is no longer available.`)
    case 'image-too-large':
      // docs.dev.runwayml.com/errors/troubleshooting, read 2026-11-30
      return runwayIssue('promptImage', 'Asset size exceeds the limit.')
    case 'rate-limited':
      return runwayError(429, 'Too many requests')
    case 'not-found':
      return runwayError(404, 'Could not find Task')
    case 'too-large':
      return runwayError(413, 'Request too large')
    case 'bad-request':
      return runwayError(400, refusal.message)
    case 'server-error':
      return runwayError(refusal.status, 'Internal server error')
  }
}

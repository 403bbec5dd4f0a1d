import { z } from 'zod'
import type { Json } from '../domain/json.ts'
import type { Desk, Studio } from './desk.ts'
import { json } from './door.ts'
import { type FaultBox, faultRules } from './faults.ts'
import { type SettingsBoard, settingsChange } from './settings.ts'
import type { Uploads } from './uploads.ts'
import { type EmulatedVendor, emulatedVendors } from './vendors.ts'
import type { WireReply, WireRequest } from './wire.ts'

/** Where the emulator itself is spoken to. */
export const controlPath = '/_emulator'

/** What the control desk looks at and changes. */
export interface Controlled {
  readonly studio: Studio
  readonly desks: Readonly<Record<EmulatedVendor, Desk>>
  readonly uploads: Uploads
  readonly faults: FaultBox
  readonly settings: SettingsBoard
  readonly baseUrls: () => Readonly<Record<EmulatedVendor, string>>
}

/** Answer a request to the emulator itself. */
export const control = async (parts: Controlled, request: WireRequest): Promise<WireReply> => {
  const vendor = z
    .enum(emulatedVendors)
    .optional()
    .safeParse(request.query.get('vendor') ?? undefined)
  if (!vendor.success) return json(400, { error: `vendor is one of ${emulatedVendors.join(', ')}` })
  const vendors = vendor.data ? [vendor.data] : emulatedVendors
  switch (`${request.method} ${request.path.slice(controlPath.length)}`) {
    case 'GET ':
      return json(200, { baseUrls: parts.baseUrls() })
    case 'GET /charges':
      return json(200, await charges(parts, vendors))
    case 'GET /jobs':
      return json(200, { jobs: await jobs(parts, vendors) })
    case 'GET /faults':
      return json(200, { rules: rulesOf(parts) })
    case 'POST /faults':
      return setFaults(parts, request.body)
    case 'GET /settings':
      return settings(parts)
    case 'POST /settings':
      return setSettings(parts, request.body)
    case 'POST /reset':
      await reset(parts)
      return json(200, {})
    default:
      return json(404, {
        error: `The emulator has charges, jobs, faults, settings and reset below ${controlPath}`,
      })
  }
}

const charges = async (
  { desks }: Controlled,
  vendors: readonly EmulatedVendor[],
): Promise<Json> => {
  const found = (await Promise.all(vendors.map((vendor) => desks[vendor].charges()))).flat()
  found.sort((left, right) => Date.parse(left.at) - Date.parse(right.at))
  const kept = found.filter(({ isRefunded }) => !isRefunded)
  return {
    charges: found.map((charge) => ({ ...charge })),
    totalMicroUsd: kept.reduce((sum, { microUsd }) => sum + microUsd, 0),
  }
}

const jobs = async (
  { desks }: Controlled,
  vendors: readonly EmulatedVendor[],
): Promise<readonly Json[]> => {
  const standings = (await Promise.all(vendors.map((vendor) => desks[vendor].standings()))).flat()
  return standings.map(({ job, stage, course }) => ({
    vendor: job.vendor,
    id: job.id,
    model: job.model,
    stage: stage.kind,
    fate: job.fate.kind,
    acceptedAt: new Date(job.acceptedAt).toISOString(),
    endsAt: new Date(course.endsAt).toISOString(),
    request: job.request,
  }))
}

/** The rules given take the place of all others. */
const setFaults = (parts: Controlled, body: Json): WireReply => {
  const read = faultRules.safeParse(body)
  if (!read.success) return json(400, { error: z.prettifyError(read.error) })
  parts.faults.replace(read.data)
  return json(200, { rules: rulesOf(parts) })
}

const rulesOf = ({ faults }: Controlled): readonly Json[] =>
  faults.rules().map((rule) => ({ ...rule }))

const settings = ({ settings: board }: Controlled): WireReply =>
  json(200, Object.fromEntries(emulatedVendors.map((vendor) => [vendor, { ...board.of(vendor) }])))

const setSettings = (parts: Controlled, body: Json): WireReply => {
  const read = settingsChange.safeParse(body)
  if (!read.success) return json(400, { error: z.prettifyError(read.error) })
  parts.settings.change(read.data)
  return settings(parts)
}

/** Accounts as new, and no faults. Settings stay. */
const reset = async ({ studio, uploads, faults }: Controlled): Promise<void> => {
  faults.replace([])
  await studio.jobs.clear()
  await studio.clips.clear()
  await uploads.clear()
}

import type { Desk } from '../desk.ts'
import { type Call, type Door, json, type Route } from '../door.ts'
import type { Uploads } from '../uploads.ts'
import type { WireReply, WireRequest } from '../wire.ts'
import { createRunwayTask } from './runway-create.ts'
import { runwayOrganization, runwayUsage } from './runway-organization.ts'
import { refuseRunway, runwayError, runwayIssues } from './runway-replies.ts'
import { runwayImageToVideo, runwayTextToVideo, runwayUpload } from './runway-request.ts'
import { runwayTask } from './runway-task.ts'

/** The Runway API, as @runwayml/sdk 4.20.1 speaks it. It has no list of tasks. */
export const runwayDoor = (desk: Desk, uploads: Uploads): Door => ({
  vendor: 'runway',
  routes: routesOf(desk, uploads),
  refuse: refuseRunway,
  check,
  headers: () => ({ 'apigw-requestid': desk.studio.newId() }),
})

const routesOf = (desk: Desk, uploads: Uploads): readonly Route[] => [
  {
    method: 'POST',
    path: /^\/v1\/image_to_video$/,
    operation: 'create',
    handle: (call) => createRunwayTask({ desk, uploads }, runwayImageToVideo, call),
  },
  {
    method: 'POST',
    path: /^\/v1\/text_to_video$/,
    operation: 'create',
    handle: (call) => createRunwayTask({ desk, uploads }, runwayTextToVideo, call),
  },
  {
    method: 'GET',
    path: /^\/v1\/tasks\/([^/]+)$/,
    operation: 'get',
    handle: async (call) => {
      const standing = await desk.standing(call.id)
      return standing ? json(200, await runwayTask(desk, standing, call)) : notFound()
    },
  },
  {
    method: 'DELETE',
    path: /^\/v1\/tasks\/([^/]+)$/,
    operation: 'delete',
    handle: (call) => remove(desk, call),
  },
  {
    method: 'POST',
    path: /^\/v1\/uploads$/,
    operation: 'upload',
    handle: (call) => beginUpload(uploads, call),
  },
  {
    method: 'GET',
    path: /^\/v1\/organization$/,
    operation: 'balance',
    handle: (call) => runwayOrganization(desk, call),
  },
  {
    method: 'POST',
    path: /^\/v1\/organization\/usage$/,
    operation: 'usage',
    handle: (call) => runwayUsage(desk, call),
  },
]

/** Cancels what has not ended and deletes what has; either way it cannot be fetched again (tasks.d.ts of the SDK). */
const remove = async (desk: Desk, { id }: Call): Promise<WireReply> => {
  const standing = await desk.standing(id)
  if (standing === null) return notFound()
  await desk.remove(standing.job)
  return { status: 204, body: null }
}

const beginUpload = async (uploads: Uploads, { request }: Call): Promise<WireReply> => {
  const read = runwayUpload.safeParse(request.body)
  if (!read.success) return runwayIssues(read.error)
  const { url, id, fields } = await uploads.begin(read.data.filename)
  return json(200, { uploadUrl: url, fields, runwayUri: `runway://${id}` })
}

const check = ({ headers }: WireRequest): WireReply | null =>
  headers['x-runway-version'] === '2024-11-06'
    ? null
    : runwayError(
        400,
        'The API version that was provided in the X-Runway-Version header is not valid.',
      )

const notFound = (): WireReply => refuseRunway({ kind: 'not-found' })

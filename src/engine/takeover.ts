import { type ExecutorFence, executorLockKey } from './executor-fence.ts'

/** Name of this engine's runs among all that share a DBOS schema. */
export const applicationName = 'claude-studio'

/**
 * Version of our workflow bodies; runs of another version are ended, not gone on with (stages restart from rows instead).
 * Change it when a body's steps change their order or names.
 */
export const applicationVersion = '2'

/** Queue on which one executor gives itself the runs it takes over. Not shared: nobody else serves it. */
export const ownQueue = (executorId: string): string => `${queuePrefix}${executorId}`

const queuePrefix = 'executor-'

/** An unfinished run whose executor is dead. */
export interface Orphan {
  readonly id: string
  /** Whether its bodies are of this version, so that it can be gone on with. */
  readonly isOurs: boolean
  /** Count one more takeover: how many since it or a descendant last recorded a step, this one included. */
  countTakeover(): Promise<number>
}

/** What {@link adoptOrphans} is told. */
export interface Adoption {
  readonly fence: ExecutorFence
  readonly executorId: string
  readonly idPrefix: string
  /** Version of our bodies. */
  readonly version: string
  /** Take one over, or refuse it. It stays ours alone while this runs: its dead owner's lock is held. */
  readonly adopt: (orphan: Orphan) => Promise<'adopted' | 'refused'>
}

/** Our own tables beside those of DBOS; made under the migration lock. */
export const engineTables = `
  CREATE SCHEMA IF NOT EXISTS engine;
  CREATE TABLE IF NOT EXISTS engine.installed (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    version text NOT NULL
  );
  CREATE TABLE IF NOT EXISTS engine.takeover (
    workflow_id text PRIMARY KEY,
    takeovers integer NOT NULL,
    recorded_steps bigint NOT NULL,
    given_up boolean NOT NULL DEFAULT false
  );`

/**
 * Hand every unfinished run whose executor is dead to `adopt`, one dead executor after the other.
 *
 * An executor is dead when its lock is free. It is held during the adoption, so that two sweepers never take the same run.
 *
 * @returns ids of the runs adopted
 */
export const adoptOrphans = async (adoption: Adoption): Promise<readonly string[]> => {
  const { fence, executorId, idPrefix, version } = adoption
  const found = await fence.query<{ owner: string }>(
    `SELECT DISTINCT owner FROM (${unfinishedRuns}) AS run WHERE starts_with(id, $3)`,
    [applicationName, version, idPrefix],
  )
  const adopted: string[] = []
  for (const { owner } of found) {
    if (owner === executorId || !(await tryLock(fence, owner))) continue
    try {
      for (const orphan of await orphansOf(adoption, owner)) {
        if ((await adoption.adopt(orphan)) === 'adopted') adopted.push(orphan.id)
      }
    } finally {
      await fence.query(`SELECT pg_advisory_unlock(${executorLockKey})`, [owner])
    }
  }
  return adopted
}

/** Write down that a run crashed its executors too often. */
export const recordGivenUp = async (fence: ExecutorFence, id: string): Promise<void> => {
  await fence.query('UPDATE engine.takeover SET given_up = true WHERE workflow_id = $1', [id])
}

/** Whether a run was given up. */
export const isGivenUp = async (fence: ExecutorFence, id: string): Promise<boolean> => {
  const found = await fence.query<{ given_up: boolean }>(
    'SELECT given_up FROM engine.takeover WHERE workflow_id = $1',
    [id],
  )
  return found[0]?.given_up ?? false
}

/** A run that was taken over but not yet begun waits in its new owner's queue, and dies with that owner. */
const unfinishedRuns = `
  SELECT workflow_uuid AS id, created_at, application_version = $2 AS ours,
    CASE status WHEN 'PENDING' THEN executor_id ELSE substr(queue_name, ${queuePrefix.length + 1}) END AS owner
  FROM dbos.workflow_status
  WHERE application_name = $1
    AND (status = 'PENDING' OR (status = 'ENQUEUED' AND starts_with(queue_name, '${queuePrefix}')))`

const tryLock = async (fence: ExecutorFence, owner: string): Promise<boolean> => {
  const found = await fence.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(${executorLockKey}) AS taken`,
    [owner],
  )
  return found[0]?.taken ?? false
}

const orphansOf = async (
  { fence, idPrefix, version }: Adoption,
  owner: string,
): Promise<readonly Orphan[]> => {
  const found = await fence.query<{ id: string; ours: boolean }>(
    `SELECT id, ours FROM (${unfinishedRuns}) AS run WHERE starts_with(id, $3) AND owner = $4 ORDER BY created_at, id`,
    [applicationName, version, idPrefix, owner],
  )
  return found.map(({ id, ours }) => ({
    id,
    isOurs: ours,
    countTakeover: () => countTakeover(fence, id),
  }))
}

/** Count one more takeover; from 1 again whenever the run, or a child that works for it, got any further. */
const countTakeover = async (fence: ExecutorFence, id: string): Promise<number> => {
  const counted = await fence.query<{ takeovers: number }>(
    `WITH RECURSIVE family AS (
       SELECT workflow_uuid FROM dbos.workflow_status WHERE workflow_uuid = $1
       UNION
       SELECT child.workflow_uuid FROM dbos.workflow_status AS child
       JOIN family ON child.parent_workflow_id = family.workflow_uuid
     ), progress AS (
       SELECT count(*) AS steps FROM dbos.operation_outputs JOIN family USING (workflow_uuid)
     )
     INSERT INTO engine.takeover AS old (workflow_id, takeovers, recorded_steps)
     SELECT $1, 1, steps FROM progress
     ON CONFLICT (workflow_id) DO UPDATE SET
       takeovers = CASE WHEN excluded.recorded_steps > old.recorded_steps THEN 1 ELSE old.takeovers + 1 END,
       recorded_steps = excluded.recorded_steps
     RETURNING takeovers`,
    [id],
  )
  return counted[0]?.takeovers ?? 1
}

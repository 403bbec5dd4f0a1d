import { join } from 'node:path'
import { dollarsOf } from '../domain/money.ts'
import type { Production } from '../domain/production.ts'
import { framesPerSecond } from '../domain/time.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { collectReport } from './report.ts'
import { asJson } from './rows.ts'

/** Write the end of an attempt down as an event: how it ended, what was made, what it cost. */
export const sayEnd = async (floor: Floor, run: Production, event: string): Promise<void> => {
  const report = await collectReport(floor, run.id)
  const { master } = report
  await say(floor, run.id, `end/${run.attempt}/${event}`, event, {
    productionId: run.id,
    state: run.state,
    reason: run.reason,
    stage: run.stage,
    master: report.deliverables.some(({ kind }) => kind === 'master')
      ? join(run.outputDir, 'master.mp4')
      : null,
    durationSeconds: master ? master.frames / framesPerSecond(master.rate) : null,
    budgetUsd: dollarsOf(report.brief.budget),
    spentUsd: report.spentUsd,
    heldUsd: dollarsOf(report.totals.held),
    funds: report.totals.funds,
    scores: report.scores ? asJson(report.scores) : null,
    candidates: report.cuts.map(({ candidate: name, reason, events }) => ({
      candidate: name,
      reason,
      events: events.length,
      file: join(run.outputDir, 'candidates', `${name}.mp4`),
    })),
  })
}

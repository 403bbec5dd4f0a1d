import type { PlanBrief, PlanDraft } from '../../domain/crew-tasks.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { crewTask, invalidReply, madeInto } from '../crew-task.ts'
import { planPrompt, planReply } from './plan-prompt.ts'

const asked = { role: 'producer', task: 'write-plan' } as const

/**
 * How the money could be spent: pilots that differ, the number of scenes and the test scenes. Whether the money
 * is enough for all of it is for the code that puts prices on the plan.
 *
 * @throws StudioError `reply-invalid`
 */
export const writePlan = async (ask: AskCrew, brief: PlanBrief): Promise<PlanDraft> => {
  const task = crewTask({
    ...asked,
    input: brief,
    prompt: planPrompt(brief),
    images: [],
    schema: planReply,
    maxTokens: 4000,
  })
  return ask(
    'plan',
    madeInto(task, (reply) => planOf(reply, brief)),
  )
}

const planOf = (reply: PlanDraft, brief: PlanBrief): PlanDraft => {
  checkPilots(reply, brief)
  if (reply.testScenes.some((scene) => scene > reply.scenes)) {
    throw invalidReply(asked, `a test scene lies beyond scene ${reply.scenes}`)
  }
  return { ...reply, testScenes: [...new Set(reply.testScenes)].toSorted((a, b) => a - b) }
}

const checkPilots = (reply: PlanDraft, brief: PlanBrief): void => {
  if (brief.pilots !== null && reply.pilots.length !== brief.pilots) {
    throw invalidReply(asked, `${reply.pilots.length} pilots where ${brief.pilots} are wanted`)
  }
  for (const pilot of reply.pilots) {
    const offer = brief.offers.find(({ model }) => model === pilot.model)
    if (!offer) throw invalidReply(asked, `model "${pilot.model}" is not on offer`)
    if (offer.tier !== pilot.tier) {
      throw invalidReply(asked, `${pilot.model} makes ${offer.tier}, not ${pilot.tier}`)
    }
    if (brief.tier !== null && pilot.tier !== brief.tier) {
      throw invalidReply(asked, `pilot "${pilot.name}" leaves the tier ${brief.tier}`)
    }
    if (brief.takes !== null && pilot.takesPerShot !== brief.takes) {
      throw invalidReply(asked, `pilot "${pilot.name}" makes other than ${brief.takes} takes`)
    }
  }
  const ways = reply.pilots.map((pilot) => `${pilot.model} ${pilot.pace} ${pilot.style}`)
  if (new Set(ways).size !== ways.length) throw invalidReply(asked, 'two pilots are the same')
}

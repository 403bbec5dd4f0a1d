import { z } from 'zod'
import type { ReviewReply } from '../../domain/crew-tasks.ts'
import type { ContractItem } from '../../domain/intent-contract.ts'
import type { Scene, Script, Shot } from '../../domain/script.ts'
import type { Take } from '../../domain/take.ts'
import type { TechnicalReview } from '../../ports/media-tool.ts'
import { dataBlock } from '../crew-task.ts'

/** What the verifier reads of a take. */
export interface TakeToReview {
  readonly take: Take
  readonly shot: Shot
  readonly scene: Scene
  readonly script: Pick<Script, 'title' | 'look' | 'cast'>
  readonly items: readonly ContractItem[]
  readonly technical: TechnicalReview
  /** Overall score that the take's tier needs to pass, 0…100. */
  readonly threshold: number
  /** Absolute paths of stills from the take, in order. */
  readonly stills: readonly string[]
}

const score = z.number().min(0).max(100)
const lines = (most: number): z.ZodArray<z.ZodString> =>
  z.array(z.string().trim().min(1).max(200)).max(most)

/** The review as a reply; the technical score and the sum-up are not the reviewer's to give. */
export const reviewReply: z.ZodType<ReviewReply> = z.strictObject({
  reviewer: z.string().trim().min(1).max(80),
  visual: score,
  style: score,
  narrative: score,
  intent: score,
  covered: z.array(z.string()).max(20),
  missing: lines(20),
  violated: lines(20),
  notes: lines(12),
})

/** The verifier's instruction for one take. */
export const reviewPrompt = ({ take, shot, scene, script, ...rest }: TakeToReview): string =>
  `You are the quality verifier of a film studio. Review take ${take.slate} of the film "${script.title}". ${rest.stills.length > 0 ? `You see ${rest.stills.length} stills of it, in order.` : 'There are no stills; judge by what the maker says is in the picture.'}

Ordered: ${dataBlock('shot', shot.prompt)}
Scene ${scene.number}: ${scene.title.replace(/\s+/g, ' ')}
Cast:
${script.cast.map(({ name, look }) => `- ${name}: ${look}`).join('\n') || '- none'}
The maker says it shows: ${take.depicted.join(', ') || 'nothing said'}
Measured: technical score ${rest.technical.score}; ${Object.entries(rest.technical.measures)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}
Findings: ${rest.technical.findings.map(({ defect, evidence }) => `${defect} (${evidence})`).join('; ') || 'none'}

Items of the intent contract that this scene is to show:
${
  rest.items
    .filter(({ id }) => scene.covers.includes(id))
    .map((item) => `- ${item.id} ${item.kind}: ${item.claim} [${item.words.join(', ')}]`)
    .join('\n') || '- none'
}
Must not be seen:
${
  rest.items
    .filter(({ kind }) => kind === 'must-not')
    .map((item) => `- ${item.claim} [${item.words.join(', ')}]`)
    .join('\n') || '- nothing named'
}

Score 0 to 100, by evidence only: visual (is everything ordered there and readable), style (look, light and cast as ordered), narrative (does it tell this scene's step), intent (how much of the contract that this shot can show is shown). A take with nothing missing scores 82 to 96. List the contract ids that are really seen (covered), ordered things that are not there (missing), forbidden things that are (violated), and your reasons (notes). Sign with your model's name (reviewer).`

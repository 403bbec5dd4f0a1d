import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { reviewTake } from '../agents/qa-verifier/review-take.ts'
import type { Review } from '../domain/review.ts'
import type { Picture } from '../domain/script.ts'
import type { Take } from '../domain/take.ts'
import { passThreshold, type Tier } from '../domain/tier.ts'
import { frames, secondsFromFrames } from '../domain/time.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import type { Outcome } from './outcome.ts'
import { done } from './outcome.ts'
import { asJson, pilotOf, readDocument } from './rows.ts'
import { type TakeRequest, takeRow, takeWork } from './take-work.ts'

/** Measure, judge, and write the review down. */
export const review = async (floor: Floor, request: TakeRequest): Promise<Outcome<null>> => {
  const { production, pilot, slate } = request
  const take = await takeRow(floor, request)
  if (take?.footage.kind !== 'stored') return done
  const reviews = await floor.productions.reviews(production)
  const known = reviews.find((one) => one.pilot === pilot && one.slate === slate)
  const judged = known ?? (await judge(floor, request, take, take.footage.hash))
  await sayReviewed(floor, production, take, judged)
  return done
}

/** Say how a take was judged; harmless when it was said before. */
export const sayReviewed = async (
  floor: Floor,
  production: string,
  { pilot, slate, footage }: Take,
  { passed, scores }: Review,
): Promise<void> => {
  const { rate } = await floor.productions.brief(production)
  const length = footage.kind === 'stored' ? footage.available.length : frames(0)
  await say(floor, production, `reviewed/${pilot}/${slate}`, 'take-reviewed', {
    pilot,
    slate,
    passed,
    scores: asJson(scores),
    seconds: secondsFromFrames(length, rate),
  })
}

const judge = async (
  floor: Floor,
  request: TakeRequest,
  take: Take,
  hash: string,
): Promise<Review> => {
  const { production, pilot } = request
  const { brief, script, scene, shot, order } = await takeWork(floor, request)
  const plan = await readDocument(floor.productions, production, 'plan')
  const contract = await readDocument(floor.productions, production, 'contract')
  const { picture } = shot
  // A take on another model than the plan's is judged as what it is.
  const tier = floor.prices.model(request.model).tier ?? pilotOf(plan, pilot).tier
  const technical = await floor.media.reviewTake(
    await floor.vault.path(hash),
    {
      camera: picture.camera,
      hasMotion: isMeantToMove(picture, tier),
      timeOfDay: picture.timeOfDay,
      length: order.length,
      rate: brief.rate,
      size: brief.size,
    },
    floor.signal(production),
  )
  const judged = await withStills(floor, production, { take, hash }, (stills) =>
    reviewTake(floor.crew(production), {
      ...{ take, shot, scene, script, items: contract.items, technical, stills },
      threshold: passThreshold[tier],
    }),
  )
  await floor.productions.putReview(production, judged)
  return judged
}

/** How many stills of a take the crew looks at, evenly over its length. Chosen by this project. */
const stillsOfTake = 4

/** Stills of a take for a crew that looks at pictures; none for one that reads. They are gone afterwards. */
const withStills = async <Result>(
  floor: Floor,
  production: string,
  { take, hash }: { readonly take: Take; readonly hash: string },
  use: (stills: readonly string[]) => Promise<Result>,
): Promise<Result> => {
  if (!floor.crewSees || take.footage.kind !== 'stored') return use([])
  const folder = await floor.vault.scratchFolder()
  try {
    const { length } = take.footage.available
    const input = await floor.vault.path(hash)
    const stills: string[] = []
    for (let number = 0; number < stillsOfTake; number += 1) {
      const frame = frames(Math.floor((length * (number + 0.5)) / stillsOfTake))
      const still = join(folder, `still-${number + 1}.png`)
      await floor.media.still(input, frame, still, floor.signal(production))
      stills.push(still)
    }
    return await use(stills)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Stills with a camera move are what the cheapest tier is; elsewhere people and weather move. */
const isMeantToMove = ({ subjects, weather }: Picture, tier: Tier): boolean =>
  tier !== 'static-images' && (subjects.length > 0 || weather !== 'clear')

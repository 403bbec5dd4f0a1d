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
  const judged = await reviewTake(floor.crew(production), {
    take,
    shot,
    scene,
    script,
    items: contract.items,
    technical,
    threshold: passThreshold[tier],
    stills: [],
  })
  await floor.productions.putReview(production, judged)
  return judged
}

/** Stills with a camera move are what the cheapest tier is; elsewhere people and weather move. */
const isMeantToMove = ({ subjects, weather }: Picture, tier: Tier): boolean =>
  tier !== 'static-images' && (subjects.length > 0 || weather !== 'clear')

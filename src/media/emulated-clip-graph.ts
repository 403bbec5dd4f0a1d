import type { PictureSize } from '../domain/brief.ts'

/** A picture of bare RGBA pixels in a file, one frame of it. */
export interface PixelFile extends PictureSize {
  readonly path: string
}

/** What a clip shows at one of its ends: a picture, or the nearest frame of another clip. */
export type EndFrame =
  | { readonly kind: 'picture'; readonly file: PixelFile }
  | { readonly kind: 'clip'; readonly path: string }

/** Everything that a clip is put together from. */
export interface ClipPlan extends PictureSize {
  /** Length of the clip. */
  readonly frames: number
  /** Frames a second. */
  readonly fps: number
  readonly base:
    | { readonly kind: 'film'; readonly path: string }
    | {
        readonly kind: 'shapes'
        readonly card: PixelFile
        readonly discs: readonly PixelFile[]
        /** Two colours of the ground, `0x204060`. */
        readonly ground: readonly [string, string]
        /** 0…2^31-1 */
        readonly seed: number
      }
  readonly first: EndFrame | null
  readonly last: EndFrame | null
  readonly plate: PixelFile
}

/** Inputs and filter graph of one run of ffmpeg. The graph ends in `[clip]`. */
export interface ClipGraph {
  readonly inputs: readonly string[]
  readonly graph: string
}

interface Building {
  readonly inputs: string[]
  readonly filters: string[]
  count: number
}

/** Pictures of RGB pixels become bt709, limited range, as all that the studio makes. */
const toVideo = 'scale=out_color_matrix=bt709:out_range=tv:flags=bicubic'

/** How a clip is put together. Pure: text never gets in, only numbers, our own colours, and paths as inputs. */
export const clipGraph = (plan: ClipPlan): ClipGraph => {
  const building: Building = { inputs: [], filters: [], count: 0 }
  addBase(building, plan)
  if (plan.first) addEnd(building, plan, plan.first, 'first')
  if (plan.last) addEnd(building, plan, plan.last, 'last')
  const { plate } = plan
  const margin = 2 * Math.round(plan.height / 60)
  const [x, y] = [plan.width - plate.width - margin, plan.height - plate.height - margin]
  lay(building, addPixels(building, plate), `x=${x}:y=${y}`)
  building.filters.push(`[${top(building)}]format=yuv420p,setsar=1[clip]`)
  return { inputs: building.inputs, graph: building.filters.join(';') }
}

/** The name of what lies on top so far. */
const top = ({ filters }: Building): string => `v${filters.length}`

const addInput = (building: Building, args: readonly string[]): number => {
  building.inputs.push(...args)
  building.count += 1
  return building.count - 1
}

const safeMp4 = (path: string): readonly string[] => [
  ...['-protocol_whitelist', 'file', '-format_whitelist', 'mov', '-enable_drefs', '0'],
  ...['-f', 'mov', '-i', `file:${path}`],
]

const addPixels = (building: Building, { path, width, height }: PixelFile): string => {
  const index = addInput(building, [
    ...['-f', 'rawvideo', '-pixel_format', 'rgba', '-video_size', `${width}x${height}`],
    ...['-framerate', '24', '-i', `file:${path}`],
  ])
  return `[${index}:v]${toVideo},format=yuva420p`
}

/** Lay a stream, given as the beginning of its chain, over what is there. */
const lay = (building: Building, chain: string, place: string): void => {
  const below = top(building)
  const name = `o${building.filters.length}`
  building.filters.push(`${chain}[${name}]`)
  const above = `v${building.filters.length + 1}`
  building.filters.push(`[${below}][${name}]overlay=${place}[${above}]`)
}

const addBase = (building: Building, plan: ClipPlan): void => {
  const { base, width, height, fps, frames } = plan
  if (base.kind === 'film') {
    const index = addInput(building, safeMp4(base.path))
    building.filters.push(`[${index}:v]scale=${width}:${height},fps=${fps},format=yuv420p[v1]`)
    return
  }
  const { ground, seed, card, discs } = base
  // Colours that flow are smooth: drawn small they look the same.
  const [w, h] = [Math.max(16, width / 4), Math.max(16, height / 4)].map(Math.round)
  const seconds = (frames / fps).toFixed(4)
  const source = `gradients=size=${w}x${h}:c0=${ground[0]}:c1=${ground[1]}:nb_colors=2:seed=${seed % 4_294_967_295}:speed=0.02:rate=${fps}:duration=${seconds}`
  const index = addInput(building, ['-f', 'lavfi', '-i', source])
  building.filters.push(
    `[${index}:v]${toVideo.replace('scale=', `scale=${width}:${height}:`)},format=yuv420p[v1]`,
  )
  discs.forEach((disc, order) => {
    const pace = 0.7 + 0.25 * order
    const phase = (order * 2.1 + (seed % 628) / 100).toFixed(2)
    const x = `(W-w)/2+W*0.38*sin(t*${pace}+${phase})`
    const y = `(H-h)/2+H*0.34*cos(t*${(pace * 0.8).toFixed(2)}+${phase})`
    lay(building, addPixels(building, disc), `x='${x}':y='${y}'`)
  })
  const drift = (card.height * 0.12).toFixed(1)
  const left = Math.round(width * 0.07)
  lay(building, addPixels(building, card), `x=${left}:y='(H-h)/2+${drift}*sin(t*0.9+${seed % 6})'`)
}

/** Frames until an end frame has given way to the picture: a second, and no more than a third of the clip. */
const fadeLength = ({ frames, fps }: ClipPlan): number =>
  Math.max(1, Math.min(fps, Math.floor(frames / 3)))

const addEnd = (
  building: Building,
  plan: ClipPlan,
  frame: EndFrame,
  end: 'first' | 'last',
): void => {
  const length = fadeLength(plan)
  const start = end === 'first' ? 0 : plan.frames - length
  // The frame itself stands whole for one frame: the very first, or the very last.
  const fade =
    end === 'first'
      ? `fade=type=out:start_frame=1:nb_frames=${length}:alpha=1`
      : `fade=type=in:start_frame=0:nb_frames=${Math.max(1, length - 1)}:alpha=1`
  lay(
    building,
    [
      frame.kind === 'picture'
        ? addPixels(building, frame.file)
        : addFrameOf(building, plan, frame.path, end),
      `loop=loop=${length - 1}:size=1:start=0`,
      `setpts=(N+${start})/(${plan.fps}*TB)`,
      fade,
    ].join(','),
    `x=0:y=0:eof_action=pass`,
  )
}

/** Of a clip that comes before the last frame, of one that comes after the first. */
const addFrameOf = (
  building: Building,
  { width, height }: ClipPlan,
  path: string,
  end: 'first' | 'last',
): string => {
  const seek = end === 'first' ? ['-sseof', '-0.5'] : []
  const index = addInput(building, [...seek, ...safeMp4(path)])
  const turned = end === 'first' ? 'reverse,' : ''
  const cover = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height}`
  return `[${index}:v]${turned}trim=end_frame=1,${cover},format=yuva420p`
}

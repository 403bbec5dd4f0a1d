/** A kind of film that a concept begins with, `Horror:`, `A comedy about`: it says how the film feels, and nothing of what is in it. */
export interface GenrePrefix {
  /** The kind as written, lower case: `horror`. */
  readonly kind: string
  /** The vocabulary's mood of such films; null for kinds that have none of their own. */
  readonly mood: string | null
  /** Where what is in the film begins. */
  readonly end: number
}

const moodOfKind: Readonly<Record<string, string | null>> = {
  horror: 'tense',
  thriller: 'tense',
  'crime thriller': 'tense',
  'psychological thriller': 'tense',
  crime: 'tense',
  drama: 'melancholic',
  tragedy: 'melancholic',
  noir: 'mysterious',
  'film noir': 'mysterious',
  'neo-noir': 'mysterious',
  mystery: 'mysterious',
  'fairy tale': 'mysterious',
  fairytale: 'mysterious',
  'ghost story': 'mysterious',
  fantasy: 'mysterious',
  fable: 'warm',
  comedy: 'joyful',
  'dark comedy': 'joyful',
  'slapstick comedy': 'joyful',
  slapstick: 'joyful',
  musical: 'joyful',
  'romantic comedy': 'warm',
  romance: 'warm',
  'love story': 'warm',
  'bedtime story': 'serene',
  'nature documentary': 'serene',
  'nature film': 'serene',
  'wildlife documentary': 'serene',
  story: null,
  poem: null,
  film: null,
  movie: null,
  tale: null,
  'time-lapse': null,
  timelapse: null,
  montage: null,
  'slow motion': null,
  documentary: null,
  'short documentary': null,
  animation: null,
  cartoon: 'joyful',
  action: 'energetic',
  'music video': 'energetic',
  sports: 'energetic',
  adventure: 'epic',
  western: 'epic',
  'sci-fi': 'epic',
  'science fiction': 'epic',
  'historical drama': 'epic',
  'period drama': 'epic',
  epic: 'epic',
}

const kinds = Object.keys(moodOfKind)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const size = String.raw`(?:(?:short|little|small|quiet|animated|classic|slow|modern|family|travel|kids'?|children's|\d+[\s-]*(?:s|sec|seconds?))[\s-]+)*`
const film = String.raw`(?:\s+(?:film|movie|short|clip|video|story|scene|trailer|piece))?`
const manner = String.raw`(?:,?\s+(?:by|in the (?:style|manner|spirit) of|inspired by)\s+(?:\p{Lu}[\p{L}'-]+\s*){1,3}(?:style)?|\s+(?:for|aimed at)\s+(?:(?:small|young)\s+)?(?:kids|children|families|the (?:whole )?family|toddlers))*`
const label = new RegExp(
  String.raw`^\s*(?:genre\s*:\s*)?(?:an?\s+)?${size}(${kinds})${film}${manner}\s*(?:[:–—]|\s-\s|\.\s)\s*`,
  'iu',
)
const phrase = new RegExp(
  String.raw`^\s*(?:(?:an?|the)\s+)?${size}(${kinds})${film}${manner}\s+(?:about|of|on|in which|where|with|set|following|showing)(?=\s)\s*`,
  'iu',
)

/** The same in other languages: "Ein Werbespot für ein Fahrrad: ". */
const foreignLabel =
  /^\s*(?:(?:ein|eine|une?|una|uno|um|uma|il|le|la|el|o|a|en|et|een)\s+)?(?:[\p{L}-]+\s+)?(werbespot|werbung|werbefilm|kurzfilm|film|spielfilm|erklärvideo|musikvideo|reisefilm|publicité|pub|spot|court[- ]métrage|clip|vidéo|anuncio|comercial|cortometraje|corto|película|vídeo|video|cuento|märchen|conte|fiaba|cortometraggio|pubblicità|anúncio|curta|filme|reklam|geschichte|historia|histoire|storia|história)(?![\p{L}])[^:.!?\n]{0,40}:\s*/iu

/** The kind of film a concept begins with; null where it begins with what is in it. */
export const genrePrefix = (text: string): GenrePrefix | null => {
  const match = label.exec(text) ?? phrase.exec(text) ?? foreignLabel.exec(text)
  const kind = match?.[1]?.toLowerCase()
  if (!match || kind === undefined) return null
  return { kind, mood: moodOfKind[kind] ?? null, end: match[0].length }
}

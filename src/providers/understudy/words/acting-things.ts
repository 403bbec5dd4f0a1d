import type { Mention } from './lexicon.ts'
import { lexicon } from './lexicon.ts'
import type { VerbForm } from './verbs.ts'
import { verbForm } from './verbs.ts'
import { animals, objects } from './vocabulary.ts'

/** Things of which a story can tell what they do: `the rocket launches`, `a shadow moves`. */
const movers = lexicon({
  thing:
    'scarecrow|doll|clock|alarm clock|alarm|coffee machine|espresso machine|coffee maker|machine|kettle|toaster|engine|phone|telephone|doorbell|bell|door|gate|window|curtain|drawbridge|lamp|lantern|candle|fire|campfire|bonfire|light|street lamp|streetlight|neon sign|sign|screen|television|radio|record player|music box|ball|feather|leaf|snowflake|petal|seed|letter|flag|box|chest|book|glass|bottle|vase|cup|pot|cake|statue|portrait|mirror|puppet|flower|tree|logo|snowman|violin|drum|trumpet|saxophone|guitar|piano|microphone|typewriter|teapot|pan|teddy bear|teddy|toy train|toy robot|snow globe|skateboard|surfboard|sled|sledge|sword|shield|compass|telescope|fountain|ladder|scooter|pumpkin|mushroom|carrot|tomato|cookie|chocolate|ice cream|cheese|burger|pizza|treasure chest|trophy|plant pot|watering can|hammer|sandcastle|umbrella|suitcase|backpack',
  vehicle:
    'rocket|rocket ship|spaceship|spacecraft|space shuttle|shuttle|satellite|capsule|rover|train|locomotive|tram|subway|ship|boat|sailboat|rowboat|fishing boat|ferry|submarine|canoe|car|sports car|convertible|limousine|taxi|bus|truck|van|tractor|ambulance|plane|airplane|aeroplane|jet|helicopter|drone|hot air balloon|balloon|airship|kite|bicycle|motorbike|motorcycle|carriage|paper boat|paper plane|elevator|carousel|windmill|ferris wheel',
  stuff:
    'shadow|ghost|coffee|tea|milk|wine|steam|smoke|water|lava|dough|comet|meteor|asteroid|avalanche|volcano|iceberg|music|song|melody|voice|scream',
})

/** What things do, as a story tells it. */
const deeds = new Set(
  'launch lift take land depart arrive leave go come sail drift float pass drive speed race roll stop start ring open close fall drop glow burn flicker shine light turn spin move appear disappear vanish rise set pour drip flow tick strike chime hum buzz beep whistle creak slam shatter break explode crash melt bloom sway swing fly hover cross enter approach follow circle orbit stand wait grow fade blink steam boil hiss sizzle rumble roar erupt echo play begin end sink bounce shake tremble wake rattle whisper call descend climb travel return blow brew crackle leap dance ripple throb'.split(
    ' ',
  ),
)

/** Things in the shape of somebody, of which a story tells what it tells of people. */
const lifelike =
  /\b(?:snowm[ae]n|scarecrows?|statues?|puppets?|teddy(?: bears?)?|dolls?|portraits?|toy robots?)$/i

/** What goes on in a place without anybody doing it: it is told, and its picture is that of the place. */
const forces = lexicon({
  force:
    'time|sun|moon|wind|breeze|rain|snow|sky|cloud|wave|star|northern lights|fog|mist|storm|tide|thunder|lightning|darkness|silence|night|morning|winter|spring|summer|autumn|city|city lights|village|town|forest|river|sea|ocean|street|market|world|earth|music|music fades|traffic|season|sunlight|moonlight|shadows|leaves|petals|blossoms|cherry blossoms|snowflakes|raindrops|fireflies|sparks|flames|fireworks|curtains|skyscrapers|glacier|waterfall|lake|mountain|stadium',
})

const clauseStart =
  /(?:^|[.,;:!?\n—–]|(?:^|[.,;:!?\n])\s*(?:(?:and|but|then)\s+)?(?:in|at|on|after|before|by|one)\s+(?:\p{L}+\s+){0,2}\p{L}+\s|(?<!\p{L})(?:and|then|while|as|when|until|before|after|but|where|because|so|suddenly|finally|outside|inside|overhead|nearby))\s*$/iu
const determiners =
  /^(?:an?|the|his|her|their|its|my|our|one|another|every|each|some|no|only|that|this)$/i
const linking =
  /^(?:and|then|with|to|for|of|by|from|at|near|beside|behind|past|about|into|onto|in|on|over|under|around|through|between|against|towards?|like|after|before|among|across|along|without|or|who|that|which|is|are|was|were|has|have)$/i

/** The things of a text that act in it, where they do; those that are only there are none. */
export const actingThings = (text: string): readonly Mention[] =>
  movers
    .find(text)
    .filter(
      (mention) =>
        isSubject(text, mention) &&
        acts(text, mention, ({ base }) => deeds.has(base) || lifelike.test(mention.text)),
    )

/** Where a text tells what sun and wind, a city or the night do. */
export const actingForces = (text: string): readonly Mention[] =>
  forces
    .find(text)
    .map((mention) => withWhere(text, mention))
    .filter((mention) => isSubject(text, mention) && acts(text, mention, () => true))

/** "The city below wakes up": where it is belongs to what it is called. */
const withWhere = (text: string, mention: Mention): Mention => {
  const said = /^\s+(?:below|above|outside|beyond|beneath|overhead)(?=\s+\p{Ll})/u.exec(
    text.slice(mention.end),
  )?.[0]
  return said === undefined
    ? mention
    : { ...mention, text: mention.text + said, end: mention.end + said.length }
}

/** What a force is called in its sentence, as the client wrote it: `the morning fog`. */
export const forceName = (text: string, { start, end }: Mention): string => {
  const before = text.slice(Math.max(0, start - 40), start)
  const own =
    /(?:(?:the|an?|his|her|their)\s+(?:(?!(?:and|or|but|while|as)\s)[\p{L}-]+\s+){0,2})$/iu.exec(
      before,
    )?.[0] ?? ''
  const name = `${own}${text.slice(start, end)}`
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** Whether a sentence or a part of one begins with a noun: nothing before it but its article and adjectives. */
export const isSubject = (text: string, { start }: Mention): boolean => {
  let before = text.slice(Math.max(0, start - 60), start)
  for (let adjectives = 0; adjectives < 4; adjectives += 1) {
    if (clauseStart.test(before)) return true
    const word = /(\p{L}[\p{L}'-]*)\s*$/u.exec(before)
    if (!word?.[1]) return false
    if (determiners.test(word[1])) return clauseStart.test(before.slice(0, word.index))
    if (linking.test(word[1]) || verbForm(word[1])?.shape === 'third') return false
    before = before.slice(0, word.index)
  }
  return false
}

const between =
  /^(?:\s+(?:in|on|at|of|from|over|above|behind|by|near|inside|outside)\s+(?:(?:the|an?|his|her|their)\s+)?(?:[\p{L}-]+\s+){0,2}?[\p{L}-]+)?(?:\s+(?:\p{L}+ly|then|is|are|finally|once more|again|starts? to|begins? to))*\s+(\p{L}+)/u

/** What follows is something that is done: `launches`, `is glowing`, `drifting`; of several, `glow`. */
const acts = (
  text: string,
  { text: said, end }: Mention,
  isDeed: (form: VerbForm) => boolean,
): boolean => {
  const after = text.slice(end, end + 80)
  const words = [/^\s+(\p{L}+)/u.exec(after), between.exec(after)].flatMap(
    (match) => match?.[1] ?? [],
  )
  return words.some((word) => {
    const form = verbForm(word)
    if (!form || !isDeed(form)) return false
    if (form.shape === 'gerund') return deeds.has(form.base)
    return form.shape === (isMany(said) ? 'base' : 'third')
  })
}

/** Whether a thing's noun means several: `lights`. */
export const isMany = (noun: string): boolean =>
  /[^su]s$|\b(?:people|children|(?:wo)?men)$/.test(noun)

/** What a thing is drawn as: the vocabulary's word for it, else its own. */
export const drawnThing = (noun: string): string => {
  const drawn = objects.find(noun).at(-1)
  return drawn?.word ?? noun.toLowerCase()
}

/** Whether one of the cast is a thing that acts, and neither man nor beast nor machine with a mind of its own. */
export const isInanimate = (entry: { readonly kind: string; readonly what: string }): boolean =>
  entry.kind === 'thing' && !animals.words.includes(entry.what)

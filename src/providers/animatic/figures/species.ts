/** Animals that can be drawn. */
export type Species =
  | 'dog'
  | 'cat'
  | 'horse'
  | 'deer'
  | 'bear'
  | 'fox'
  | 'rabbit'
  | 'wolf'
  | 'cow'
  | 'sheep'
  | 'lion'
  | 'bird'
  | 'fish'

const words: readonly (readonly [Species, RegExp])[] = [
  ['dog', /\b(?:dogs?|puppy|puppies|retriever|terrier|hound|collie|shepherd dog|corgi)\b/u],
  ['cat', /\b(?:cats?|kittens?)\b/u],
  ['horse', /\b(?:horses?|pony|ponies|stallion|mare|unicorn|donkey)\b/u],
  ['deer', /\b(?:deer|stag|fawn|elk|moose|reindeer)\b/u],
  ['bear', /\b(?:bears?)\b/u],
  ['fox', /\b(?:fox|foxes)\b/u],
  ['rabbit', /\b(?:rabbits?|hares?|bunny|bunnies)\b/u],
  ['wolf', /\b(?:wolf|wolves)\b/u],
  ['cow', /\b(?:cows?|bull|ox|cattle)\b/u],
  ['sheep', /\b(?:sheep|lambs?|goats?)\b/u],
  ['lion', /\b(?:lions?|tigers?|leopard|panther)\b/u],
  [
    'bird',
    /\b(?:birds?|seagulls?|gulls?|crows?|ravens?|eagles?|hawk|owl|doves?|pigeons?|swallows?|sparrows?|parrot|geese|goose|ducks?|swans?|heron|cranes?)\b/u,
  ],
  ['fish', /\b(?:fish|fishes|whales?|dolphins?|sharks?|salmon|trout)\b/u],
]

/** The animal a text names, null for none. */
export const speciesOf = (text: string): Species | null => {
  const lower = text.toLowerCase()
  return words.find(([, pattern]) => pattern.test(lower))?.[0] ?? null
}

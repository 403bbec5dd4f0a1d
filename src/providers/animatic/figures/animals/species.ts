/** Four-legged animals of house, farm and wood, and the lion. */
export type HomelyQuadruped =
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

/** Four-legged animals of far countries and of tales. */
export type ExoticQuadruped =
  | 'tiger'
  | 'leopard'
  | 'zebra'
  | 'donkey'
  | 'unicorn'
  | 'giraffe'
  | 'camel'
  | 'elephant'
  | 'panda'
  | 'monkey'
  | 'ape'
  | 'dinosaur'
  | 'dragon'

/** Little four-legged animals, and the pig. */
export type LittleQuadruped = 'mouse' | 'hamster' | 'hedgehog' | 'otter' | 'pig'

/** Four-legged animals that can be drawn. */
export type Quadruped = HomelyQuadruped | ExoticQuadruped | LittleQuadruped

/** Animals with no legs, two, or many, that can be drawn, and the kangaroo and the squirrel, which sit up on two. */
export type Creature =
  | 'bird'
  | 'fish'
  | 'penguin'
  | 'owl'
  | 'duck'
  | 'chicken'
  | 'butterfly'
  | 'dragonfly'
  | 'bee'
  | 'snake'
  | 'snail'
  | 'caterpillar'
  | 'spider'
  | 'ant'
  | 'crab'
  | 'frog'
  | 'turtle'
  | 'kangaroo'
  | 'squirrel'
  | 'whale'
  | 'dolphin'
  | 'shark'
  | 'octopus'
  | 'jellyfish'

/** Animals that can be drawn. */
export type Species = Quadruped | Creature

type Words<Kind> = readonly (readonly [Kind, RegExp])[]

// The first entry that matches wins, so the special stands before the general.
const creatureWords: Words<Creature> = [
  ['jellyfish', /\b(?:jelly ?fish(?:es)?|medusas?)\b/u],
  ['dragonfly', /\b(?:dragonfl(?:y|ies)|damselfl(?:y|ies))\b/u],
  ['butterfly', /\b(?:butterfl(?:y|ies)|moths?)\b/u],
  ['caterpillar', /\b(?:caterpillars?)\b/u],
  ['octopus', /\b(?:octopus(?:es)?|octopi|squids?)\b/u],
  ['shark', /\b(?:sharks?)\b/u],
  ['dolphin', /\b(?:dolphins?|porpoises?)\b/u],
  ['whale', /\b(?:whales?|orcas?)\b/u],
  ['penguin', /\b(?:penguins?)\b/u],
  ['owl', /\b(?:owls?|owlets?)\b/u],
  ['duck', /\b(?:ducks?|ducklings?|goose|geese|goslings?|swans?|cygnets?)\b/u],
  ['chicken', /\b(?:chickens?|hens?|roosters?|cockerels?|chicks?)\b/u],
  [
    'bird',
    /\b(?:birds?|seagulls?|gulls?|crows?|ravens?|eagles?|hawks?|falcons?|vultures?|condors?|doves?|pigeons?|swallows?|sparrows?|parrot|heron|cranes?)\b/u,
  ],
  ['bee', /\b(?:bees?|bumble ?bees?|honeybees?|wasps?)\b/u],
  ['snake', /\b(?:snakes?|serpents?|cobras?|pythons?)\b/u],
  ['spider', /\b(?:spiders?)\b(?! monkey)/u],
  ['snail', /\b(?:snails?)\b/u],
  ['ant', /\b(?:ants?)\b/u],
  ['crab', /\b(?:crabs?)\b/u],
  ['frog', /\b(?:frogs?|toads?)\b/u],
  ['turtle', /\b(?:turtles?|tortoises?)\b/u],
  ['squirrel', /\b(?:squirrels?|chipmunks?)\b/u],
  ['kangaroo', /\b(?:kangaroos?|wallab(?:y|ies))\b/u],
  ['fish', /\b(?:fish|fishes|salmon|trout)\b/u],
]

const quadrupedWords: Words<Quadruped> = [
  ['monkey', /\b(?:monkeys?|chimps?|chimpanzees?|lemurs?)\b/u],
  ['ape', /\b(?:apes?|gorillas?|orang-?utans?)\b/u],
  ['hamster', /\b(?:hamsters?|guinea pigs?|gerbils?)\b/u],
  ['panda', /\b(?:pandas?)\b/u],
  ['dog', /\b(?:dogs?|puppy|puppies|retriever|terrier|hound|collie|shepherd dog|corgi)\b/u],
  ['cat', /\b(?:cats?|kittens?)\b/u],
  ['unicorn', /\b(?:unicorns?)\b/u],
  ['donkey', /\b(?:donkeys?|mules?)\b/u],
  ['zebra', /\b(?:zebras?)\b/u],
  ['horse', /\b(?:horses?|pony|ponies|stallion|mare)\b/u],
  ['giraffe', /\b(?:giraffes?)\b/u],
  ['deer', /\b(?:deer|stag|fawn|elk|moose|reindeer)\b/u],
  ['bear', /\b(?:bears?)\b/u],
  ['fox', /\b(?:fox|foxes)\b/u],
  ['rabbit', /\b(?:rabbits?|hares?|bunny|bunnies)\b/u],
  ['wolf', /\b(?:wolf|wolves)\b/u],
  ['cow', /\b(?:cows?|bull|ox|cattle)\b/u],
  ['sheep', /\b(?:sheep|lambs?|goats?)\b/u],
  ['tiger', /\b(?:tigers?|tigress)\b/u],
  ['leopard', /\b(?:leopards?|cheetahs?|jaguars?|panthers?)\b/u],
  ['lion', /\b(?:lions?)\b/u],
  ['elephant', /\b(?:elephants?|mammoths?)\b/u],
  ['camel', /\b(?:camels?|dromedar(?:y|ies))\b/u],
  ['dragon', /\b(?:dragons?)\b/u],
  ['dinosaur', /\b(?:dinosaurs?|brontosaurus|diplodocus)\b/u],
  ['hedgehog', /\b(?:hedgehogs?)\b/u],
  ['otter', /\b(?:otters?|beavers?)\b/u],
  ['mouse', /\b(?:mouse|mice|rats?)\b/u],
  ['pig', /\b(?:pigs?|piglets?|boars?)\b/u],
]

const words: Words<Species> = [...creatureWords, ...quadrupedWords]

const creatures: ReadonlySet<string> = new Set(creatureWords.map(([kind]) => kind))

/** Whether an animal is none of the four-legged. */
export const isCreature = <Kind extends Species>(species: Kind): species is Kind & Creature =>
  creatures.has(species)

/** Whether an animal has a quadruped's build. */
export const isQuadruped = (species: Species | null): species is Quadruped =>
  species !== null && !isCreature(species)

/** The animal a text names, null for none. */
export const speciesOf = (text: string): Species | null => {
  const lower = text.toLowerCase()
  return words.find(([, pattern]) => pattern.test(lower))?.[0] ?? null
}

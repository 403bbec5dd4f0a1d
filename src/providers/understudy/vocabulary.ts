import type { Lexicon } from './lexicon.ts'
import { lexicon } from './lexicon.ts'

/** Places that can be drawn, with what people call them. */
export const places: Lexicon = lexicon({
  'mountain lake':
    'mountain lake|alpine lake|highland lake|lake|tarn|lakeside|lakeshore|pond|fjord',
  mountains:
    'mountain|mountain range|peak|the alps|summit|himalayas|hill|hillside|hilltop|ridge|volcano|canyon',
  forest: 'forest|woods|woodland|jungle|rainforest|grove|pine trees',
  meadow:
    'meadow|grassland|prairie|wildflower field|field|football pitch|soccer field|football field|stadium|pasture|savanna|savannah',
  'coast road': 'coast road|coastal road|coastal highway|seaside road|ocean drive',
  beach:
    'beach|cliff|sea cliff|seashore|seaside|shoreline|shore|coast|coastline|sandy bay|tropical island|island',
  ocean: 'ocean|open sea|sea|high seas',
  underwater: 'underwater|coral reef|reef|ocean floor|seabed|deep sea',
  desert: 'desert|sand dune|dune|sahara',
  river: 'river|riverbank|riverside|stream|creek|brook',
  waterfall: 'waterfall|cascade',
  village: 'village|hamlet|small town|old town|town square|town',
  castle: 'castle|fortress|citadel|fort|stronghold|palace',
  bridge: 'bridge',
  rooftop: 'rooftop|roof terrace',
  'house front': 'doorstep|front door|porch',
  market: 'market|bazaar|street market|market square|marketplace|fish market|farmers market',
  'city street':
    'city street|street|bus stop|bus station|city|downtown|alley|sidewalk|avenue|crosswalk|traffic|new york|paris|london|neighborhood|neighbourhood|tokyo|square',
  'city skyline': 'city skyline|skyline|skyscraper|cityscape|metropolis',
  harbor: 'fishing village|harbor|harbour|port|dock|pier|marina|wharf|lighthouse|jetty',
  park: 'park|city park|playground|park bench',
  garden: 'garden|backyard|greenhouse|orchard|yard|courtyard',
  road: 'road|gas station|petrol station|highway|country lane|lane|footpath|path|mountain pass|road trip',
  'snow field':
    'snow field|snowfield|snowy field|tundra|arctic|antarctica|glacier|ski slope|in the snow|through the snow|snowy landscape|north pole',
  mars: 'mars|red planet|martian plain',
  space:
    'outer space|in space|above earth|earth orbit|satellite|alien planet|asteroid|space station|spaceship|spacecraft|galaxy|planet|orbit|cosmos|nebula|solar system|on the moon|to the moon|surface of the moon|moon landing|moon base|lunar surface',
  farm: 'farm|farmyard|barn|vineyard|farmhouse|ranch|stable',
  kitchen: 'kitchen|restaurant kitchen|hotel kitchen|bakery|pantry',
  'living room':
    'living room|the room|a room|her room|his room|their room|dark room|empty room|small room|dining room|bathroom|dim room|old room|lounge|sofa|fireplace|cabin|cottage|apartment|at home|her home|his home|their home|family home|house',
  bedroom: 'bedroom|nursery|in bed|attic',
  office:
    'office|police station|coworking space|startup|meeting room|boardroom|workplace|desk|call center',
  cafe: 'cafe|café|coffee shop|coffeehouse|restaurant|smoky bar|jazz bar|jazz club|nightclub|cocktail bar|wine bar|in a bar|at a bar|at the bar|in the bar|diner|bistro|tea house|teahouse|pub',
  classroom: 'classroom|school|lecture hall|lecture|university|kindergarten',
  workshop:
    'workshop|garage|fire station|woodshop|pottery studio|forge|craft room|atelier|art studio|factory',
  laboratory: 'laboratory|lab|research facility|observatory|weather station|clean room',
  studio:
    'podcast studio|recording studio|tv studio|radio studio|radio station|studio|photo studio|podcast|talk show|newsroom',
  stage: 'stage|concert hall|concert|theatre|theater|auditorium|ballroom',
  hallway: 'hallway|corridor|staircase|stairwell|lobby',
  library: 'library|bookshop|bookstore|archive|reading room',
  'shop interior':
    'shop|shop interior|supermarket aisle|store|supermarket|boutique|flower shop|grocery|showroom',
  'hospital room': 'hospital room|hospital|clinic|ward|sickbed',
  'train station': 'train station|railway station|station|subway station|metro station|platform',
  train:
    'on a train|on the train|in a train|in the train|inside the train|aboard the train|train carriage|train compartment|train ride|subway car|night train',
})

/** Places under a roof: no weather falls there and no sky is seen but through windows. */
export const interiors: ReadonlySet<string> = new Set([
  'kitchen',
  'living room',
  'bedroom',
  'office',
  'cafe',
  'classroom',
  'workshop',
  'laboratory',
  'studio',
  'stage',
  'hallway',
  'library',
  'shop interior',
  'hospital room',
  'train',
])

/** Times of day. */
export const times: Lexicon = lexicon({
  dawn: 'dawn|daybreak|sunrise|first light|at sunup',
  morning: 'morning|early morning|breakfast',
  day: 'daytime|daylight|midday|noon|afternoon|sunny day|bright day',
  'golden hour': 'golden hour|golden light|late afternoon|low sun',
  sunset: 'sunset|sundown|setting sun|sun goes down|sun sets',
  dusk: 'dusk|twilight|evening|blue hour|nightfall',
  night:
    'night|midnight|moonlight|moonlit|starlight|starry|tonight|nighttime|nocturnal|under the stars',
})

/** Weather. */
export const weathers: Lexicon = lexicon({
  clear: 'clear sky|clear skies|blue sky|blue skies|sunny|sunshine|cloudless',
  cloudy: 'cloudy|clouds|overcast|grey sky|gray sky',
  rain: 'rain|rainy|raining|rainfall|drizzle|downpour|monsoon|rainstorm',
  snow: 'snow|snowy|snowing|snowfall|snowflake|blizzard',
  fog: 'fog|foggy|mist|misty|haze|hazy',
  wind: 'wind|windy|breeze|breezy|gust',
  storm: 'storm|stormy|thunder|lightning|thunderstorm|hurricane|tempest',
})

/** Seasons. */
export const seasons: Lexicon = lexicon({
  spring: 'spring|springtime|spring time',
  summer: 'summer|summertime|midsummer',
  autumn: 'autumn|autumnal|in the fall|fall foliage|fall leaves|fall colors|fall colours',
  winter: 'winter|wintry|wintertime|midwinter',
})

/** Moods, which the music follows too. */
export const moods: Lexicon = lexicon({
  serene:
    'serene|serenity|calm|calming|peaceful|tranquil|quiet|gentle|relaxing|soothing|meditative|stillness|zen|dreamy',
  joyful:
    'joyful|joy|happy|happily|happiness|cheerful|fun|playful|upbeat|funny|celebration|celebrate|delight|whimsical',
  melancholic:
    'melancholic|melancholy|sad|sadness|lonely|loneliness|bittersweet|nostalgic|nostalgia|wistful|grief|farewell',
  tense:
    'tense|tension|suspense|suspenseful|ominous|thriller|scary|eerie|danger|dangerous|horror|dark and moody',
  epic: 'epic|dramatic|heroic|grand|majestic|awe|awe-inspiring|cinematic|monumental|breathtaking|powerful',
  warm: 'warm|warmth|cozy|cosy|tender|tenderness|heartwarming|intimate|romantic|love|loving|comforting|touching|friendship',
  energetic:
    'energetic|energy|dynamic|fast-paced|fast|exciting|excitement|bold|vibrant|lively|adrenaline',
  elegant:
    'elegant|elegance|premium|luxury|luxurious|sleek|modern|minimalist|clean|sophisticated|professional|corporate|refined',
  mysterious: 'mysterious|mystery|mystical|enigmatic|surreal|magical|magic|enchanted',
  hopeful:
    'hopeful|hope|inspiring|inspirational|uplifting|optimistic|motivational|dream|courage|brave',
})

/** Animals and machines that move by themselves, those included that the animatic cannot draw: whoever acts is ordered. */
export const animals: Lexicon = lexicon({
  dog: 'dog|puppy|pup|golden retriever|terrier|corgi|labrador|hound|sheepdog|border collie',
  cat: 'cat|kitten|tabby|kitty',
  horse: 'horse|pony|foal|stallion|mare',
  bird: 'bird|seagull|gull|eagle|owl|swan|duck|sparrow|crane|heron|raven|crow|songbird|pigeon|robin|hawk|parrot|goose|penguin',
  fish: 'fish|goldfish|salmon|koi|trout|school of fish',
  deer: 'deer|stag|fawn|elk|doe|moose',
  bear: 'bear|bear cub|polar bear|grizzly',
  fox: 'fox|foxes',
  rabbit: 'rabbit|bunny|hare|bunnies',
  wolf: 'wolf|wolves',
  cow: 'cow|cattle|bull|calf',
  sheep: 'sheep|lamb|goat',
  lion: 'lion|lioness',
  tiger: 'tiger',
  donkey: 'donkey',
  elephant: 'elephant',
  dragon: 'dragon',
  monkey: 'monkey|ape|gorilla|chimpanzee',
  snake: 'snake',
  butterfly: 'butterfly|butterflies',
  turtle: 'turtle|tortoise',
  squirrel: 'squirrel',
  mouse: 'mouse|mice',
  frog: 'frog',
  bee: 'bee|bumblebee|honeybee',
  snail: 'snail',
  spider: 'spider',
  ant: 'ant',
  hedgehog: 'hedgehog',
  crab: 'crab',
  octopus: 'octopus|octopuses',
  jellyfish: 'jellyfish',
  camel: 'camel',
  pig: 'pig|piglet|wild boar',
  chicken: 'chicken|hen|rooster',
  panda: 'panda',
  kangaroo: 'kangaroo',
  dragonfly: 'dragonfly|dragonflies',
  caterpillar: 'caterpillar',
  otter: 'otter|beaver',
  hamster: 'hamster|guinea pig',
  giraffe: 'giraffe',
  zebra: 'zebra',
  whale: 'whale',
  dolphin: 'dolphin',
  shark: 'shark',
  dinosaur: 'dinosaur',
  robot: 'robot|android|droid|automaton',
})

const undrawnAnimals =
  /^(?:elephant|dragon|monkey|snake|butterfly|turtle|squirrel|mouse|frog|giraffe|zebra|dinosaur|bee|snail|spider|ant|hedgehog|crab|octopus|jellyfish|camel|pig|chicken|panda|kangaroo|dragonfly|caterpillar|otter|hamster)$/

/**
 * What sort of cast an animal is: robots are things, and so are animals that the animatic cannot draw, which it would else
 * take for people.
 */
export const kindOfAnimal = (word: string): 'animal' | 'thing' =>
  word === 'robot' || undrawnAnimals.test(word) ? 'thing' : 'animal'

/** Things that can be drawn. */
export const objects: Lexicon = lexicon({
  'coffee machine': 'coffee machine|coffee maker|coffeemaker|espresso machine|espresso maker',
  jar: 'jar|honey|jam|honey jar|jar of honey',
  plate: 'plate|dish|pasta|spaghetti|noodles|salad|curry|risotto|bowl of soup',
  bread: 'bread|loaf|baguette|loaf of bread',
  apple: 'apple',
  basket: 'basket|fruit|fruit basket|picnic basket|vegetables',
  flag: 'flag|banner',
  kite: 'kite',
  cup: 'cup|mug|tea|coffee|espresso|cappuccino|latte|hot chocolate|teacup',
  book: 'book|novel|diary|journal|notebook|storybook|cookbook',
  lamp: 'lamp|desk lamp|light bulb|lightbulb|floor lamp|streetlight',
  bottle: 'bottle|water bottle|perfume|wine|juice|thermos|flask|shampoo',
  phone: 'phone|smartphone|mobile|cellphone|telephone|app|mobile app',
  laptop: 'laptop|computer|notebook computer|software|website|keyboard',
  taxi: 'taxi|cab|taxicab',
  car: 'car|automobile|electric car|sports car|convertible|van|truck',
  bicycle: 'bicycle|bike|e-bike|ebike',
  boat: 'boat|rowboat|rowing boat|canoe|sailboat|kayak|ship|fishing boat|dinghy',
  tent: 'tent|campsite|camping',
  campfire: 'campfire|fire|bonfire|camp fire|fire pit',
  umbrella: 'umbrella|parasol',
  sword: 'sword',
  ball: 'ball|football|soccer ball|basketball|beach ball',
  flower: 'flower|rose|bouquet|tulip|blossom|wildflower|sunflower|cherry blossom|lily|lavender',
  tree: 'tree|pine|oak|willow|apple tree|palm',
  bench: 'bench',
  lantern: 'lantern|paper lantern',
  candle: 'candle|candlelight|candle light',
  cake: 'cake|birthday cake|cupcake',
  gift: 'gift|wrapped present|birthday present|parcel|package',
  clock: 'clock|alarm clock|pocket watch|hourglass',
  camera: 'film camera|old camera|polaroid|vintage camera|her camera|his camera|a camera',
  guitar: 'guitar|ukulele|banjo|violin|cello',
  piano: 'piano|grand piano|keyboard instrument',
  painting: 'painting|canvas|mural|portrait painting|picture frame',
  letter: 'letter|love letter|envelope|postcard|handwritten note|map',
  key: 'key|golden key|rusty key|old key',
  suitcase: 'suitcase|luggage|briefcase',
  backpack: 'backpack|rucksack|schoolbag',
  rocket: 'rocket|rocket ship|rocket launch',
  balloon: 'balloon|hot air balloon|red balloon',
  box: 'box|crate|chest|treasure chest|toolbox|cardboard box',
  shoe: 'shoe|running shoe|sneaker|trainer|boot|hiking boot',
  watch: 'wristwatch|smartwatch|smart watch|luxury watch|watch',
})

/** Pictures that stand for words. */
export const emojiWords: Readonly<Record<string, string>> = {
  '🏔': 'mountains',
  '⛰': 'mountains',
  '🌅': 'sunrise',
  '🌄': 'sunrise',
  '🌇': 'sunset',
  '🌃': 'night',
  '🌙': 'night',
  '🌊': 'ocean',
  '🏖': 'beach',
  '🌲': 'forest',
  '🏙': 'city skyline',
  '🌧': 'rain',
  '❄': 'snow',
  '🐕': 'dog',
  '🐶': 'dog',
  '🐈': 'cat',
  '🐱': 'cat',
  '🦊': 'fox',
  '🐻': 'bear',
  '🐰': 'rabbit',
  '🤖': 'robot',
  '🚀': 'rocket',
  '☕': 'coffee',
  '🎸': 'guitar',
  '🎈': 'balloon',
  '🚲': 'bicycle',
  '⛵': 'boat',
  '🎂': 'birthday cake',
}

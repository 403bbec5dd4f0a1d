import type { Lexicon, Mention } from './lexicon.ts'
import { lexicon } from './lexicon.ts'
import { thingWords } from './thing-words.ts'

const placeWords: Lexicon = lexicon({
  'mountain lake':
    'mountain lake|alpine lake|highland lake|lake|tarn|lakeside|lakeshore|pond|fjord',
  mountains:
    'mountain|mountain road|mountain pass|mountain path|mountain range|highlands|valley|peak|the alps|summit|himalayas|hill|hillside|hilltop|ridge',
  forest:
    'forest|woods|woodland|grove|pine trees|autumn leaves|autumn foliage|fall foliage|fall leaves',
  meadow: 'meadow|grassland|prairie|wildflower field|field|pasture|savanna|savannah|serengeti',
  'coast road': 'coast road|coastal road|coastal highway|seaside road|ocean drive',
  beach:
    'beach|seashore|seaside|shoreline|shore|coastline|sandy bay|tropical island|island|hawaii|bali|maldives|caribbean',
  ocean: 'ocean|open sea|sea|high seas',
  underwater:
    'underwater|sea floor|bottom of the sea|bottom of the ocean|coral reef|reef|ocean floor|seabed|deep sea',
  desert: 'desert|sand dune|dune|sahara',
  river: 'river|riverbank|riverside|stream|creek|brook',
  waterfall: 'waterfall|cascade',
  village:
    'village road|village street|village lane|village|hamlet|small town|town|houses|cottages',
  'canal city':
    'canal city|venice|grand canal|canals of venice|amsterdam|bruges|gondola ride|in a gondola|by gondola',
  'town square':
    'town square|village square|main square|city square|old square|public square|square|piazza|plaza|fountain in the square|by the fountain|at the fountain|around the fountain',
  'old town':
    'old town|old city|old quarter|medieval town|medieval city|historic centre|historic center|cobbled street|cobblestone street|cobbled lane|cobblestones|rome|paris|florence|prague|lisbon|seville|vienna|athens|naples|siena|verona|salzburg',
  castle: 'castle|fortress|citadel|fort|stronghold|palace',
  bridge: 'bridge|viaduct|aqueduct|overpass|footbridge',
  rooftop: 'rooftop|roof terrace|balcony',
  'house front':
    'doorstep|front door|porch|front steps|front yard|in front of the house|in front of a house|in front of his house|in front of her house|in front of their house|outside the house|outside his house|outside her house|outside their house',
  market: 'market|bazaar|street market|market square|marketplace|fish market|farmers market',
  'city street':
    'city street|street|gutter|bus stop|bus station|city|downtown|alley|sidewalk|avenue|crosswalk|traffic|new york|london|neighborhood|neighbourhood|tokyo|hong kong|shanghai|seoul|taipei|bangkok|mumbai|istanbul|berlin|times square|trafalgar square',
  'city skyline':
    'city skyline|city from above|city seen from above|city from the air|above the city|over the city|over a city|city lights|manhattan|dubai|singapore|skyline|skyscraper|cityscape|metropolis',
  harbor: 'fishing village|harbor|harbour|port|dock|pier|marina|wharf|jetty',
  'rocky coast':
    'rocky coast|rugged coast|wild coast|rocky shore|rocky cliffs|sea cliff|cliff|clifftop|cliff top|cliff edge|headland|lighthouse|coast',
  park: 'park|city park|park bench',
  garden: 'garden path|garden|backyard|greenhouse|orchard|yard|courtyard',
  road: 'road|gas station|petrol station|highway|country lane|lane|footpath|path|road trip',
  airfield: 'airfield|airstrip|landing strip|airport runway|tarmac|air base',
  'snow field':
    'snow field|icy hill|icy slope|ice field|snowfield|snowy field|tundra|arctic|antarctica|glacier|ski slope|in the snow|through the snow|snowy landscape|north pole',
  mars: 'alien planet|unknown planet|strange planet|distant planet|foreign planet|mars|red planet|martian plain',
  'moon surface':
    'moon surface|on the moon|surface of the moon|moon landing|moon base|lunar surface|across the moon|about the moon',
  jungle: 'jungle|amazon|rainforest|rain forest|tropical forest',
  cave: 'cave|cavern|grotto',
  'football pitch':
    'football pitch|soccer field|football field|soccer pitch|football stadium|soccer stadium|stadium',
  playground: 'playground|sandpit|sandbox',
  'swimming pool':
    'swimming pool|hotel pool|poolside|by the pool|in the pool|into the pool|in a pool|into a pool|lido',
  vineyard: 'vineyard|winery|tuscany',
  'lavender field': 'provence|lavender field|field of lavender|fields of lavender|lavender rows',
  'rice terraces': 'rice terrace|rice field|rice paddy|rice paddies|paddy field',
  volcano: 'volcano|volcanoes|lava field',
  canyon: 'canyon|gorge|cappadocia|grand canyon',
  iceberg: 'iceberg|ice floe|pack ice',
  'ship deck':
    'ship deck|deck of a ship|deck of the ship|on deck|on a ship|on the ship|aboard a ship|aboard the ship|on a pirate ship|aboard a pirate ship',
  space:
    'outer space|in space|above earth|earth orbit|satellite|asteroid|space station|spaceship|spacecraft|galaxy|planet|orbit|cosmos|nebula|solar system|to the moon',
  farm: 'farm|farmyard|barn|farmhouse|ranch|stable',
  kitchen: 'kitchen|restaurant kitchen|hotel kitchen|bakery|pantry',
  'living room':
    'living room|blanket fort|pillow fort|cushion fort|the room|a room|dark room|empty room|small room|dining room|dim room|old room|lounge|sofa|fireplace|cabin|cottage|apartment|at home|her home|his home|their home|family home|house',
  bedroom: 'bedroom|her room|his room|their room|my room|nursery|in bed|attic',
  bathroom: 'bathroom|washroom|restroom|shower room|in the bath|in the bathtub|in the shower',
  office:
    'office|police station|coworking space|startup|meeting room|boardroom|workplace|desk|call center',
  cafe: 'cafe|café|coffee shop|coffeehouse|smoky bar|jazz bar|jazz club|nightclub|cocktail bar|wine bar|in a bar|at a bar|at the bar|in the bar|diner|bistro|tea house|teahouse|pub',
  restaurant: 'restaurant|fine dining|trattoria|brasserie',
  classroom: 'classroom|school|lecture hall|lecture|university|kindergarten',
  workshop:
    'workshop|garage|fire station|woodshop|pottery studio|forge|craft room|atelier|art studio|factory',
  laboratory: 'laboratory|lab|research facility|observatory|weather station|clean room',
  studio:
    'podcast studio|recording studio|tv studio|radio studio|radio station|studio|photo studio|podcast|talk show|newsroom',
  stage: 'backstage|stage|full house|concert hall|concert|theatre|theater|auditorium|ballroom',
  hallway: 'hallway|corridor|staircase|stairwell|lobby',
  library: 'library|bookshop|bookstore|archive|reading room',
  'shop interior': 'shop|shop interior|store|boutique|flower shop|showroom',
  supermarket: 'supermarket|supermarket aisle|grocery|grocery store|grocery shop',
  'hospital room': 'hospital room|hospital|clinic|ward|sickbed',
  'train station': 'train station|railway station|station|platform',
  'subway station':
    'subway station|metro station|underground station|tube station|subway platform|metro platform|in the subway|in the metro|subway tunnel',
  'castle hall':
    'throne room|castle hall|great hall|banquet hall|inside the castle|inside a castle|royal court',
  church:
    'church|in a church|in the church|at the church|inside a church|inside the church|cathedral|chapel|church nave|altar',
  gym: 'gym|changing room|locker room|gymnasium|boxing gym|fitness studio',
  'boxing ring': 'boxing ring|boxing match|boxing arena',
  'hospital corridor': 'hospital corridor|hospital hallway',
  airplane:
    'airplane cabin|on a plane|on the plane|in a plane|in the plane|on an airplane|on the airplane|inside the plane|aboard a plane|aboard the plane|airplane window|plane window|window of an airplane|window of the airplane|window of a plane|window of the plane',
  airport: 'airport|airport terminal|departure lounge|departure hall|boarding gate',
  'spaceship cabin':
    'spaceship cabin|inside a spaceship|inside the spaceship|inside the space station|aboard a spaceship|aboard the spaceship|aboard the space station|on board a spaceship|spaceship bridge|spaceship window|window of a spaceship|window of the spaceship',
  train:
    'on a train|on the train|in a train|in the train|inside the train|aboard the train|train carriage|train compartment|railway carriage|sleeping car|sleeper car|dining car|train ride|train window|window of a train|window of the train|subway car|night train|on a subway|on the subway|on the metro|on the underground|on a tram|on the tram',
})

/** Places that can be drawn, with what people call them; of a village kitchen only the kitchen. */
export const places: Lexicon = {
  ...placeWords,
  find: (text) => {
    const found = placeWords.find(text)
    return found.filter(({ end }) => !found.some((next) => next.start === end + 1 && isRoom(next)))
  },
}

/** A room of whatever is named before it; a house is seen from outside as well. */
const isRoom = ({ word, text }: Mention): boolean =>
  interiors.has(word) &&
  !/^(?:house|cottage|cabin|apartment|stage|concert|airport|.*\s.*)$/i.test(text)

const vessels: ReadonlySet<string> = new Set(['ship deck', 'airplane', 'spaceship cabin'])

/**
 * Whether a mention belongs to the words for being aboard: "on the deck of a ship" shows the deck, and no ship on it.
 */
export const isAboard = (text: string, { start, end }: Pick<Mention, 'start' | 'end'>): boolean =>
  places
    .find(text)
    .some((place) => vessels.has(place.word) && place.start <= start && end <= place.end)

/** Places under a roof: no weather falls there and no sky is seen but through windows. */
export const interiors: ReadonlySet<string> = new Set([
  'kitchen',
  'living room',
  'bedroom',
  'bathroom',
  'office',
  'cafe',
  'restaurant',
  'classroom',
  'workshop',
  'laboratory',
  'studio',
  'stage',
  'hallway',
  'library',
  'shop interior',
  'supermarket',
  'hospital room',
  'train',
  'subway station',
  'castle hall',
  'church',
  'gym',
  'boxing ring',
  'hospital corridor',
  'airplane',
  'airport',
  'spaceship cabin',
])

/** Times of day. */
export const times: Lexicon = lexicon({
  dawn: 'after a night shift|after the night shift|after her night shift|after his night shift|end of a night shift|city wakes up|city wakes|town wakes up|village wakes up|city is waking up|world wakes up|5 am|6 am|dawn|daybreak|sunrise|first light|at sunup',
  morning: '7 am|8 am|9 am|10 am|morning|early morning|breakfast',
  day: 'daytime|daylight|midday|noon|noonday|12 pm|1 pm|2 pm|3 pm|4 pm|afternoon|sunny day|bright day',
  'golden hour': 'golden hour|golden light|late afternoon|low sun',
  sunset: 'sunset|sundown|setting sun|sun goes down|sun sets',
  dusk: 'dusk|twilight|evening|blue hour|nightfall',
  night:
    "bedtime|lullaby|afraid of the dark|new year's eve|christmas eve|halloween|works late|work late|working late|until late|late at night|before dawn|before sunrise|before daybreak|before first light|predawn|pre-dawn|9 pm|10 pm|11 pm|12 am|1 am|2 am|3 am|4 am|small hours|wee hours|dead of night|neon-lit|night|midnight|moonlight|moonlit|starlight|starry|tonight|nighttime|nocturnal|under the stars|full moon|crescent moon|under the moon|by the moon|howls at the moon|howling at the moon|moon rises|moon shines",
})

/** Weather. */
export const weathers: Lexicon = lexicon({
  clear: 'clear sky|clear skies|blue sky|blue skies|sunny|sunshine|cloudless',
  cloudy: 'cloudy|clouds|overcast|grey sky|gray sky',
  rain: 'rain|rainy|raining|rainfall|drizzle|downpour|monsoon|rainstorm|raindrop|first drops|drops of rain',
  snow: 'snow|snowy|snowing|snowfall|snowflake|blizzard',
  fog: 'fog|foggy|mist|misty|haze|hazy',
  wind: 'wind|windy|breeze|breezy|gust',
  storm: 'storm|stormy|thunder|lightning|thunderstorm|hurricane|tempest',
})

/** Seasons, and how a land is without rain and after it. */
export const seasons: Lexicon = lexicon({
  spring: 'spring|springtime|spring time',
  summer: 'summer|summertime|midsummer',
  autumn:
    'autumn|autumnal|in the fall|fall forest|fall woods|fall foliage|fall leaves|fall colors|fall colours',
  winter: 'winter|wintry|wintertime|midwinter',
  dry: 'dry field|dry land|dry earth|dry soil|dry meadow|dry grass|dry garden|dry lawn|parched|drought|withered|dried-up|dried up|barren land|barren field',
  green:
    'turns green|turn green|turned green|turning green|becomes green|become green|green again|everything is green',
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

/** Animals and machines that move by themselves. */
export const animals: Lexicon = lexicon({
  dog: 'dog|puppy|pup|golden retriever|terrier|corgi|labrador|hound|sheepdog|border collie',
  cat: 'cat|kitten|tabby|kitty',
  horse: 'horse|pony|foal|stallion|mare',
  bird: 'bird|seagull|gull|eagle|sparrow|crane|heron|raven|crow|songbird|pigeon|robin|hawk|parrot|osprey|falcon|kestrel|buzzard|vulture|stork',
  owl: 'owl|owlet',
  duck: 'duck|duckling',
  swan: 'swan',
  goose: 'goose|geese',
  penguin: 'penguin',
  fish: 'fish|goldfish|salmon|koi|trout|school of fish',
  deer: 'deer|stag|fawn|elk|a doe|the doe|moose',
  bear: 'bear|bear cub|polar bear|grizzly',
  fox: 'fox|foxes',
  rabbit: 'rabbit|bunny|hare|bunnies',
  wolf: 'wolf|wolves',
  cow: 'cow|cattle|bull|calf',
  sheep: 'sheep|lamb|goat',
  lion: 'lion|lioness',
  tiger: 'tiger',
  leopard: 'leopard|cheetah|jaguar|panther',
  donkey: 'donkey',
  unicorn: 'unicorn',
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
  robot: 'robot vacuum|robot vacuum cleaner|vacuum robot|robot|android|droid|automaton',
})

/** What sort of cast an animal or machine is. */
export const kindOfAnimal = (word: string): 'animal' | 'thing' =>
  word === 'robot' ? 'thing' : 'animal'

const fliers = /^(?:bird|owl|butterfly|bee|dragonfly)$/
const swimmers = /^(?:fish|whale|dolphin|shark|octopus|jellyfish)$/

/** What an animal is seen doing when nothing is said of it: not all of them walk and sit. */
export const waysOfAnimal = (word: string): readonly string[] => {
  if (fliers.test(word)) return ['flies', 'looks', 'sits']
  return swimmers.test(word) ? ['swims', 'looks'] : ['walks', 'looks', 'runs', 'sits']
}

const drawnThings = lexicon(thingWords)

/** Things that can be drawn. */
export const objects: Lexicon = {
  ...drawnThings,
  // A ring of rose gold is no rose; positions stay.
  find: (text) => drawnThings.find(text.replace(/\brose(?=[\s-]+gold\b)/giu, '    ')),
}

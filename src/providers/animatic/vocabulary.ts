/** Outdoor places the model can draw. `landscape` stands for any place it has no word for. */
export const outdoorPlaces = [
  'mountain lake',
  'mountains',
  'forest',
  'meadow',
  'beach',
  'ocean',
  'underwater',
  'desert',
  'river',
  'waterfall',
  'village',
  'city street',
  'canal city',
  'town square',
  'old town',
  'city skyline',
  'rooftop',
  'bridge',
  'market',
  'house front',
  'harbor',
  'rocky coast',
  'park',
  'garden',
  'road',
  'coast road',
  'station',
  'airfield',
  'snow field',
  'space',
  'sky',
  'farm',
  'castle',
  'jungle',
  'cave',
  'football pitch',
  'playground',
  'swimming pool',
  'vineyard',
  'lavender field',
  'rice terraces',
  'volcano',
  'canyon',
  'iceberg',
  'ship deck',
  'mars',
  'moon surface',
  'landscape',
] as const

/** One of {@link outdoorPlaces}. */
export type Place = (typeof outdoorPlaces)[number]

/** Times of day the model can draw. */
export const timesOfDay = [
  'dawn',
  'morning',
  'day',
  'golden hour',
  'sunset',
  'dusk',
  'night',
] as const

/** One of {@link timesOfDay}. */
export type TimeOfDay = (typeof timesOfDay)[number]

/** Weather the model can draw. */
export const weathers = ['clear', 'cloudy', 'rain', 'snow', 'fog', 'wind', 'storm'] as const

/** One of {@link weathers}. */
export type Weather = (typeof weathers)[number]

/** Seasons the model can draw where something grows, and how a land is without rain and after it. */
export const seasons = ['spring', 'summer', 'autumn', 'winter', 'dry', 'green'] as const

/** One of {@link seasons}. */
export type Season = (typeof seasons)[number]

/** Moods that tint the picture. */
export const moods = [
  'neutral',
  'calm',
  'joyful',
  'playful',
  'romantic',
  'epic',
  'melancholy',
  'tense',
  'mysterious',
] as const

/** One of {@link moods}. */
export type Mood = (typeof moods)[number]

type Entries<Meaning> = readonly (readonly [pattern: RegExp, meaning: Meaning])[]

// The first entry that matches wins, so the special stands before the general.
const placeEntries: Entries<Place | 'interior'> = [
  [
    /\b(living ?room|bed ?room|kitchen|(bath|wash|rest) ?room|dining|office|cafe|café|coffee (shop|house)|restaurant|bar|diner|pub)\b/,
    'interior',
  ],
  [/\b((subway|metro|underground|tube) (stations?|platforms?|stop|tunnel))\b/, 'interior'],
  [
    /\b(class ?room|school ?room|lecture hall|workshop|garage|lab(oratory)?|studio|stage|theat(er|re)|hall(way)?|corridor)\b/,
    'interior',
  ],
  [
    /\b(library|bookshop|book ?store|museum|gallery|attic|basement|cellar|hospital|clinic|shop interior|indoors?|interior|inside|room|bakery|church nave)\b/,
    'interior',
  ],
  [
    /\b(castles?|fort(ress)?|citadel|stronghold|palace (walls?|gates?|grounds?)|ramparts?|battlements?)\b/,
    'castle',
  ],
  [/\b(run ?ways?|air ?(fields?|strips?)|landing strip|tarmac)\b/, 'airfield'],
  [/\b((coast(al)?|sea ?side|ocean) (road|highway|drive))\b/, 'coast road'],
  [
    /\b(stadiums?|((foot ?ball|soccer|rugby|sports?|athletic) (pitch|fields?|grounds?|stadium))|soccer|pitch)\b/,
    'football pitch',
  ],
  [/\b(play ?grounds?|swings|sand ?pit|sand ?box)\b/, 'playground'],
  [
    /\b((swimming|hotel|outdoor|lap|infinity|back ?yard) ?pools?|pool ?side|lido|by the pool|pool)\b/,
    'swimming pool',
  ],
  [/\b(vineyards?|vines|wine ?yard|winery)\b/, 'vineyard'],
  [/\blavender\b/, 'lavender field'],
  [/\b(rice (terraces?|fields?|padd(y|ies))|padd(y|ies)( fields?)?)\b/, 'rice terraces'],
  [/\b(volcano(es)?|lava( fields?)?|crater rim)\b/, 'volcano'],
  [/\b(canyons?|gorge|ravine)\b/, 'canyon'],
  [/\b(ice ?bergs?|ice floes?|pack ice|arctic (ocean|sea|water))\b/, 'iceberg'],
  [
    /\b(ship'?s? deck|deck of (a|an|the) ([a-z]+ )?(ship|boat|ferry|yacht)|on deck|pirate ship|sailing ship|galleon)\b/,
    'ship deck',
  ],
  [/\b(jungle|rain ?forest|tropical forest|amazon)\b/, 'jungle'],
  [/\b(caves?|caverns?|grotto|mine ?shaft)\b/, 'cave'],
  [/\b(red planet|mars|martian)\b/, 'mars'],
  [
    /\b(moon surface|(on|of) the moon|moon ?(base|landing|scape|walk)|lunar|the moon)\b/,
    'moon surface',
  ],
  [/\b(space|orbit|galaxy|nebula|planet|cosmos|starship|asteroid)\b/, 'space'],
  [/\b(under ?water|under the sea|coral|reef|sea ?bed|ocean floor|deep sea)\b/, 'underwater'],
  [/\b(water ?falls?|cascades?)\b/, 'waterfall'],
  [/\b(lake|lakeside|lakeshore|pond|fjord|tarn|lagoon|reservoir)\b/, 'mountain lake'],
  [
    /\b((rocky|rugged|wild|cliff) ?(coast(line)?|shore(line)?)|(sea ?)?cliffs?|cliff ?top|headland|coast)\b/,
    'rocky coast',
  ],
  [/\b(harbou?r|port|marina|docks?|wharf|quay|pier|jetty|shipyard)\b/, 'harbor'],
  [/\blight ?house\b/, 'rocky coast'],
  [/\b(roof ?tops?|roofs|roof terrace|on the roof)\b/, 'rooftop'],
  [/\b((foot)?bridges?|viaduct)\b/, 'bridge'],
  [/\b(markets?|market ?place|bazaar|market stalls?|fair ?ground|fair)\b/, 'market'],
  [
    /\b(door ?steps?|front door|front porch|porch|house fronts?|front of (the|a|her|his|their) (house|home)|outside (the|a|her|his|their) (house|home))\b/,
    'house front',
  ],
  [
    /\b(skyline|sky ?scrapers?|downtown view|city view|city from above|metropolis|cityscape)\b/,
    'city skyline',
  ],
  [
    /\b(canal (city|town)|venice|venetian|grand canal|gondolas?|amsterdam|bruges|canals)\b/,
    'canal city',
  ],
  [
    /\b((town|village|main|old|public|city) square|piazza|plaza|fountains?|market cross)\b/,
    'town square',
  ],
  [
    /\b(old (town|city|quarter)|historic (town|city|cent(re|er))|medieval (town|city|street)|cobbled (street|lane|alley)|cobblestones?|rome|roman (street|city)|florence|prague|paris|lisbon|seville|vienna|athens|naples|siena)\b/,
    'old town',
  ],
  [/\b(villages?|hamlet|cottages?|small town|monastery|settlement)\b/, 'village'],
  [/\b((train|railway|railroad|bus) (station|platform)|stations?|platforms?)\b/, 'station'],
  [
    /\b(streets?|alley(way)?|avenue|boulevard|crossing|sidewalk|pavement|times square|city|town|downtown|bus stop)\b/,
    'city street',
  ],
  [
    /\b(beach|shore(line)?|coastline|seaside|seashore|dunes by the sea|sandbank|island|bay)\b/,
    'beach',
  ],
  [/\b(ocean|open sea|sea|waves|high seas)\b/, 'ocean'],
  [
    /\b(snow ?fields?|snowy (plain|field|landscape|hills?)|tundra|arctic|antarctic|glacier|ice field|winter landscape|ski (slope|run)|polar)\b/,
    'snow field',
  ],
  [/\b(desert|dunes?|sahara|mesa|badlands|wasteland)\b/, 'desert'],
  [/\b(rivers?|stream|creek|brook|riverbank|canal|rapids)\b/, 'river'],
  [/\b(forests?|woods?|woodland|grove|glade|clearing|trees|taiga|leaves|foliage)\b/, 'forest'],
  [
    /\b(gardens?|flower ?beds?|green ?house|backyard|courtyard|terrace|patio|orchard in bloom)\b/,
    'garden',
  ],
  [/\b(parks?|campus|bench|promenade)\b/, 'park'],
  [
    /\b(farms?|barn|farm ?(house|yard|land)|orchards?|wheat|corn ?field|crops?|ranch|stable|plantation)\b/,
    'farm',
  ],
  [
    /\b(roads?|highway|motorway|track|path|trail|lane|route|drive ?way|parking|rail(way|road)?)\b/,
    'road',
  ],
  [
    /\b(mountains?|peaks?|summits?|alps|alpine|ridge|valley|highlands?|himalaya|rocks?|crag|pass)\b/,
    'mountains',
  ],
  [
    /\b(meadows?|fields?|grass ?land|prairie|savann?ah?|pasture|hills?|hill ?side|plains?|steppe|countryside|lawn|moor|heath)\b/,
    'meadow',
  ],
  [/\b(sky|clouds?|heavens|air|stars)\b/, 'sky'],
]

// Places that have no picture of their own, and what comes nearest to them.
const likeEntries: Entries<Place> = [
  [/\bsquare\b/, 'town square'],
  [/\b(arena|tennis court|basketball court|court)\b/, 'park'],
  [/\b(cemetery|graveyard|churchyard|zoo|golf course|camp ?site|camp)\b/, 'park'],
  [/\b(circus|carnival|festival|parade|funfair)\b/, 'market'],
  [/\b(church|cathedral|chapel|abbey|temple|tower|windmill)\b/, 'village'],
  [/\b(ship|boat|deck|ferry|yacht|raft|submarine)\b/, 'ship deck'],
  [/\b(launch ?pad|space ?port|junk ?yard|scrap ?yard|battle ?field|ruins?|pyramids?)\b/, 'desert'],
  [/\b(construction site|building site|crossroads|intersection)\b/, 'city street'],
  [/\b(balcony|tower block|apartment block)\b/, 'rooftop'],
  [/\b(mine|tunnel)\b/, 'cave'],
]

const timeEntries: Entries<TimeOfDay> = [
  [/\b(golden hour|late afternoon|afternoon light|magic hour)\b/, 'golden hour'],
  [/\b(sun ?set|sun ?down|evening sun)\b/, 'sunset'],
  [/\b(dawn|sun ?rise|day ?break|first light)\b/, 'dawn'],
  [/\b(dusk|twilight|blue hour|nightfall|evening)\b/, 'dusk'],
  [/\b(mid ?night|night|nocturnal|moonlight|moonlit|starlight)\b/, 'night'],
  [/\b(morning|early)\b/, 'morning'],
  [/\b(day|noon|mid ?day|daylight|afternoon|bright)\b/, 'day'],
]

const weatherEntries: Entries<Weather> = [
  [/\b(storm(y)?|thunder(storm)?|lightning|hurricane|tempest|blizzard|gale)\b/, 'storm'],
  [/\b(rain(y|ing|fall)?|drizzle|downpour|showers?|wet|monsoon)\b/, 'rain'],
  [/\b(snow(y|ing|fall)?|sleet|frost(y)?|winter|icy)\b/, 'snow'],
  [/\b(fog(gy)?|mist(y)?|haze|hazy|smog|smoke|smoky)\b/, 'fog'],
  [/\b(wind(y)?|breez(e|y)|gusts?|blustery|dust)\b/, 'wind'],
  [/\b(cloud(y|s)?|overcast|gr[ae]y)\b/, 'cloudy'],
  [/\b(clear|sunny|sunshine|fair|bright|starry|blue sky)\b/, 'clear'],
]

const moodEntries: Entries<Mood> = [
  [
    /\b(calm|serene|peaceful|quiet|tranquil|gentle|still|soothing|relaxed|meditative|contemplative)\b/,
    'calm',
  ],
  [/\b(playful|funny|whimsical|quirky|comic|cheeky|silly)\b/, 'playful'],
  [
    /\b(joy(ful)?|happy|cheerful|uplifting|hopeful|bright|warm|optimistic|festive|energetic|inspiring)\b/,
    'joyful',
  ],
  [/\b(romantic|tender|intimate|love|loving|nostalgic|dreamy)\b/, 'romantic'],
  [/\b(epic|grand|majestic|heroic|triumphant|dramatic|powerful|awe)\b/, 'epic'],
  [/\b(melanchol(y|ic)|sad|lonely|wistful|somber|sombre|grief|sorrow|bleak)\b/, 'melancholy'],
  [
    /\b(tense|suspense(ful)?|thriller|anxious|dark|danger(ous)?|fear|scary|ominous|urgent|angry)\b/,
    'tense',
  ],
  [
    /\b(myster(y|ious)|eerie|magical|enchanted|strange|secret|surreal|uncanny|ethereal)\b/,
    'mysterious',
  ],
]

const meaningOf = <Meaning>(entries: Entries<Meaning>, text: string): Meaning | null =>
  entries.find(([pattern]) => pattern.test(text))?.[1] ?? null

const joints =
  /\b(with|by|near|at|in|on|over|overlooking|above|under|below|beside|along|beyond|outside|before|behind|through|against)\b/

/**
 * What to draw for a place in free words: the words before `by`, `with`, `near` … count most.
 *
 * @returns an outdoor place, `interior` for a room, or null when no word is known
 */
export const placeMeant = (text: string): Place | 'interior' | null => {
  const words = text.toLowerCase()
  const exact = outdoorPlaces.find((place) => place === words.trim())
  if (exact) return exact
  const head = words.split(joints)[0] ?? words
  return meaningOf(placeEntries, head) ?? meaningOf(placeEntries, words)
}

const seasonWord =
  /\b(?:(spring)(?:time)?|(summer)(?:time)?|(autumn)(?:al)?|(winter)(?:time|y)?|(dry)|(green)|(fall))\s+(?=\p{L})/iu
const seasonBehind = /\s+in (?:the )?(?:(spring)|(summer)|(autumn)|(winter)|(fall))(?:time)?$/iu

/** A place without the season it is asked in, `autumn park`, and the season; null for none. */
export const seasonMeant = (
  place: string,
): { readonly place: string; readonly season: Season | null } => {
  const match = seasonWord.exec(place) ?? seasonBehind.exec(place)
  const name = match
    ?.slice(1)
    .find((word) => word !== undefined)
    ?.toLowerCase()
  const season = name === 'fall' ? 'autumn' : (seasons.find((one) => one === name) ?? null)
  // A winter landscape is a place of its own.
  if (season === null || /winter landscape/i.test(place)) return { place, season: null }
  return { place: place.replace(match?.[0] ?? '', ''), season }
}

/** Whether a season can be seen at a place: something grows there, or it is a beach in summer. */
export const showsSeason = (place: Place, season: Season | null): boolean =>
  (place === 'beach' && season === 'summer') ||
  placeShows[place].some((word) => /^(?:trees|woods|grass|lawn|flowers|fields)$/.test(word))

/** What comes nearest to a place that has no picture of its own; null when nothing does. */
export const placeLike = (text: string): Place | null => meaningOf(likeEntries, text.toLowerCase())

/** The time of day in free words; null when none is known. */
export const timeMeant = (text: string): TimeOfDay | null =>
  meaningOf(timeEntries, text.toLowerCase())

/** The weather in free words; null when none is known. */
export const weatherMeant = (text: string): Weather | null =>
  meaningOf(weatherEntries, text.toLowerCase())

/** The mood in free words; null when none is known. */
export const moodMeant = (text: string): Mood | null => meaningOf(moodEntries, text.toLowerCase())

/** What each place shows besides its own name, without living things and vehicles: these are layers that may be left out. */
export const placeShows: Readonly<Record<Place, readonly string[]>> = {
  'mountain lake': ['lake', 'mountain', 'mountains', 'water', 'trees', 'reflection'],
  mountains: ['mountain', 'peaks', 'ridge', 'valley', 'trees'],
  forest: ['trees', 'woods', 'undergrowth'],
  meadow: ['field', 'grass', 'hills', 'flowers'],
  beach: ['sea', 'sand', 'waves', 'shore', 'water'],
  ocean: ['sea', 'waves', 'water', 'horizon'],
  underwater: ['sea', 'water', 'coral', 'light rays'],
  desert: ['dunes', 'sand'],
  river: ['water', 'valley', 'trees', 'mountains'],
  waterfall: ['water', 'cliff', 'rocks', 'mist', 'trees'],
  village: ['houses', 'church', 'hills', 'trees'],
  'city street': ['city', 'street', 'buildings', 'windows', 'lamps'],
  'canal city': ['canal', 'water', 'houses', 'bridge', 'quay', 'city', 'street'],
  'town square': ['square', 'houses', 'church', 'fountain', 'lamps', 'town', 'street'],
  'old town': ['town', 'street', 'houses', 'church', 'dome', 'columns', 'lamps', 'windows'],
  'city skyline': ['city', 'skyline', 'buildings', 'towers', 'windows'],
  rooftop: ['roof', 'city', 'skyline', 'buildings', 'towers', 'windows'],
  bridge: ['river', 'water', 'trees', 'railing'],
  market: ['stalls', 'awnings', 'city', 'street', 'buildings', 'fruit'],
  'house front': ['house', 'door', 'doorstep', 'windows', 'path'],
  harbor: ['harbour', 'sea', 'water', 'quay', 'lighthouse'],
  'rocky coast': [
    'coast',
    'cliff',
    'cliffs',
    'rocks',
    'sea',
    'waves',
    'water',
    'shore',
    'lighthouse',
    'grass',
  ],
  park: ['trees', 'path', 'lawn', 'lamps', 'bench'],
  garden: ['flowers', 'hedge', 'trees', 'path'],
  road: ['hills', 'fields', 'horizon'],
  'coast road': ['road', 'sea', 'water', 'railing', 'horizon'],
  station: ['platform', 'train', 'lamps', 'clock', 'city'],
  airfield: ['runway', 'airport', 'tower', 'terminal', 'hangar', 'grass'],
  'snow field': ['snow', 'hills', 'trees'],
  space: ['stars', 'planet', 'nebula'],
  sky: ['clouds'],
  farm: ['fields', 'barn', 'house', 'trees'],
  castle: ['walls', 'towers', 'gate', 'banners', 'hill', 'path', 'trees'],
  mars: ['dunes', 'rocks', 'sand', 'mesas'],
  'moon surface': ['moon', 'craters', 'rocks', 'stars', 'earth', 'dust'],
  jungle: ['trees', 'leaves', 'lianas', 'undergrowth', 'forest'],
  cave: ['rocks', 'walls', 'stalactites', 'opening'],
  'football pitch': ['stadium', 'goal', 'stands', 'crowd', 'grass', 'lines', 'floodlights'],
  playground: ['park', 'slide', 'swing', 'sand', 'trees', 'lawn'],
  'swimming pool': ['pool', 'water', 'palms', 'parasols', 'lanes'],
  vineyard: ['vines', 'rows', 'hills', 'fields', 'house', 'trees'],
  'lavender field': ['lavender', 'field', 'flowers', 'rows', 'hills', 'house'],
  'rice terraces': ['rice', 'terraces', 'fields', 'water', 'hills', 'palms'],
  volcano: ['mountain', 'lava', 'smoke', 'ash', 'rocks'],
  canyon: ['rocks', 'cliffs', 'sand', 'walls'],
  iceberg: ['ice', 'sea', 'water', 'snow', 'mountains'],
  'ship deck': ['ship', 'deck', 'mast', 'rail', 'sail', 'sea', 'horizon'],
  landscape: ['hills', 'horizon', 'trees'],
}

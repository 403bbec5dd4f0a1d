import type { Lexicon } from './lexicon.ts'
import { lexicon } from './lexicon.ts'

/** What a person is drawn as. */
export type Figure = 'woman' | 'man' | 'girl' | 'boy' | 'person'

/** People by what they are drawn as. Roles without a given gender are `person`. */
export const personNouns: Lexicon = lexicon({
  woman:
    'woman|lady|widow|duchess|countess|heiress|hostess|landlady|saleswoman|businesswoman|housewife|mother|empress|priestess|nun|mermaid|fairy|stepmother|niece|mum|mom|grandmother|grandma|granny|aunt|queen|wife|girlfriend|actress|waitress|sister|bride|witch|fisherwoman|policewoman',
  man: 'man|gentleman|duke|landlord|salesman|emperor|priest|widower|cowherd|sheriff|nephew|gladiator|samurai|viking|father|dad|grandfather|grandpa|uncle|king|husband|boyfriend|businessman|fisherman|actor|waiter|brother|groom|monk|wizard|policeman|fireman|milkman|mailman|postman|handyman|woodsman|cowboy|knight|fisher',
  girl: 'girl|daughter|granddaughter|schoolgirl|princess|little sister',
  boy: 'boy|son|grandson|schoolboy|prince|little brother',
  child: 'child|kid|toddler|teenager|teen|baby|infant|orphan',
  person:
    'person|chef|cook|barista|baker|potter|carpenter|artist|painter|sculptor|musician|guitarist|pianist|violinist|singer|dancer|ballerina|astronaut|cosmonaut|scientist|researcher|teacher|professor|student|doctor|nurse|engineer|developer|programmer|designer|host|presenter|guest|interviewer|expert|farmer|runner|cyclist|hiker|climber|mountaineer|traveler|traveller|tourist|sailor|captain|photographer|writer|author|poet|gardener|mechanic|pilot|driver|entrepreneur|founder|customer|worker|keeper|detective|explorer|surfer|athlete|tailor|watchmaker|clockmaker|toymaker|librarian|shopkeeper|owner|neighbor|neighbour|friend|stranger|hero|heroine|commuter|volunteer|ranger|beekeeper|courier|florist|inventor|magician|grandparent|parent|swimmer|rower|luthier|blacksmith|skater|skier|apprentice|spy|thief|vendor|seller|soldier|legionary|centurion|warrior|archer|guard|pirate|ninja|lawyer|judge|officer|police officer|firefighter|paramedic|butcher|coach|referee|player|footballer|gymnast|clown|acrobat|conductor|mayor|president|shepherd|miner|builder|plumber|electrician|cleaner|nanny|cousin|burglar|robber|criminal|suspect|villain|prisoner|patient|pupil|passenger|villager|merchant|servant|monarch|bartender|delivery driver|journalist|reporter|hunter|jogger|pedestrian|speaker|boss|colleague|partner|hacker|striker|goalkeeper|defender|midfielder|boxer|wrestler|skateboarder|snowboarder|drummer|bassist|saxophonist|trumpeter|rapper|composer|fashion model|scout|butler|janitor|vet|dentist|surgeon|pharmacist|architect|mathematician|physicist|chemist|biologist|archaeologist|historian|astronomer|philosopher|pilgrim|wanderer|nomad|rider|horseman|charioteer|slave|senator|prophet|vampire|zombie|alien|elf|superhero|mime|juggler|bus driver|taxi driver|truck driver|train driver|flight attendant|receptionist|cashier|accountant|banker|manager|intern|politician|activist|protester|refugee|survivor|veteran|puppeteer|glassblower|weaver|cobbler|shoemaker|barber|hairdresser|goldsmith|jeweller|cellist|flutist|organist|opera singer|ballet dancer|street musician|backpacker|camper|diver|scuba diver|lifeguard|racer|racing driver|marathon runner|sprinter|weightlifter|yogi|tennis player|bookseller|fruit seller|lumberjack|trapper|hermit|beggar|heir|rebel|scholar|scribe|sculptress|grocer|busker|opponent|rival|teammate|hitchhiker|biker|motorcyclist|trucker|tramp|vagabond|bodyguard|roommate|undertaker|caretaker|ferryman|gravedigger|tea master|chess master|sushi master|master',
})

/** People who come in numbers. */
export const groupNouns: Lexicon = lexicon({
  couple: 'couple|newlyweds|lovers',
  friends: 'two friends|friends|best friends|siblings|twins|two people|roommates',
  family: 'family',
  children: 'children|kids|schoolchildren|babies',
  women: 'women|ladies|girlfriends',
  men: 'men|gentlemen|fishermen|firemen|policemen|thieves',
  soldiers: 'legion|roman legion|army|troop|platoon|cohort|legionaries',
  band: 'band|jazz band|rock band|brass band|street band|string quartet|orchestra|choir',
  crowd:
    'crowd|audience|passers-by|commuters|guests|customers|people|tourists|villagers|passengers|shoppers|students|colleagues|coworkers|team|whole village|entire village|whole town|entire town|whole city|whole street|whole class|whole school|neighbours|neighbors|supporters|spectators|protesters|travellers|travelers|workers|dancers|runners|fans',
})

/** Figures of a group in turn, and how many there are when nobody counts them. */
export const groupFigures: Readonly<
  Record<string, { readonly whats: readonly Figure[]; readonly count: number }>
> = {
  couple: { whats: ['woman', 'man'], count: 2 },
  friends: { whats: ['woman', 'man'], count: 2 },
  family: { whats: ['woman', 'man', 'girl', 'boy'], count: 3 },
  children: { whats: ['girl', 'boy'], count: 2 },
  women: { whats: ['woman'], count: 2 },
  men: { whats: ['man'], count: 2 },
  soldiers: { whats: ['man'], count: 4 },
  band: { whats: ['man', 'woman', 'man'], count: 3 },
  person: { whats: ['woman', 'man'], count: 2 },
}

const familyNouns = ['mother', 'father', 'daughter', 'son']

/** What one of a group is called: `child` for `kids`. */
export const nounInGroup = (word: string, text: string, index: number): string => {
  const said = text.toLowerCase()
  if (word === 'family') return familyNouns[index % familyNouns.length] ?? ''
  if (word === 'couple') return index % 2 === 0 ? 'woman' : 'man'
  if (word === 'children') return 'child'
  if (word === 'band') return 'musician'
  if (word === 'soldiers') return /legion|cohort/.test(said) ? 'legionary' : 'soldier'
  if (said === 'two people') return 'person'
  if (said === 'ladies' || said === 'thieves') return said === 'ladies' ? 'lady' : 'thief'
  return said
    .replace(/^(?:two|best)\s+/, '')
    .replace(/men$/, 'man')
    .replace(/s$/, '')
}

/** One of several people: `hiker` for `hikers`; null when the word is no plural. */
export const singularPerson = (text: string): string | null => {
  const word = text.toLowerCase()
  return (
    [word.replace(/s$/, ''), word.replace(/es$/, '')].find(
      (one) =>
        one !== word &&
        (!one.endsWith('s') || word.endsWith('sses')) &&
        personNouns.find(one)[0]?.text === one,
    ) ?? null
  )
}

const numbers = ['two', 'three', 'four', 'five']

/** How many a text counts right before a noun; null when it does not, or more than can be told apart. */
export const countBefore = (before: string): number | null => {
  const said =
    /\b(two|three|four|five|[2-5])\s+(?:(?!(?:an?|the)\s)\p{L}[\p{L}-]*\s+){0,2}$/iu.exec(
      before,
    )?.[1]
  if (said === undefined) return null
  const index = numbers.indexOf(said.toLowerCase())
  return index >= 0 ? index + 2 : Number(said)
}

/** How many a text counts right after a noun, "a family of four"; null when it does not. */
export const countAfter = (after: string): number | null => {
  const said = /^\s+of\s+(two|three|four|five|[2-5])\b/iu.exec(after)?.[1]
  return said === undefined ? null : countBefore(`${said} `)
}

const women =
  'anna maya lily emma sophia olivia mia zoe chloe sarah maria elena nina lena julia clara rosa lucy alice eva hannah grace ruby amelia ella ava luna ines aisha fatima layla yuki sakura mei priya anya ada marie jane kate laura iris nora vera elsa greta ingrid freya sofia camila valentina martha ruth helen diana amy emily lisa linda susan lea leah sara ana eve ivy daisy violet stella bella gina tina rita sally molly holly penny wendy fiona megan katie jenny jessica rebecca rachel naomi miriam noor zara salma fatma leila yasmin hana aiko keiko naoko emi rin hua lan ling xiu minji sunita lakshmi indira olga svetlana tatiana natasha katya sonja astrid ingrid heidi livia claudia antonia octavia cleopatra juliet ophelia'
const men =
  'tom jack sam max ben leo oliver james john david daniel michael peter paul mark luke noah liam ethan henry george charlie oscar hugo felix theo adam alex lucas mateo carlos miguel diego omar ali ahmed hassan kenji hiro takeshi wei arjun ravi ivan boris lars erik sven marco luca giovanni pierre jean bob bill fred frank walter arthur harold marcus julius lucius brutus caesar augustus titus felipe pedro pablo jose juan antonio francesco paolo matteo enzo pietro louis claude henri philippe klaus hans karl fritz otto stefan anton dmitri sergei alexei igor mikhail pavel viktor jan piotr tomas jakub emre mehmet mustafa hamza khalid tariq rashid ibrahim ismail salim samir karim akira haruto ren yuto satoshi jin li chen ming raj vikram anil sanjay dev romeo hamlet robin edward william robert richard thomas andrew steven kevin brian eric jason ryan justin scott gary larry dennis jerry greg joe joel aaron adrian simon martin vincent victor'

const givenNames: ReadonlyMap<string, Figure> = new Map([
  ...women.split(' ').map((name) => [name, 'woman'] as const),
  ...men.split(' ').map((name) => [name, 'man'] as const),
])

/** What somebody of this given name is drawn as; undefined for words that are no common given name. */
export const figureOfName = (name: string): Figure | undefined => givenNames.get(name.toLowerCase())

const roleClothes: Readonly<Record<string, string>> = {
  chef: "white chef's jacket, striped apron",
  cook: 'white shirt, striped apron',
  baker: 'cream shirt, flour-dusted apron',
  barista: 'black shirt, brown apron',
  potter: 'grey shirt, clay-stained apron',
  carpenter: 'checked shirt, leather apron',
  watchmaker: 'grey waistcoat, rolled white sleeves',
  clockmaker: 'grey waistcoat, rolled white sleeves',
  toymaker: 'green waistcoat, rolled white sleeves',
  astronaut: 'white space suit with orange bands',
  scientist: 'white lab coat over a blue shirt',
  researcher: 'white lab coat over a blue shirt',
  doctor: 'white coat, light blue shirt',
  nurse: 'light blue tunic',
  fisherman: 'navy knitted jumper, yellow oilskin trousers',
  sailor: 'navy striped jumper, white trousers',
  captain: 'dark blue jacket, white cap',
  farmer: 'checked shirt, blue dungarees, straw hat',
  gardener: 'green shirt, brown dungarees',
  beekeeper: 'white overalls, straw hat',
  runner: 'orange running vest, black shorts',
  hiker: 'red jacket, grey hiking trousers',
  ...Object.fromEntries(
    ['goalkeeper', 'goalie', 'striker', 'footballer', 'midfielder', 'defender', 'teammate'].map(
      (role) => [
        role,
        role.startsWith('goal') ? 'yellow jersey, black shorts' : 'red jersey, white shorts',
      ],
    ),
  ),
  queen: 'dark red gown, crown',
  king: 'purple robe, crown',
  princess: 'pink gown, crown',
  prince: 'blue jacket, white trousers, crown',
  monk: 'brown robe',
  priest: 'black robe',
  nun: 'black robe, white veil',
  wizard: 'dark blue robe, blue hat',
  witch: 'black dress, black hat',
  samurai: 'dark blue kimono',
  geisha: 'red kimono',
  mermaid: 'sea-green dress',
  fairy: 'light green dress',
  cowboy: 'checked shirt, brown waistcoat, cowboy hat',
  businessman: 'dark suit, white shirt, tie',
  businesswoman: 'dark suit, white shirt',
  'office worker': 'grey suit, white shirt',
  manager: 'grey suit, white shirt',
  lawyer: 'dark suit, white shirt',
  teacher: 'green cardigan, white shirt, brown trousers',
  waitress: 'white blouse, black skirt',
  butcher: 'white shirt, striped apron',
  florist: 'light blue shirt, green apron',
  shopkeeper: 'white shirt, green apron',
  blacksmith: 'grey shirt, leather apron',
  shoemaker: 'white shirt, leather apron',
  tailor: 'grey waistcoat, rolled white sleeves',
  plumber: 'blue overalls',
  electrician: 'blue overalls',
  miner: 'orange overalls, helmet',
  builder: 'orange vest, blue jeans, helmet',
  lumberjack: 'red checked shirt, blue jeans, beanie',
  conductor: 'black suit, white shirt',
  pianist: 'black suit, white shirt',
  magician: 'black suit, white shirt, top hat',
  postman: 'dark blue uniform, cap',
  mailman: 'dark blue uniform, cap',
  pilot: 'dark blue uniform, cap',
  paramedic: 'green uniform',
  surgeon: 'green scrubs',
  vet: 'white coat, green shirt',
  dentist: 'white coat, light blue shirt',
  boxer: 'red vest top, black shorts',
  gymnast: 'blue leotard, black shorts',
  athlete: 'red vest top, black shorts',
  jogger: 'orange running vest, black shorts',
  lifeguard: 'yellow t-shirt, red shorts',
  surfer: 'blue vest top, black shorts',
  swimmer: 'red vest top, black shorts',
  cyclist: 'yellow jersey, black shorts',
  skateboarder: 'grey hoodie, blue jeans',
  skier: 'red jacket, black trousers, beanie',
  snowboarder: 'orange jacket, grey trousers, beanie',
  climber: 'red jacket, grey trousers',
  mechanic: 'blue overalls',
  knight: 'silver armour, red cloak',
  legionary: 'steel armour over a red tunic, helmet with a red crest',
  'roman soldier': 'steel armour over a red tunic, helmet with a red crest',
  centurion: 'steel armour over a red tunic, helmet with a red crest',
  soldier: 'green uniform, helmet, boots',
  firefighter: 'dark blue uniform with yellow stripes, helmet',
  pirate: 'white shirt, dark red waistcoat, black hat',
  shepherd: 'brown wool cloak, straw hat',
  thief: 'black jumper, black cap',
  burglar: 'black jumper, black cap',
  guard: 'dark blue uniform, cap',
  policeman: 'dark blue uniform, cap',
  policewoman: 'dark blue uniform, cap',
  'police officer': 'dark blue uniform, cap',
  sheriff: 'beige uniform, brown hat',
  senator: 'white toga',
  bride: 'white wedding dress, veil',
  groom: 'black suit, white shirt, tie',
  waiter: 'white shirt, black waistcoat',
  judge: 'black robe',
  clown: 'striped yellow shirt, red trousers',
  detective: 'beige trench coat, dark hat',
  dancer: 'flowing red dress',
  ballerina: 'pale pink dress',
  keeper: 'navy coat, grey scarf',
}

/** What people of a trade wear; undefined for those who wear what they like. */
export const clothesOfRole = (role: string): string | undefined => roleClothes[role.toLowerCase()]

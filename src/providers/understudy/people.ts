import type { Lexicon } from './lexicon.ts'
import { lexicon } from './lexicon.ts'

/** What a person is drawn as. */
export type Figure = 'woman' | 'man' | 'girl' | 'boy' | 'person'

/** People by what they are drawn as. Roles without a given gender are `person`. */
export const personNouns: Lexicon = lexicon({
  woman:
    'woman|lady|mother|mum|mom|grandmother|grandma|granny|aunt|queen|wife|girlfriend|businesswoman|actress|waitress|sister|bride|witch|fisherwoman|policewoman',
  man: 'man|gentleman|father|dad|grandfather|grandpa|uncle|king|husband|boyfriend|businessman|fisherman|actor|waiter|brother|groom|monk|wizard|policeman|fireman|milkman|mailman|postman|handyman|woodsman|cowboy|knight',
  girl: 'girl|daughter|granddaughter|schoolgirl|princess|little sister',
  boy: 'boy|son|grandson|schoolboy|prince|little brother',
  child: 'child|kid|toddler|teenager|teen',
  person:
    'person|chef|cook|barista|baker|potter|carpenter|artist|painter|sculptor|musician|guitarist|pianist|violinist|singer|dancer|ballerina|astronaut|cosmonaut|scientist|researcher|teacher|professor|student|doctor|nurse|engineer|developer|programmer|designer|host|presenter|guest|interviewer|expert|farmer|runner|cyclist|hiker|climber|mountaineer|traveler|traveller|tourist|sailor|captain|photographer|writer|author|poet|gardener|mechanic|pilot|driver|entrepreneur|founder|customer|worker|keeper|detective|explorer|surfer|athlete|tailor|watchmaker|clockmaker|toymaker|librarian|shopkeeper|owner|neighbor|neighbour|friend|stranger|hero|heroine|commuter|volunteer|ranger|beekeeper|courier|florist|inventor|magician|grandparent|parent|swimmer|rower|luthier|blacksmith|skater|skier|apprentice|spy|thief|vendor|seller',
})

/** People who come in numbers. */
export const groupNouns: Lexicon = lexicon({
  couple: 'couple|newlyweds|lovers',
  friends: 'two friends|friends|best friends|siblings|twins|two people|roommates',
  family: 'family',
  children: 'children|kids|schoolchildren',
  crowd:
    'crowd|audience|passers-by|commuters|guests|customers|people|tourists|villagers|passengers|shoppers|students|colleagues|coworkers|team|travellers|travelers|workers|dancers|runners|fans',
})

const women =
  'anna maya lily emma sophia olivia mia zoe chloe sarah maria elena nina lena julia clara rosa lucy alice eva hannah grace ruby amelia ella ava luna ines aisha fatima layla yuki sakura mei priya anya ada marie jane kate laura iris nora vera elsa greta ingrid freya sofia camila valentina martha ruth helen diana amy emily lisa linda susan'
const men =
  'tom jack sam max ben leo oliver james john david daniel michael peter paul mark luke noah liam ethan henry george charlie oscar hugo felix theo adam alex lucas mateo carlos miguel diego omar ali ahmed hassan kenji hiro takeshi wei arjun ravi ivan boris lars erik sven marco luca giovanni pierre jean bob bill fred frank walter arthur harold'

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
  climber: 'red jacket, grey trousers',
  mechanic: 'blue overalls',
  knight: 'silver armour, red cloak',
  detective: 'beige trench coat, dark hat',
  dancer: 'flowing red dress',
  ballerina: 'pale pink dress',
  keeper: 'navy coat, grey scarf',
}

/** What people of a trade wear; undefined for those who wear what they like. */
export const clothesOfRole = (role: string): string | undefined => roleClothes[role.toLowerCase()]

/** The instrument of a musician by their trade. */
const instruments: readonly (readonly [RegExp, string])[] = [
  [/\b(?:violinist|fiddler)$/, 'violin'],
  [/\b(?:guitarist|busker|musician|troubadour)$/, 'guitar'],
  [/\bpianist$/, 'piano'],
  [/\bdrummer$/, 'drum'],
  [/\bcellist$/, 'cello'],
  [/\btrumpeter$/, 'trumpet'],
  [/\bsaxophonist$/, 'saxophone'],
  [/\b(?:flutist|flautist)$/, 'flute'],
  [/\bharpist$/, 'harp'],
  [/\baccordionist$/, 'accordion'],
]

/** The instrument of a musician; undefined for other trades. */
export const instrumentOf = (noun: string): string | undefined =>
  instruments.find(([trade]) => trade.test(noun))?.[1]

/** What those do who show their trade to others, or move by it. */
const performances: readonly (readonly [RegExp, string])[] = [
  [/dancer$|ballerina$|(?<!skate|snow)skater$/, 'dances'],
  [/singer$|rapper$/, 'sings'],
  [/\b(?:actor|actress|comedian)$/, 'talks'],
  [/\b(?:boxer|fighter)$/, 'boxes'],
  [/runner$|athlete$|jogger$|sprinter$/, 'runs'],
  [/\b(?:cyclist|mountain biker)$/, 'rides a bicycle'],
  [/surfer$/, 'surfs'],
  [/\bskier$/, 'skis'],
  [/swimmer$/, 'swims'],
  [/\b(?:rower|canoeist|kayaker)$/, 'rows'],
  [/climber$|mountaineer$/, 'climbs'],
  [/\bchess player$/, 'plays chess'],
]

/** What people of other trades do at work. */
const works: readonly (readonly [RegExp, string])[] = [
  [/barista$/, 'brews coffee'],
  [/chef$|cook$|baker$/, 'cooks'],
  [/painter$|artist$/, 'paints'],
  [/potter$/, 'shapes a clay bowl'],
  [/sculptor$|sculptress$/, 'carves'],
  [/(?<!bike |bicycle )mechanic$/, 'repairs a car'],
  [/(?:bike|bicycle) mechanic$/, 'repairs a bicycle'],
  [/watchmaker$|clockmaker$/, 'repairs a clock'],
  [/luthier$|violin maker$/, 'repairs a violin'],
  [/toymaker$|inventor$|electrician$|plumber$|handyman$|janitor$|caretaker$/, 'repairs'],
  [/carpenter$|builder$|joiner$/, 'builds'],
  [/blacksmith$|goldsmith$/, 'forges'],
  [/tailor$|seamstress$|dressmaker$/, 'sews'],
  [/scientist$|researcher$|doctor$|surgeon$|vet$|dentist$|chemist$/, 'examines'],
  [/waiter$|waitress$|bartender$/, 'serves'],
  [/photographer$/, 'photographs'],
  [/fisher$|fisherman$/, 'fishes'],
  [/gardener$/, 'waters the flowers'],
  [/farmer$|courier$|florist$|postman$|mailman$/, 'carries'],
  [/cleaner$/, 'sweeps'],
  [/driver$/, 'drives'],
  [/student$|librarian$|scholar$/, 'reads'],
  [/host$|guest$|presenter$|interviewer$|teacher$|professor$/, 'talks'],
  [/author$|writer$|poet$|developer$|programmer$|journalist$|engineer$|designer$/, 'types'],
]

/** What those who perform or move by their trade are seen doing, as it goes into a picture; undefined for others. */
export const performanceOf = (noun: string): string | undefined => {
  const instrument = instrumentOf(noun)
  return instrument === undefined
    ? performances.find(([trade]) => trade.test(noun))?.[1]
    : `plays the ${instrument}`
}

/** What people of a trade are seen doing at work, as it goes into a picture: `repairs a car`; undefined for others. */
export const workOf = (noun: string): string | undefined =>
  performanceOf(noun) ?? works.find(([trade]) => trade.test(noun))?.[1]

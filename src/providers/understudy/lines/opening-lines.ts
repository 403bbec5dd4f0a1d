import type { About } from './about.ts'
import { filled } from './about.ts'

/** First words of a film, by place: two for each, of which a concept gets one. */
const byPlace: Readonly<Record<string, readonly string[]>> = {
  'mountain lake': [
    'High in the mountains, a lake holds its breath.',
    'There is a lake up here that nobody has to hurry for.',
  ],
  mountains: [
    'The mountains were here first, and they know it.',
    'Up here, distance is the only clock.',
  ],
  forest: [
    'The forest is awake long before it is seen.',
    'Every path into a forest begins as a question.',
  ],
  meadow: [
    'In the open, the day has nowhere to hide.',
    'The meadow begins where the road gives up.',
  ],
  beach: [
    'Where the land ends, something else begins.',
    'The sea has been telling this story all night.',
  ],
  ocean: ['Out here, the horizon is the only address.', 'The sea keeps no roads, only directions.'],
  underwater: ['Beneath the surface, the world slows down.', 'Down here, even light has to swim.'],
  desert: [
    'The desert keeps its secrets in plain sight.',
    'Nothing here is small, except whoever crosses it.',
  ],
  river: [
    'A river is never in the same place twice.',
    'Follow the water, and it will tell you where it has been.',
  ],
  waterfall: ['You hear it long before you see it.', 'Here the river forgets to be quiet.'],
  village: [
    'In this village, the morning knows everyone by name.',
    'The village is small enough for every sound to be news.',
  ],
  castle: [
    'These walls were built to outlast their reasons.',
    'Stone upon stone, and every one has seen something.',
  ],
  'castle hall': [
    'A hall this high makes every word a decree.',
    'Somebody has always been waiting before a throne.',
  ],
  mars: [
    'Nobody has ever been late here.',
    'A whole world, and not one footprint that the wind has kept.',
  ],
  'moon surface': [
    'Here a footprint lasts longer than a name.',
    'From the moon, everyone you know fits behind a raised thumb.',
  ],
  jungle: [
    'In the jungle, even the silence is made of voices.',
    'Everything here is climbing toward the same light.',
  ],
  cave: ['Before there were houses, there was this.', 'A cave keeps the day at the door.'],
  'autumn forest': [
    'The trees have begun to give everything away.',
    'Every autumn, the forest rehearses letting go.',
  ],
  'football pitch': [
    'Ninety minutes, and a whole week of talking.',
    'Grass, two goals, and everything in between.',
  ],
  playground: ['The tallest tower in the world is a slide.', 'Here, everyone is five for a while.'],
  'swimming pool': [
    'The water waits in straight lines.',
    'Blue, and very still, until somebody jumps.',
  ],
  vineyard: [
    'Row after row, the summer is being kept for later.',
    'A vine takes its time, and asks you to do the same.',
  ],
  'lavender field': [
    'You smell the field before you see where it ends.',
    'All this purple, and the bees have a plan for every stem.',
  ],
  'rice terraces': [
    'Somebody cut these steps by hand, for the water.',
    'The hillside holds the sky in a thousand bowls.',
  ],
  volcano: [
    'The mountain is not asleep. It is thinking.',
    'Under all this stone, something is still warm.',
  ],
  canyon: [
    'A river wrote this, one grain at a time.',
    'The walls have turned the colour of every evening they have seen.',
  ],
  iceberg: [
    'What you see of it is the smaller part.',
    'The ice has come a very long way to disappear.',
  ],
  'ship deck': [
    'On a ship, the only street is the deck.',
    'Land is a rumour, and the wind has the news.',
  ],
  church: ['Even a whisper comes back larger in here.', 'The windows tell the morning in colours.'],
  gym: [
    'Nobody comes here to stay the way they are.',
    'The bag does not care who you were yesterday.',
  ],
  'boxing ring': [
    'Four corners, and nowhere to hide in any of them.',
    'Before the bell, there is only breath.',
  ],
  'hospital corridor': [
    'In this corridor, everybody walks a little faster than they want to.',
    'Behind each of these doors, somebody is counting hours.',
  ],
  airplane: ['For a few hours, nobody here lives anywhere.', 'Up here, the weather is below you.'],
  airport: [
    'Everyone in an airport is halfway to somebody.',
    'A place that is made of hellos and goodbyes.',
  ],
  'spaceship cabin': [
    'Outside the window, there is no down.',
    'A few metres of air, and then the dark.',
  ],
  rooftop: [
    'Up here, the city is only lights and roofs.',
    'A roof is where a street ends and the sky begins.',
  ],
  'house front': [
    'Every house keeps its stories behind a door.',
    'A doorstep is neither inside nor out.',
  ],
  bridge: ['A bridge belongs to both sides.', 'Under the bridge, the water goes its own way.'],
  market: ['The market speaks before anyone does.', 'Everything here has been carried a long way.'],
  'city street': [
    'The city has already started without us.',
    'In a street like this, every minute is a crossing.',
  ],
  'canal city': [
    'Here the streets are made of water.',
    'In this city, even the houses look at themselves in the canal.',
  ],
  'town square': [
    'Everything that happens here happens on the square.',
    'The fountain has been talking since before the town had a name.',
  ],
  'old town': [
    'The stones of this street have been walked smooth.',
    'Some towns grow old. This one has grown beautiful.',
  ],
  'city skyline': [
    'From up here, the city is only light.',
    'A million windows, and one of them matters tonight.',
  ],
  'rocky coast': [
    'Here the land ends, and it does so all at once.',
    'Every wave has come a long way for this.',
  ],
  harbor: [
    'The harbor remembers every boat it has let go.',
    'At the edge of the harbor, the day waits for the tide.',
  ],
  park: [
    'In the middle of everything, a little green.',
    'The park keeps a place free for anyone who stops.',
  ],
  garden: [
    'A garden is a promise somebody keeps every day.',
    'Behind the wall, the garden has been busy.',
  ],
  road: ['The road does not ask where you are going.', 'Somewhere ahead, the road turns.'],
  'snow field': [
    'Overnight, the world was painted over in white.',
    'Snow makes every step the first one.',
  ],
  space: ['Up here, home is something you can cover with a thumb.', 'Silence, in every direction.'],
  farm: [
    'On the farm, the light gets up first.',
    'Out here, the weather is a member of the family.',
  ],
  kitchen: [
    'In the kitchen, the day starts before the clock does.',
    'Some stories begin with warm hands.',
  ],
  'living room': ['A room remembers who sits in it.', 'Home, at the hour when it goes quiet.'],
  bedroom: ['The room is still half in a dream.', 'Before the day begins, there is this.'],
  bathroom: [
    'The mirror is the first to know what kind of day it is.',
    'Behind this door, nobody has to be anybody yet.',
  ],
  office: ['The office hums, as offices do.', 'Another day, another unanswered question.'],
  cafe: [
    'The first cup of the day is never just a cup.',
    'In the cafe, every table has its own weather.',
  ],
  restaurant: [
    'A table for two is the smallest country there is.',
    'Somebody has lit the candles, and left the rest to you.',
  ],
  classroom: [
    'Every classroom holds more than it can teach.',
    'It begins with a question on an ordinary day.',
  ],
  workshop: [
    'In the workshop, patience has a smell: wood, oil, dust.',
    'Some things are still made by hand.',
  ],
  laboratory: [
    'In the lab, the lights stay on for the curious.',
    'It starts with something nobody can explain yet.',
  ],
  studio: [
    'A room full of light, and something in it half finished.',
    'In the studio, everything waits to be looked at twice.',
  ],
  stage: ['Before the music, there is the dark.', 'The stage waits, and so does everybody else.'],
  hallway: ['Every corridor leads to somebody.', 'Footsteps always sound braver than they are.'],
  library: [
    'A library is the quietest crowd in the world.',
    'Somewhere on these shelves, it is waiting.',
  ],
  'shop interior': [
    'The bell over the door has not rung yet.',
    'A shop is a small stage that opens every morning.',
  ],
  'hospital room': [
    'Time moves differently in this room.',
    'Some rooms ask us to be brave quietly.',
  ],
  'subway station': [
    'Under the city, the next train is always almost here.',
    'A warm wind comes out of the tunnel, and then the light.',
  ],
  train: [
    'The train leaves on time. The rest is up to chance.',
    'Everyone on a train is between two stories.',
  ],
}

/** Words for a light that comes, as frames of `about.ts`. */
const byTime: Readonly<Record<string, readonly string[]>> = {
  dawn: ['The first light of the day finds {p}.'],
  morning: ['Now the morning has come to {p}.'],
  day: ['By now the day has reached {p}.'],
  'golden hour': ['Late in the day, a light like honey reaches {p}.'],
  sunset: ['The last sun of the day reaches {p}.'],
  dusk: ['The evening comes to {p}, in blue.'],
  night: ['Then night comes to {p}.'],
}

const byWeather: Readonly<Record<string, readonly string[]>> = {
  clear: ['Not a cloud over {p}.'],
  cloudy: ['Clouds pass over {p}, and their shadows go with them.'],
  rain: ['The rain comes down on {p}, and everything begins to shine.'],
  snow: ['Snow falls on {p}, and the sounds step back.'],
  fog: ['The fog takes the distance, and leaves what is near.'],
  wind: ['A wind gets up, and everything about {p} answers.'],
  storm: ['The storm does not knock. It is simply there.', 'The storm throws itself at {p}.'],
}

/** Lines that are only true at some hours. */
const hoursOf: Readonly<Record<string, string>> = {
  'A million windows, and one of them matters tonight.': 'dusk night',
  'The first cup of the day is never just a cup.': 'dawn morning',
  'In this village, the morning knows everyone by name.': 'dawn morning',
  'In the kitchen, the day starts before the clock does.': 'dawn morning',
  'Home, at the hour when it goes quiet.': 'sunset dusk night',
  'The room is still half in a dream.': 'dawn morning night',
  'Before the day begins, there is this.': 'dawn night',
  'On the farm, the light gets up first.': 'dawn morning',
  'The bell over the door has not rung yet.': 'dawn morning',
  'Overnight, the world was painted over in white.': 'dawn morning day',
  'The sea has been telling this story all night.': 'dawn morning',
  'From up here, the city is only light.': 'dusk night',
  'The city has already started without us.': 'dawn morning day',
  'The forest is awake long before it is seen.': 'dawn morning',
  'The windows tell the morning in colours.': 'dawn morning',
  'Light comes in by the window and takes a seat.': 'morning day golden hour',
  'and the day can begin.': 'dawn morning',
}

/** Whether a line may be said at an hour. */
export const isSaidAt = (line: string, time: string): boolean =>
  Object.entries(hoursOf).every(([said, hours]) => !line.includes(said) || hours.includes(time))

/** Moods in which nothing about a place is quiet and kind. */
const unquiet = new Set(['tense', 'energetic', 'epic', 'joyful'])

const choose = (list: readonly string[] | undefined): readonly string[] => list ?? []

/**
 * Lines that open a film on what is seen of a place at an hour; none where the mood has no rest for them.
 *
 * @param season empty where none is named
 */
export const placeOpenings = (
  { place, season }: { readonly place: string; readonly season: string },
  time: string,
  mood: string,
): readonly string[] =>
  unquiet.has(mood)
    ? []
    : choose(byPlace[`${season} ${place}`] ?? byPlace[place]).filter((line) => isSaidAt(line, time))

/** Lines about the light of a time of day that comes to a place. */
export const lightLines = (time: string, about: About): readonly string[] =>
  filled(choose(byTime[time]), about)

/** Lines about the weather of a place. */
export const weatherLines = (weather: string, about: About): readonly string[] =>
  filled(choose(byWeather[weather]), about)

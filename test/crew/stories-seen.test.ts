import { expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { paperFilm } from './film.ts'

/** What is seen in a film of three short scenes: where, when and who does what, each once, in order. */
const seenIn = async (concept: string): Promise<readonly string[]> => {
  const { scripts } = await paperFilm(concept, { seconds: 15 })
  const seen = scripts
    .slice(0, 1)
    .flatMap(shotsOf)
    .map(({ picture: { place, timeOfDay, subjects } }) => {
      const deeds = subjects.map(({ what, action }) => `${what} ${action}`.trim()).join(' + ')
      return { hour: timeOfDay, told: `${place}: ${deeds}` }
    })
  return seen
    .filter(({ told }, index) => told !== seen[index - 1]?.told)
    .map(({ hour, told }) => told.replace(':', `, ${hour}:`))
}

test.each([
  [
    'An old baker wakes before dawn, kneads dough in his small bakery, and at sunrise gives the first loaf to a hungry boy',
    [
      'bedroom, night: man wakes before dawn',
      'kitchen, night: man cooks dough in his small bakery',
      'kitchen, dawn: man gives the first loaf to a hungry boy + boy sits',
    ],
  ],
  [
    'A grandmother teaches her grandson to plant tomatoes, and in summer they eat the first one together',
    [
      'garden, morning: woman teaches her grandson to plant tomatoes + boy stands',
      'summer garden, golden hour: woman eats the first one together + boy eats the first one together',
    ],
  ],
  [
    'A little girl makes a snowman with her father, and at night the snowman waves to her through the window',
    [
      'snow field, morning: girl plays with a snowman with her father + man stands',
      'snow field, night: snowman waves to her through the window + girl stands',
    ],
  ],
  [
    'A paper boat floats down a gutter, past shoes and puddles, and reaches the sea',
    [
      'city street, morning: paper boat floats down a gutter, past shoes and puddles',
      'ocean, golden hour: paper boat reaches the sea',
    ],
  ],
  [
    'A widow dances alone in her kitchen to an old record',
    ['kitchen, morning: woman dances alone in her kitchen to an old record'],
  ],
  [
    'A farmer watches the sky, hoping for rain; the first drops fall on dry soil and he laughs',
    ['farm, morning: man looks at the sky', 'farm, day: ', 'farm, day: man laughs'],
  ],
  [
    'A street artist paints a mural of a whale on a grey wall and the neighbourhood comes alive',
    [
      'city street, morning: person paints a mural of a whale on a grey wall',
      'city street, golden hour: ',
    ],
  ],
  [
    'A young dancer practices alone at night in an empty theatre, then performs before a full house',
    [
      'stage, night: person dances alone at night in an empty theatre',
      'stage, night: person dances before a full house',
    ],
  ],
  [
    'A cat sneaks across a rooftop at midnight, jumps onto a windowsill and wakes a sleeping child',
    [
      'rooftop, night: cat walks across a rooftop at midnight',
      'rooftop, night: cat jumps onto a windowsill',
      'bedroom, night: cat approaches a sleeping child + girl sleeps',
    ],
  ],
  [
    'A boy and his dog explore a forest, find an abandoned cabin and shelter there from a thunderstorm',
    [
      'forest, morning: boy explores a forest + dog explores a forest',
      'forest, day: boy finds an abandoned cabin + dog finds an abandoned cabin',
      'living room, day: boy stands + dog stands',
    ],
  ],
  [
    'A startup founder works late in an empty office, gives up, goes home, and has the idea while washing dishes',
    [
      'office, night: person types late in an empty office',
      'office, night: person stands',
      'house front, night: person walks home',
      'kitchen, night: person washes dishes',
    ],
  ],
  [
    'An astronaut plants a garden on Mars and waits for the first sprout',
    [
      'mars, morning: person plants a garden on Mars',
      'mars, golden hour: person stands for the first sprout',
    ],
  ],
  [
    'Two strangers share an umbrella at a bus stop and fall in love',
    [
      'city street, morning: woman holds an umbrella at a bus stop + man holds an umbrella at a bus stop',
      'city street, golden hour: woman hugs + man hugs',
    ],
  ],
  [
    'A boy finds a stray puppy in the rain, hides it in his room, and his mother discovers them asleep together',
    [
      'city street, morning: boy finds a stray puppy in the rain + dog sits',
      'bedroom, day: boy hides the stray puppy in his room + dog sits',
      'bedroom, day: woman finds them asleep together + dog sleeps + boy sleeps',
    ],
  ],
  [
    'A tired mother falls asleep on the sofa and her little son covers her with a blanket',
    [
      'living room, morning: woman sleeps on the sofa',
      'living room, day: boy covers her with a blanket + woman sleeps',
    ],
  ],
  [
    'Two rival chefs cook against each other on television and end up sharing a kitchen',
    [
      'kitchen, morning: woman cooks against each other on television + man cooks against each other on television',
      'kitchen, day: woman stands + man stands',
    ],
  ],
  [
    'A sculptor carves a horse out of marble and at night it gallops away',
    [
      'workshop, morning: person carves a horse out of marble + horse sits',
      'workshop, night: horse runs away',
    ],
  ],
  [
    'A sloth tries to cross the road while cars pass and a child carries it to the other side',
    [
      'road, morning: sloth tries to cross the road',
      'road, day: car passes',
      'road, golden hour: girl carries the sloth to the other side + sloth walks',
    ],
  ],
  [
    'A wolf howls at the moon on a snowy hill and her pups answer',
    [
      'mountains, night: wolf howls at the moon on a snowy hill',
      'mountains, night: wolf talks + wolf talks',
    ],
  ],
  [
    'A family moves into a new house, paints the walls and has dinner on the floor among boxes',
    [
      'living room, morning: woman walks into a new house + man walks into a new house + girl walks into a new house',
      'living room, day: woman paints the walls + man paints the walls + girl paints the walls',
      'living room, day: woman eats dinner on the floor among boxes + man eats dinner on the floor among boxes + girl eats dinner on the floor among boxes',
    ],
  ],
  [
    'A retired boxer trains a young girl in an old gym and she wins her first fight',
    [
      'gym, morning: person teaches a young girl in an old gym + girl sits',
      'gym, day: girl cheers + person sits',
    ],
  ],
  [
    'A teenager skateboards through the empty city at dawn, meets a stray dog and shares breakfast with it on a wall',
    [
      'city street, dawn: boy skateboards through the empty city at dawn',
      'city street, dawn: boy talks with a stray dog + dog sits',
      'city street, morning: boy eats breakfast with the stray dog on a wall + dog sits',
    ],
  ],
  [
    'A woman plants lavender in Provence, harvests it, and sells soap at the market',
    [
      'lavender field, morning: woman plants lavender in Provence',
      'lavender field, day: woman gathers the lavender',
      'market, golden hour: woman offers soap at the market',
    ],
  ],
  [
    'An elephant and a bird become friends at a waterhole',
    ['meadow, morning: elephant stands + bird stands'],
  ],
  [
    "A young woman tries on her grandmother's wedding dress and looks in the mirror",
    ['bedroom, morning: woman stands', 'bedroom, day: woman looks in the mirror'],
  ],
  [
    'A clockmaker repairs an old clock and time begins to run backwards',
    ['workshop, morning: person repairs an old clock', 'workshop, day: '],
  ],
  [
    'A train arrives at an underground station; a violinist plays on the platform and a little girl drops a coin',
    [
      'subway station, morning: train arrives at an underground station',
      'subway station, day: person plays the violin on the platform',
      'subway station, day: girl drops a coin',
    ],
  ],
  [
    'A pianist plays alone in a bar and a woman at the counter cries',
    ['cafe, morning: person plays the piano alone in a bar', 'cafe, day: woman cries'],
  ],
  [
    'An elderly man visits the bench where he met his wife, puts down two cups of coffee and talks to the empty place beside him',
    [
      'park, morning: man walks to the bench',
      'park, day: man stands',
      'park, golden hour: man talks to the empty place beside him',
    ],
  ],
  [
    'Two old friends play chess in the park every Sunday until one chair stays empty',
    [
      'park, morning: woman plays chess in the park every Sunday + man plays chess in the park every Sunday',
      'park, golden hour: ',
    ],
  ],
  [
    'A team of rowers races at dawn through fog, and the cox shouts',
    [
      'mountain lake, dawn: woman rows at dawn through fog + man rows at dawn through fog',
      'mountain lake, dawn: cox shouts + woman stands + man stands',
    ],
  ],
  [
    'A little boy pretends to be an astronaut in a cardboard box and flies to the moon',
    [
      'space, night: boy pretends to be an astronaut in a cardboard box',
      'space, night: boy flies to the moon',
    ],
  ],
  [
    'Three sisters sit around the kitchen table on Christmas Eve, making dumplings; the eldest cries.',
    [
      'kitchen, night: woman sits around the kitchen table on Christmas Eve + woman sits around the kitchen table on Christmas Eve + woman sits around the kitchen table on Christmas Eve',
      'kitchen, night: woman cooks dumplings + woman cooks dumplings + woman cooks dumplings',
      'kitchen, night: woman cries',
    ],
  ],
  [
    'An abandoned railway station in autumn fog, a fox walking along the platform, leaves blowing over the rails.',
    [
      'autumn train station, morning: ',
      'autumn train station, day: fox walks along the platform',
      'autumn train station, day: ',
    ],
  ],
  [
    'Two strangers share one umbrella at a bus stop in the rain; when the bus comes, neither of them gets on.',
    [
      'city street, morning: woman holds one umbrella at a bus stop in the rain + man holds one umbrella at a bus stop in the rain',
      'city street, day: bus comes',
      'city street, day: bus stands',
    ],
  ],
  [
    'A young female goalkeeper waits under floodlights, the striker runs up, she dives to her left.',
    [
      'football pitch, morning: woman stands under floodlights',
      'football pitch, day: person runs up',
      'football pitch, golden hour: woman dives to her left + person stands',
    ],
  ],
  [
    "An old woman talks to the empty chair. One rainy night her husband's lost dog barks at the door.",
    ['park, morning: woman talks to the empty chair', 'park, night: dog barks at the door'],
  ],
  [
    'A taxi driver in New York listens to the radio on a rainy night',
    ['city street, night: person drives the taxi and listens to the radio on a rainy night'],
  ],
  [
    'A mother reads a bedtime story to her twins until they fall asleep',
    [
      'bedroom, night: woman reads a bedtime story to her twins + girl sits + boy sits',
      'bedroom, night: girl sleeps + boy sleeps',
    ],
  ],
  [
    'A bride waits at the church, then the groom arrives on a bicycle',
    ['church, morning: woman stands at the church', 'church, day: man rides on a bicycle'],
  ],
  [
    'A boy teaches his grandfather how to use a phone',
    ['living room, morning: boy teaches his grandfather how to use a phone + man sits'],
  ],
  [
    'A tired office worker looks out of the window and dreams of the sea',
    ['office, morning: person looks out of the window', 'office, day: person thinks'],
  ],
  [
    'A mechanic fixes an old motorcycle in his garage, then rides off into the sunset',
    [
      'workshop, golden hour: man repairs an old motorcycle in his garage',
      'road, sunset: man rides the motorcycle off into the sunset',
    ],
  ],
  [
    'Grandpa and his grandson fish from a small boat on a quiet lake',
    [
      'mountain lake, morning: man fishes from a small boat on a quiet lake + boy fishes from a small boat on a quiet lake',
    ],
  ],
  [
    'Two brothers race their bicycles down a hill, the smaller one wins',
    [
      'mountains, morning: man rides their bicycles down a hill + man rides their bicycles down a hill',
    ],
  ],
  [
    'A teenage girl practises guitar in her room, then performs on a stage in front of a crowd',
    [
      'bedroom, morning: girl plays guitar in her room',
      'stage, day: girl plays on a stage in front of a crowd + crowd',
    ],
  ],
  [
    'A boxer trains in an empty gym, sweat dripping, then he wins the fight',
    ['gym, morning: man boxes in an empty gym', 'gym, day: man cheers'],
  ],
  [
    'Advert for a honey brand: bees fly over a meadow, a beekeeper opens a hive, a family eats breakfast.',
    [
      'meadow, morning: bee flies over a meadow + bee flies over a meadow',
      'meadow, morning: person opens a hive',
      'kitchen, morning: woman eats breakfast + man eats breakfast + girl eats breakfast',
      'kitchen, morning: ',
    ],
  ],
  [
    'A nurse walks home after a night shift as the city wakes up',
    ['city street, dawn: person walks home after a night shift', 'city street, dawn: '],
  ],
])('%s', async (concept, seen) => {
  expect(await seenIn(concept)).toEqual(seen)
})

test('whom a story is about is in most of its shots, at the weather it names, under no other sky', async () => {
  const { scripts } = await paperFilm(
    'A young woman repairs a bicycle in her workshop. Rain falls outside.',
  )
  for (const script of scripts) {
    const shots = shotsOf(script)
    const withHer = shots.filter(({ picture }) => picture.subjects.length > 0)
    expect(withHer.length / shots.length).toBeGreaterThanOrEqual(0.6)
    expect(new Set(shots.map(({ picture }) => picture.weather))).toEqual(new Set(['rain']))
    expect(shots.map(({ picture }) => picture.timeOfDay)).not.toContain('golden hour')
    const said = script.scenes.flatMap(({ narration }) => narration.map(({ text }) => text))
    expect(said.join(' ')).not.toMatch(/honey|sun|stars|shadows/)
  }
})

/** One true step of an explanation, and where it can be seen. */
export interface Fact {
  /** Said in one breath: at most 84 characters. */
  readonly line: string
  readonly place: string
  readonly objects: readonly string[]
  readonly time: string | null
  readonly weather: string | null
}

const fact = (
  line: string,
  place: string,
  more: Partial<Pick<Fact, 'objects' | 'time' | 'weather'>> = {},
): Fact => ({ line, place, objects: [], time: null, weather: null, ...more })

/** School knowledge by topic, in the order in which one thing leads to the next. */
const topics: readonly (readonly [RegExp, readonly Fact[]])[] = [
  [
    /photosynthesis/i,
    [
      fact('Roots draw water from the soil up into the leaves.', 'forest', { objects: ['tree'] }),
      fact('Leaves take in carbon dioxide from the air.', 'forest'),
      fact('Chlorophyll, the green in a leaf, catches sunlight.', 'meadow', { time: 'morning' }),
      fact('With that energy the leaf turns water and carbon dioxide into sugar.', 'garden', {
        objects: ['flower'],
      }),
      fact('Oxygen is left over, and the leaf lets it go.', 'meadow', { time: 'day' }),
      fact('The plant lives on the sugar. We breathe the oxygen.', 'park', { objects: ['tree'] }),
    ],
  ],
  [
    /water cycle|where (?:does )?rain comes? from|how (?:does )?(?:the )?rain|rain (?:forms|works|falls|is made)|clouds? (?:forms?|work)/i,
    [
      fact('The sun warms the sea, and water rises as vapour.', 'ocean', { time: 'day' }),
      fact('High up the air is cold, and vapour turns into tiny drops: clouds.', 'ocean', {
        weather: 'cloudy',
      }),
      fact('Wind carries the clouds over the land.', 'mountains', { weather: 'wind' }),
      fact('The drops join, grow heavy and fall as rain.', 'forest', { weather: 'rain' }),
      fact('In the cold they fall as snow.', 'mountains', { weather: 'snow' }),
      fact('Rivers carry the water back to the sea, and it begins again.', 'river'),
    ],
  ],
  [
    /seasons/i,
    [
      fact('The Earth goes round the sun once a year.', 'space'),
      fact('Its axis is tilted by about twenty-three degrees.', 'space'),
      fact('Tilted toward the sun, our half has long days and high sun: summer.', 'meadow', {
        time: 'day',
      }),
      fact('Half a year later it leans away: short days, low sun, winter.', 'snow field', {
        weather: 'snow',
      }),
      fact('Between them lie spring and autumn.', 'park', { objects: ['tree'] }),
      fact('When it is summer in the north, it is winter in the south.', 'space'),
    ],
  ],
  [
    /phases? of the moon|moon phases?|moon (?:changes|wax)/i,
    [
      fact('The moon gives no light of its own. It reflects the sun.', 'space'),
      fact('One half of it is always lit.', 'space'),
      fact('It circles the Earth in about a month.', 'space'),
      fact('So we see more or less of its lit half.', 'mountain lake', { time: 'night' }),
      fact('With the moon between us and the sun, it is new moon.', 'city skyline', {
        time: 'night',
      }),
      fact('Two weeks later its whole lit face looks at us: full moon.', 'meadow', {
        time: 'night',
      }),
    ],
  ],
  [
    /volcano/i,
    [
      fact('Deep under the ground it is so hot that rock melts: magma.', 'mountains'),
      fact('Magma is lighter than the rock around it, and rises.', 'mountains'),
      fact('It gathers in a chamber under the volcano.', 'volcano', { weather: 'fog' }),
      fact('Gases in it press upward like the fizz in a bottle.', 'laboratory', {
        objects: ['bottle'],
      }),
      fact('When the pressure is too great, the volcano erupts.', 'volcano', { time: 'dusk' }),
      fact('Lava cools into new rock, and its soil becomes fertile.', 'farm'),
    ],
  ],
  [
    /\bbees?\b|pollinat/i,
    [
      fact('A bee visits flowers for nectar and pollen.', 'garden', { objects: ['flower'] }),
      fact('Grains of pollen stick to the hairs on its body.', 'meadow', { objects: ['flower'] }),
      fact('At the next flower some of them rub off: pollination.', 'garden', {
        objects: ['flower'],
      }),
      fact('A pollinated flower can make seeds and fruit.', 'farm', { objects: ['tree'] }),
      fact('About a third of what we eat depends on pollinators.', 'kitchen'),
      fact('In the hive, nectar becomes honey.', 'farm', { objects: ['box'] }),
    ],
  ],
  [
    /recycl/i,
    [
      fact('Glass, paper, metal and plastic are collected apart.', 'city street', {
        objects: ['box'],
      }),
      fact('Machines and people sort what was mixed.', 'workshop'),
      fact('Paper is stirred into pulp and pressed into new paper.', 'workshop', {
        objects: ['book'],
      }),
      fact('Glass and metal are melted and can be used again and again.', 'workshop', {
        objects: ['bottle'],
      }),
      fact('New things from old ones need less energy and less raw material.', 'forest'),
      fact('What is not thrown away need not be recycled at all.', 'kitchen', {
        objects: ['bottle'],
      }),
    ],
  ],
  [
    /electric(?:ity)?\b(?! car)/i,
    [
      fact('Everything is made of atoms, and atoms hold electrons.', 'laboratory'),
      fact('In metals some electrons can move freely.', 'workshop', { objects: ['key'] }),
      fact('A battery or a generator pushes them: that push is voltage.', 'laboratory'),
      fact('Electrons that flow through a wire are an electric current.', 'city skyline', {
        time: 'night',
      }),
      fact('In a lamp the current makes light.', 'living room', {
        objects: ['lamp'],
        time: 'dusk',
      }),
      fact('It only flows while the circuit is closed.', 'office', { objects: ['lamp'] }),
    ],
  ],
  [
    /\b(?:human |the )heart\b|how (?:the )?heart|blood circulation/i,
    [
      fact('The heart is a muscle, about as big as a fist.', 'laboratory'),
      fact('Its right half pumps blood to the lungs to fetch oxygen.', 'hospital room'),
      fact('Its left half pumps that blood into the whole body.', 'hospital room'),
      fact('Valves make sure that the blood flows one way only.', 'laboratory'),
      fact('At rest it beats about seventy times a minute.', 'bedroom', { objects: ['clock'] }),
      fact('When we run, it beats faster: muscles need more oxygen.', 'park'),
    ],
  ],
  [
    /digest/i,
    [
      fact('It begins in the mouth: teeth grind, saliva softens.', 'kitchen', {
        objects: ['cake'],
      }),
      fact('The stomach mixes the food with acid.', 'laboratory', { objects: ['bottle'] }),
      fact('In the small intestine it is broken into tiny parts.', 'laboratory'),
      fact('There the blood takes up what the body can use.', 'hospital room'),
      fact('The large intestine takes back the water.', 'hospital room'),
      fact('What is left leaves the body. The rest has become us.', 'cafe', { objects: ['cup'] }),
    ],
  ],
  [
    /\bsleep(?:ing)?\b/i,
    [
      fact('In the evening, darkness tells the brain to make melatonin.', 'living room', {
        time: 'dusk',
      }),
      fact('Sleep comes in rounds of about ninety minutes.', 'bedroom', {
        objects: ['clock'],
        time: 'night',
      }),
      fact('In deep sleep the body repairs itself.', 'bedroom', { time: 'night' }),
      fact('In REM sleep the eyes move and we dream.', 'bedroom', { time: 'night' }),
      fact('Meanwhile the brain sorts and keeps what the day has taught it.', 'library', {
        time: 'night',
      }),
      fact('Morning light sets the inner clock anew.', 'bedroom', { time: 'morning' }),
    ],
  ],
  [
    /\binternet\b/i,
    [
      fact('The internet is many networks that speak one language.', 'city skyline', {
        time: 'night',
      }),
      fact('What you send is cut into small packets.', 'office', { objects: ['laptop'] }),
      fact('Every packet carries the address it is going to.', 'office', { objects: ['letter'] }),
      fact('Routers pass it on, each a step nearer.', 'city street'),
      fact('Between continents it travels as light through cables under the sea.', 'underwater'),
      fact('At the goal the packets are put together again.', 'living room', {
        objects: ['laptop'],
      }),
    ],
  ],
  [
    /gravity/i,
    [
      fact('Everything that has mass pulls at everything else.', 'space'),
      fact('The more mass and the nearer, the stronger the pull.', 'space'),
      fact('The Earth pulls things to the ground.', 'park', { objects: ['ball'] }),
      fact('Without air, a feather and a hammer fall equally fast.', 'laboratory'),
      fact('The moon falls, too, but so fast sideways that it stays in orbit.', 'space'),
      fact('The pull of the moon moves the seas: the tides.', 'beach'),
    ],
  ],
]

/** What is known of a topic, step by step; none of topics this crew was never taught. */
export const factsAbout = (topic: string): readonly Fact[] =>
  topics.find(([pattern]) => pattern.test(topic))?.[1] ?? []

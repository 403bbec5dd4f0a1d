/** What is done at home when nobody says where: rooms by the words that tell of it; the special stands before the general. */
const rooms: readonly (readonly [string, RegExp])[] = [
  [
    'bedroom',
    /\b(?:(?:in|into|to|out of) bed|bedtime|good ?night (?:story|kiss)|tucks? (?:him|her|them|the \p{L}+) in|(?:makes?|making) (?:the|his|her|their) beds?|afraid of the dark|under the (?:covers|blankets?|duvet)|pillow fight|alarm clock|pyjamas|pajamas|gets? dressed|getting dressed|pack(?:s|ing)? (?:his|her|their|an?|the) (?:\p{L}+ )?(?:suitcases?|bags?|trunk|things|clothes)|tr(?:y|ies|ying) on)\b/iu,
  ],
  ['hallway', /\b(?:up|down|climb(?:s|ing)?|to climb|on) (?:the )?(?:stairs|staircase)\b/iu],
  [
    'bathroom',
    /\b(?:brush(?:es|ing)? (?:his|her|their|its) (?:teeth|hair)|toothbrush|tak(?:es|ing) (?:a|his|her) (?:long |hot |warm |cold )*(?:bath|shower)|bath ?tub|bubble bath|in the (?:bath|shower)|shav(?:es|ing)|wash(?:es|ing) (?:his|her|their) (?:face|hair))\b/iu,
  ],
  [
    'kitchen',
    /\b(?:breakfasts?|brunch|lunch|dinners?|supper|meals?|feast|dines?|dining|(?:at|around|round|sets?|setting|lays?|laying|clears?|clearing) (?:the|a|an|their|his|her) (?:\p{L}+ ){0,2}table|bak(?:e|es|ing)|cook(?:s|ing)?|knead\p{L}*|pancakes?|cookies|(?:mak|brew)(?:es|ing)? (?:\p{L}+ ){0,2}(?:coffee|tea)|fr(?:y|ies|ying) (?:an? )?eggs?|(?:wash|do|dry)(?:es|s|ing)? (?:the )?dishes|eat(?:s|ing)? (?:\p{L}+ ){0,3}(?:soup|pasta|spaghetti|pizza|cereal|toast|porridge|rice|noodles|salad|pie|cake))\b/iu,
  ],
  [
    'living room',
    /\b(?:watch(?:es|ing)? (?:tv|television|a (?:film|movie|show))|video ?games?|board ?games?|play(?:s|ing)? (?:chess|cards|checkers|dominoes|monopoly)|jigsaw|homework|iron(?:s|ing) (?:\p{L}+ ){0,2}(?:shirts?|clothes|dress|laundry)|vacuum\p{L}*|hoover\p{L}*|fold(?:s|ing)? (?:the )?(?:laundry|clothes)|knit(?:s|ting)?|crochet\p{L}*|christmas tree|unwrap\p{L}*|(?:open|wrap)(?:s|ping|ing)? (?:the |their |his |her |a )?(?:presents?|gifts?)|bills?)\b/iu,
  ],
]

/** What is done out of doors when nobody says where. */
const grounds: readonly (readonly [string, RegExp])[] = [
  [
    'garden',
    /\b(?:gardening|(?:plant|water|weed|prun|rak|mow|pick|grow)(?:s|es|ing)? (?:\p{L}+ ){0,2}(?:tomato(?:es)?|flowers?|roses?|tulips?|vegetables?|carrots?|potatoes|pumpkins?|straw?berr(?:y|ies)|herbs?|lavender|seeds?|seedlings?|leaves|lawn|grass|bush(?:es)?))\b/iu,
  ],
  [
    'farm',
    /\b(?:milk(?:s|ing)? (?:\p{L}+ ){0,2}cows?|feed(?:s|ing)? (?:\p{L}+ ){0,2}(?:chickens|hens|pigs)|plough\p{L}*|(?:bring|harvest)(?:s|ing)? (?:in )?(?:the )?(?:harvest|wheat|corn|crops?))\b/iu,
  ],
  [
    'beach',
    /\b(?:sandcastles?|(?:collect|gather|pick)(?:s|ing)? (?:\p{L}+ ){0,2}(?:sea)?shells)\b/iu,
  ],
  [
    'forest',
    /\b(?:camp(?:s|ing)?|(?:roast|toast)(?:s|ing)? marshmallows|pitch(?:es|ing)? (?:an?|the|their|his|her) tents?)\b/iu,
  ],
  ['meadow', /\b(?:fly|flies|flying) (?:an?|the|his|her|their) (?:\p{L}+ )?kites?\b/iu],
]

const outOfDoors =
  /\b(?:picnics?|camp(?:ing|site)?|campfires?|bonfires?|barbecues?|grill(?:s|ing)?|outside|outdoors|open air|garden|tents?|terrace|hik\p{L}*)\b/iu

/** The place that what is done belongs in, when the text says nothing of one; null for what can be done anywhere. */
export const placeOfDeed = (text: string): string | null => {
  const [ground] = grounds.find(([, deed]) => deed.test(text)) ?? []
  if (ground !== undefined) return ground
  return outOfDoors.test(text) ? null : (rooms.find(([, deed]) => deed.test(text))?.[0] ?? null)
}

/** What is done at home when nobody says where: rooms by the words that tell of it; the special stands before the general. */
const rooms: readonly (readonly [string, RegExp])[] = [
  [
    'bedroom',
    /\b(?:(?:in|into|to|out of) bed|bedtime|good ?night (?:story|kiss)|tucks? (?:him|her|them|the \p{L}+) in|(?:makes?|making) (?:the|his|her|their) beds?|under the (?:covers|blankets?|duvet)|pillow fight|alarm clock|pyjamas|pajamas|gets? dressed|getting dressed)\b/iu,
  ],
  [
    'bathroom',
    /\b(?:brush(?:es|ing)? (?:his|her|their|its) (?:teeth|hair)|toothbrush|tak(?:es|ing) (?:a|his|her) (?:long |hot |warm |cold )*(?:bath|shower)|bath ?tub|bubble bath|in the (?:bath|shower)|shav(?:es|ing)|wash(?:es|ing) (?:his|her|their) (?:face|hair))\b/iu,
  ],
  [
    'kitchen',
    /\b(?:breakfasts?|brunch|lunch|dinners?|supper|meals?|feast|dines?|dining|(?:at|around|round|sets?|setting|lays?|laying|clears?|clearing) (?:the|a|an|their|his|her) (?:\p{L}+ ){0,2}table|bak(?:e|es|ing)|cook(?:s|ing)?|knead\p{L}*|pancakes?|cookies|fr(?:y|ies|ying) (?:an? )?eggs?|(?:wash|do|dry)(?:es|s|ing)? the dishes|eat(?:s|ing)? (?:\p{L}+ ){0,3}(?:soup|pasta|spaghetti|pizza|cereal|toast|porridge|rice|noodles|salad|pie|cake))\b/iu,
  ],
  [
    'living room',
    /\b(?:watch(?:es|ing)? (?:tv|television|a (?:film|movie|show))|video ?games?|board ?games?|play(?:s|ing)? (?:chess|cards|checkers|dominoes|monopoly)|jigsaw|homework|iron(?:s|ing) (?:\p{L}+ ){0,2}(?:shirts?|clothes|dress|laundry)|vacuum\p{L}*|hoover\p{L}*|fold(?:s|ing)? (?:the )?(?:laundry|clothes)|knit(?:s|ting)?|crochet\p{L}*|christmas tree|unwrap\p{L}*|(?:open|wrap)(?:s|ping|ing)? (?:the |their |his |her |a )?(?:presents?|gifts?)|bills?)\b/iu,
  ],
]

const outOfDoors =
  /\b(?:picnics?|camp(?:ing|site)?|campfires?|bonfires?|barbecues?|grill(?:s|ing)?|outside|outdoors|open air|garden|tents?|terrace|hik\p{L}*)\b/iu

/** The room that what is done belongs in, when the text says nothing of a place; null for what can be done anywhere. */
export const roomOfDeed = (text: string): string | null =>
  outOfDoors.test(text) ? null : (rooms.find(([, deed]) => deed.test(text))?.[0] ?? null)

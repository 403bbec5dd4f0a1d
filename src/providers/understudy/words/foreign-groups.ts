import { groupFigures } from './people.ts'

/** Groups of people, see `groupFigures`, and their names in other languages. */
export const foreignGroups: Readonly<Record<string, string>> = {
  couple:
    'カップル|夫婦|恋人たち|情侣|夫妻|커플|부부|زوجان|pareja|couple|amoureux|paar|ehepaar|liebespaar|coppia|casal|enamorados|amants|verliebte|novios',
  friends:
    '友達|友人たち|朋友们|朋友|친구들|두 친구|세 친구|أصدقاء|صديقان|amigos|amigas|amis|amies|freunde|freundinnen|amici|amiche|geschwister|zwillinge|hermanos|frères et sœurs|fratelli|irmãos|jumeaux|gemelli|gêmeos|ystävää|ystävät',
  family: '家族|一家人|가족|عائلة|familia|famille|familie|famiglia|família',
  children:
    '子供たち|子どもたち|孩子们|아이들|أطفال|niños|enfants|kinder|bambini|crianças|hijos|figli|filhos',
  women:
    '女性たち|女人们|여자들|نساء|mujeres|femmes|frauen|donne|mulheres|hermanas|sœurs|schwestern|sorelle|irmãs',
  men: '男たち|男人们|남자들|رجال|hombres|hommes|männer|uomini|homens|frères|brüder|pescadores|pêcheurs|pescatori',
}

const counts: readonly (readonly [number, RegExp])[] = [
  [
    2,
    /(?:dos|deux|zwei|due|dois|duas|二人の|2人の|两个|两位|두|два|две|двое|двух|दो|dwie|dwaj|dwoje|dwóch|twee|två|to|kaksi|iki|[^\d]2)\s*$/iu,
  ],
  [
    3,
    /(?:tres|trois|drei|tre|três|三人の|3人の|三个|三位|세|ثلاثة|ثلاث|три|трое|तीन|trzy|trzej|troje|drie|kolme|üç|[^\d]3)\s*$/iu,
  ],
  [
    4,
    /(?:cuatro|quatre|vier|quattro|quatro|四人の|4人の|四个|네|أربعة|أربع|четыре|चार|cztery|fyra|fire|neljä|dört|[^\d]4)\s*$/iu,
  ],
  [5, /(?:cinco|cinq|fünf|cinque|五人の|5人の|五个|[^\d]5)\s*$/iu],
]

/** Whoever a group consists of, as many as are counted right before it. */
export const figuresOfGroup = (group: string, before: string): readonly string[] => {
  const { whats, count } = groupFigures[group] ?? { whats: [], count: 0 }
  const counted = counts.find(([, said]) => said.test(` ${before}`))?.[0]
  return Array.from({ length: counted ?? count }, (_, index) => whats[index % whats.length] ?? '')
}

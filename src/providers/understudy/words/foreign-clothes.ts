/** Colours and their names in other languages, in the forms they take beside a noun. */
const colours: Readonly<Record<string, string>> = {
  red: 'rote[rnms]?|rouges?|roj[oa]s?|ross[oaie]|vermelh[oa]s?|赤い|赤の|红色?|빨간|붉은|حمراء|أحمر',
  blue: 'blaue[rnms]?|bleue?s?|azul(?:es)?|azzurr[oaie]|blu|青い|蓝色?|파란|푸른|زرقاء|أزرق',
  green: 'grüne[rnms]?|verte?s?|verdes?|verdi|緑の|绿色?|초록|녹색|خضراء|أخضر',
  yellow:
    'gelbe[rnms]?|jaunes?|amarill[oa]s?|giall[oaie]|amarel[oa]s?|黄色い|黄色?|노란|صفراء|أصفر',
  black: 'schwarze[rnms]?|noire?s?|negr[oa]s?|ner[oaie]|pret[oa]s?|黒い|黑色?|검은|سوداء|أسود',
  white:
    'weiße[rnms]?|blanc(?:he)?s?|blanc[oa]s?|bianc[oaie]|bianch[ei]|branc[oa]s?|白い|白色?|하얀|흰|بيضاء|أبيض',
  grey: 'graue[rnms]?|grise?s?|grigi[oae]?|cinzent[oa]s?|灰色の?|회색|رمادي',
  brown: 'braune[rnms]?|marrons?|marrón|castañ[oa]|茶色の?|棕色?|갈색|بني',
  pink: 'rosa|roses?|ピンクの?|粉色?|粉红色?|분홍',
}

/** Garments and their names in other languages. */
const garments: Readonly<Record<string, string>> = {
  coat: 'mantel|manteau|abrigo|cappotto|casaco|コート|外套|大衣|코트|معطف',
  dress: 'kleid|robe|vestido|vestito|abito lungo|ドレス|ワンピース|裙子|连衣裙|드레스|원피스|فستان',
  jumper: 'pullover|pulli|pull|jersey|suéter|maglione|セーター|毛衣|스웨터|سترة',
  jacket: 'jacke|veste|chaqueta|giacca|jaqueta|ジャケット|夹克|재킷',
  shirt: 'hemd|chemise|camisa|camicia|シャツ|衬衫|셔츠|قميص',
  hat: 'hut|chapeau|sombrero|cappello|chapéu|帽子|모자|قبعة',
  kimono: 'kimono|着物|和服|기모노',
  suit: 'anzug|costume|traje|terno|スーツ|西装|양복|بدلة',
  scarf: 'schal|écharpe|bufanda|sciarpa|cachecol|マフラー|围巾|목도리|وشاح',
  raincoat: 'regenmantel|imperméable|impermeable|impermeabile|レインコート|雨衣',
  apron: 'schürze|tablier|delantal|grembiule|avental|エプロン|围裙',
}

/** Something that is worn, in English words: `a red coat`. */
export interface ForeignGarment {
  readonly wears: string
  readonly start: number
}

const edge = String.raw`(?<![\p{Script=Latin}])`
const pattern = new RegExp(
  `${edge}(${Object.values(garments).join('|')})(?![\\p{Script=Latin}])`,
  'giu',
)

const wordFor = (table: Readonly<Record<string, string>>, said: string): string | undefined =>
  Object.entries(table).find(([, names]) => new RegExp(`^(?:${names})$`, 'iu').test(said))?.[0]

/** Letters between a garment and its colour. */
const near = 12

/** What a text in another language says that somebody wears: garments with a colour beside them. */
export const foreignGarments = (text: string): readonly ForeignGarment[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: said, index }): ForeignGarment[] => {
    const before = text.slice(Math.max(0, index - near), index)
    const after = text.slice(index + said.length, index + said.length + near)
    const colour = colourIn(before, 'last') ?? colourIn(after, 'first')
    const garment = wordFor(garments, said)
    return colour && garment ? [{ wears: `a ${colour} ${garment}`, start: index }] : []
  })

const anyColour = new RegExp(
  `${edge}(?:${Object.values(colours).join('|')})(?![\\p{Script=Latin}])`,
  'giu',
)

const colourIn = (text: string, which: 'first' | 'last'): string | undefined => {
  const found = [...text.matchAll(anyColour)].map((match) => match[0])
  const said = which === 'first' ? found[0] : found.at(-1)
  return said === undefined ? undefined : wordFor(colours, said)
}

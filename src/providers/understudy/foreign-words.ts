/** A word of another language that names something in the vocabulary. */
export interface ForeignMention {
  /** The vocabulary's word. */
  readonly word: string
  /** As the client wrote it. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Vocabulary word, and its names in Japanese, Chinese, Korean, Arabic, Spanish, French, German, Italian, Portuguese. */
const rows: Readonly<Record<string, string>> = {
  'mountain lake':
    '山の湖|高山湖|湖|بحيرة جبلية|بحيرة بين الجبال|lago de montaña|lac de montagne|lago di montagna|호수|بحيرة|lago|lac|see|bergsee|lagoa',
  mountains: '山|산|جبل|جبال|montaña|montañas|montagne|montagnes|berg|berge|montanha',
  forest: '森|森林|숲|غابة|bosque|forêt|wald|foresta|bosco|floresta',
  meadow: '草原|草地|مرج|prado|prairie|wiese|prato',
  beach: '海辺|浜辺|海滩|해변|شاطئ|playa|plage|strand|spiaggia|praia',
  ocean: '海|大海|바다|بحر|mar|océano|mer|océan|meer|ozean|mare',
  desert: '砂漠|沙漠|사막|صحراء|desierto|désert|wüste|deserto',
  river: '川|河|강|نهر|río|rivière|fleuve|fluss|fiume|rio',
  waterfall: '滝|瀑布|폭포|شلال|cascada|cascade|wasserfall|cascata',
  village: '村|村庄|마을|قرية|pueblo|aldea|village|dorf|villaggio|aldeia',
  'city street':
    '街|通り|東京|京都|大阪|横浜|札幌|渋谷|新宿|城市|北京|上海|广州|香港|台北|도시|거리|서울|부산|مدينة|شارع|باريس|القاهرة|دبي|بيروت|بغداد|دمشق|الرياض|الإسكندرية|ciudad|calle|madrid|barcelona|sevilla|buenos aires|ville|rue|paris|lyon|marseille|stadt|straße|berlin|wien|münchen|hamburg|città|strada|roma|milano|napoli|cidade|rua|lisboa|são paulo|город|улица|москва|москве|москвы|петербург|петербурге|городе|улице',
  harbor: '港|港口|항구|ميناء|puerto|port|hafen|porto',
  park: '公園|公园|공원|حديقة عامة|parque|parc|stadtpark|parco',
  garden: '庭|花园|정원|حديقة|jardín|jardin|garten|giardino|jardim',
  kitchen: '台所|キッチン|厨房|부엌|مطبخ|cocina|cuisine|küche|cucina|cozinha',
  'living room': '居間|客厅|거실|غرفة المعيشة|salón|salon|wohnzimmer|soggiorno|sala',
  cafe: '喫茶店|カフェ|咖啡馆|카페|مقهى|cafetería|kaffeehaus|caffè',
  library: '図書館|图书馆|도서관|مكتبة|biblioteca|bibliothèque|bibliothek',
  classroom: '教室|学校|교실|학교|مدرسة|escuela|école|schule|scuola|escola',
  train: '電車|列車|火车|기차|قطار|tren|zug|treno|trem',
  space: '宇宙|太空|우주|الفضاء|espacio|espace|weltraum|spazio|espaço',
  dawn: '夜明け|日の出|黎明|日出|새벽|فجر|شروق|amanecer|aube|morgendämmerung|sonnenaufgang|alba|amanhecer',
  morning: '朝|早晨|아침|صباح|mañana|matin|morgen|mattina|manhã',
  sunset:
    '夕暮れ|夕焼け|夕日|日落|夕阳|일몰|노을|غروب|atardecer|puesta de sol|coucher de soleil|coucher du soleil|sonnenuntergang|tramonto|pôr do sol',
  dusk: '夕方|黄昏|저녁|مساء|crépuscule|anochecer|dämmerung|abend|crepuscolo',
  night: '夜|晚上|밤|ليل|ليلة|noche|nuit|nacht|notte|noite',
  rain: '雨|비가|مطر|lluvia|pluie|regen|pioggia|chuva',
  snow: '雪|눈이|ثلج|nieve|neige|schnee|neve',
  fog: '霧|雾|안개|ضباب|niebla|brouillard|nebel|nebbia|neblina',
  wind: '風|风|바람|رياح|viento|vent|wind|vento',
  storm: '嵐|暴风雨|폭풍|عاصفة|tormenta|tempête|sturm|tempesta|tempestade',
  serene:
    '静かな|静か|穏やか|宁静|平静|고요한|هادئ|هادئة|tranquilo|serena|sereno|calme|paisible|ruhig|ruhiger|still|stiller|sereno|calmo',
  joyful: '楽しい|幸せ|快乐|행복|سعيد|سعيدة|feliz|alegre|joyeux|joyeuse|fröhlich|felice|allegro',
  melancholic: '悲しい|寂しい|悲伤|슬픈|حزين|triste|traurig|einsam',
  woman:
    '女性|女の人|女人|여자|امرأة|سيدة|mujer|femme|frau|donna|mulher|женщина|бабушка|おばあさん|abuela|großmutter|grand-mère|جدة|奶奶',
  man: '男性|男の人|男人|남자|رجل|hombre|homme|mann|uomo|homem|おじいさん|abuelo|großvater|grand-père|جد|爷爷|老人|漁師|мужчина|старик|pescador|pêcheur|fischer|صياد',
  girl: '女の子|少女|女孩|소녀|فتاة|بنت|niña|hija|petite fille|jeune fille|fille|mädchen|tochter|ابنته|ابنة|حفيدته|حفيدة|孫娘|孙女|손녀|nieta|petite-fille|enkelin|nipotina|neta|ragazza|menina|девочка|девушка',
  boy: '男の子|少年|男孩|소년|ولد|صبي|niño|hijo|sohn|fils|ابنه|garçon|junge|ragazzo|menino',
  dog: '子犬|犬|いぬ|狗|개가|강아지|كلب|perro|chien|hund|cane|cachorro',
  cat: '猫|ねこ|고양이|قطة|gato|gata|chat|katze|gatto',
  bird: '鳥|鸟|새가|طائر|طيور|pájaro|pájaros|oiseau|oiseaux|vogel|vögel|uccello|pássaro',
  horse: '馬|马|말이|حصان|caballo|cheval|pferd|cavallo|cavalo',
  deer: '鹿|사슴|غزال|ciervo|cerf|hirsch|reh|cervo',
  fox: '狐|キツネ|狐狸|여우|ثعلب|zorro|renard|fuchs|volpe|raposa',
  robot: 'ロボット|机器人|로봇|روبوت|roboter',
  boat: '舟|船|ボート|배가|قارب|سفينة|barco|barca|bateau|barque|boot|schiff|barco',
  book: '本を|书|책|كتاب|libro|livre|buch|livro',
  cup: 'お茶|コーヒー|茶|咖啡|커피|شاي|قهوة|café|thé|tee|kaffee|té',
  flower: '花|桜|꽃|زهرة|ورد|flor|flores|fleur|fleurs|blume|blumen|fiore',
  lantern: '提灯|灯籠|灯笼|등불|فانوس|farol|linterna|lanterne|laterne|lanterna',
  bicycle: '自転車|自行车|자전거|دراجة|bicicleta|vélo|fahrrad|bicicletta',
  umbrella: '傘|伞|우산|مظلة|paraguas|parapluie|regenschirm|ombrello',
  walks:
    '歩く|歩いて|歩き|散歩|走路|散步|걷는|걷고|يمشي|تمشي|يسير|تسير|camina|caminan|pasea|marche|se promène|geht|spaziert|läuft|cammina|caminha',
  runs: '走る|走って|跑|달리|يركض|تركض|corre|corren|court|rennt|corre',
  sits: '座る|座って|坐|앉아|يجلس|تجلس|se sienta|sentada|sentado|assise|assis|sitzt|siede|senta',
  reads: '読む|読んで|读|읽|يقرأ|تقرأ|lee|leyendo|lit|liest|legge|lê',
  looks:
    '見る|見て|眺め|見える|見上げ|看见|看到|看着|يرى|ترى|ve|ven|voit|sieht|vede|vê|видит|смотрит|望|바라보|ينظر|تنظر|mira|miran|regarde|schaut|betrachtet|guarda|olha',
  drinks: '飲む|飲んで|喝|마시|يشرب|تشرب|bebe|toma|boit|trinkt|beve',
  dances: '踊る|踊って|跳舞|춤|يرقص|ترقص|baila|danse|tanzt|balla|dança',
  plays: '遊ぶ|遊んで|弾く|玩|연주|يلعب|تلعب|juega|toca|joue|spielt|gioca|suona|brinca',
  rows: '漕ぐ|漕いで|划船|يجدف|rema|rame|rudert',
  sleeps: '眠る|眠って|睡|자는|ينام|تنام|duerme|dort|schläft|dorme',
  smiles: '笑う|微笑|微笑む|미소|يبتسم|تبتسم|sonríe|sourit|lächelt|sorride|sorri',
  finds:
    '見つける|見つけて|見つけた|找到|发现|발견|찾았|يجد|تجد|وجد|وجدت|encuentra|encuentran|trouve|findet|trova|encontra|находит',
  opens: '開ける|開けて|开门|打开|열고|يفتح|تفتح|abre|ouvre|öffnet|apre|открывает',
  talks:
    '話す|話して|出会う|出会い|会う|说话|谈话|遇见|相遇|이야기|만나|يتحدث|تتحدث|يلتقي|تلتقي|يقابل|تقابل|habla|hablan|conoce|parle|parlent|rencontre|spricht|sprechen|trifft|parla|parlano|incontra|fala|conversa|говорит|встречает',
  cries: '泣く|泣いて|哭|울고|يبكي|تبكي|llora|pleure|weint|piange|chora|плачет',
  laughs: '笑って|大笑|웃는|웃고|يضحك|تضحك|ríe|rit|lacht|ride|ri|смеётся',
  hugs: '抱きしめ|拥抱|껴안|يعانق|تعانق|abraza|embrasse|umarmt|abbraccia|abraça|обнимает',
  eats: '食べる|食べて|吃|먹|يأكل|تأكل|come|mange|isst|mangia|ест',
  cooks: '料理する|做饭|烹饪|요리|يطبخ|تطبخ|cocina|cuisine un|kocht|cucina|готовит',
  sings: '歌う|歌って|唱歌|노래|يغني|تغني|canta|chante|singt|поёт',
  writes: '書く|書いて|写信|쓰고|يكتب|تكتب|escribe|écrit|schreibt|scrive|escreve|пишет',
  letter: '手紙|信件|편지|رسالة|carta|lettre|brief|lettera',
}

const wordOf: ReadonlyMap<string, string> = new Map(
  Object.entries(rows)
    .toReversed()
    .flatMap(([word, names]) => names.split('|').map((name) => [name, word] as const)),
)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const isSpaced = (form: string): boolean => /^[\p{Script=Latin} '-]+$/u.test(form)

const alternatives = (forms: readonly string[]): string =>
  forms
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')

const names = [...wordOf.keys()]

/** Names in Latin letters stand alone; in other scripts they may stand in the middle of a word. */
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives(names.filter(isSpaced))})(?![\\p{L}\\p{N}])|${alternatives(
    names.filter((name) => !isSpaced(name)),
  )}`,
  'giu',
)

/** Words of other languages that name something in the vocabulary, in order; longer names win where they overlap. */
export const foreignMentions = (text: string): readonly ForeignMention[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const word = wordOf.get(match[0].toLowerCase())
    if (word === undefined) return []
    return [{ word, text: match[0], start: match.index, end: match.index + match[0].length }]
  })

const oldWords =
  'عجوز|مسن|كبير السن|جد|جدة|老人|年老|年取った|おじいさん|おばあさん|爷爷|奶奶|노인|할머니|할아버지|anciano|anciana|viejo|vieja|vieux|vieille|âgé|âgée|alter|alte|vecchio|vecchia|anziano|anziana|velho|velha|старик|старый|бабушка|abuelo|abuela|großvater|großmutter|grand-père|grand-mère'

const old = new RegExp(`^(?:${oldWords})|(?:${oldWords})$`, 'iu')

/** Whether somebody named in another language is old: the word itself says so, or one right beside it. */
export const isOldIn = (text: string, { start, end, text: said }: ForeignMention): boolean => {
  const [next = ''] = /^\s*[\p{L}-]+(?:\s+السن)?/u.exec(text.slice(end, end + 24)) ?? []
  const [last = ''] = /[\p{L}-]+\s*$/u.exec(text.slice(Math.max(0, start - 16), start)) ?? []
  return [next, last, said].some((word) => old.test(word.trim()))
}

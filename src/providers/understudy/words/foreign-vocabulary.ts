/** Vocabulary word, and its names in Japanese, Chinese, Korean, Arabic, Spanish, French, German, Italian, Portuguese. */
export const foreignNames: Readonly<Record<string, string>> = {
  'mountain lake':
    '山の湖|高山湖|湖|بحيرة جبلية|بحيرة بين الجبال|lago de montaña|lac de montagne|lago di montagna|호수|بحيرة|lago|lac|see|bergsee|lagoa',
  mountains:
    '山|산|جبل|جبال|montaña|montañas|montagne|montagnes|berg|berge|montanha|monte|gipfel|alpen|alpes|alpi|colina|hügel|colline|collina|sierra',
  forest: '森|森林|숲|غابة|bosque|forêt|wald|foresta|bosco|floresta|wälder',
  meadow: '草原|草地|مرج|prado|prairie|wiese|prato',
  beach: '海辺|浜辺|海滩|해변|شاطئ|playa|plage|strand|spiaggia|praia|orilla|costa|küste|côte',
  ocean: '海|大海|바다|بحر|mar|océano|mer|océan|meer|ozean|mare',
  desert: '砂漠|沙漠|사막|صحراء|desierto|désert|wüste|deserto',
  river: '川|河|강|نهر|río|rivière|fleuve|fluss|fiume|rio',
  waterfall: '滝|瀑布|폭포|شلال|cascada|cascade|wasserfall|cascata',
  village: '村|村庄|마을|قرية|pueblo|aldea|village|dorf|villaggio|aldeia',
  'canal city':
    'venecia|venezia|venise|venedig|veneza|amsterdam|威尼斯|ヴェネツィア|베네치아|البندقية|венеция|венеции',
  'town square':
    'plaza|plazas|platz|piazza|praça|place du village|広場|广场|광장|ساحة|площадь|площади',
  'old town':
    'باريس|sevilla|paris|wien|roma|napoli|lisboa|granada|florencia|firenze|nápoles|casco antiguo|vieille ville|altstadt|centro storico|cidade velha|rom|rome|florenz|prag|praga|lissabon|lisbonne|atenas|athen|atene|パリ|ローマ|巴黎|罗马|파리|로마|روما|париж|париже|рим|риме',
  'city street':
    '街|通り|東京|京都|大阪|横浜|札幌|渋谷|新宿|城市|北京|上海|广州|香港|台北|도시|거리|서울|부산|مدينة|شارع|القاهرة|دبي|بيروت|بغداد|دمشق|الرياض|الإسكندرية|ciudad|calle|madrid|barcelona|buenos aires|ville|rue|lyon|marseille|stadt|straße|berlin|münchen|hamburg|città|strada|milano|cidade|rua|são paulo|город|улица|москва|москве|москвы|петербург|петербурге|городе|улице|calles|gasse|ruas|rues|straßen|avenida|viale|valencia|köln|frankfurt|rio de janeiro|ciudades|ruelle|callejón|vicolo|stockholm|tokio|londres|london|new york|nueva york',
  harbor: '港|港口|항구|ميناء|puerto|port|hafen|porto',
  park: '公園|公园|공원|حديقة عامة|parque|parc|stadtpark|parco',
  garden: '庭|花园|정원|حديقة|jardín|jardin|garten|giardino|jardim|huerto|patio|hof|orto',
  kitchen:
    '台所|キッチン|厨房|부엌|مطبخ|cocina|cuisine|küche|cucina|cozinha|panadería|boulangerie|bäckerei|panetteria|padaria|backstube',
  'living room':
    '居間|客厅|거실|غرفة المعيشة|salón|salon|wohnzimmer|soggiorno|sala|casa|hogar|maison|haus|zuhause|hause|sofá|canapé|cabaña|hütte',
  cafe: '喫茶店|カフェ|咖啡馆|카페|مقهى|dans un café|dans le café|au café|en un café|en el café|no café|num café|im café|in einem café|nel caffè|al caffè|cafetería|kaffeehaus|caffè|restaurante|restaurant|ristorante|bistrot|taverna|taberna|kneipe|cafetería|trattoria|café-terrasse|caféterrasse|terraza|terrasse',
  library: '図書館|图书馆|도서관|مكتبة|biblioteca|bibliothèque|bibliothek',
  classroom: '教室|学校|교실|학교|مدرسة|escuela|école|schule|scuola|escola',
  train:
    '電車|列車|火车|기차|قطار|tren|zug|treno|trem|estación|gare|bahnhof|stazione|estação|metro|u-bahn|tranvía|straßenbahn|tram',
  space: '宇宙|太空|우주|الفضاء|espacio|espace|weltraum|spazio|espaço',
  dawn: '夜明け|日の出|黎明|日出|새벽|فجر|شروق|amanecer|aube|morgendämmerung|sonnenaufgang|alba|amanhecer|madrugada|lever du soleil|lever de soleil|morgengrauen|tagesanbruch|aurora|nascer do sol|die sonne aufgeht|sonne geht auf|sale el sol|le soleil se lève|sorge il sole|o sol nasce',
  morning:
    '朝|早晨|아침|صباح|mañana|matin|morgen|mattina|manhã|morgens|matinée|mattino|früh am morgen|por la mañana|le matin|al mattino|朝の',
  sunset:
    '夕暮れ|夕焼け|夕日|日落|夕阳|일몰|노을|غروب|atardecer|puesta de sol|coucher de soleil|coucher du soleil|sonnenuntergang|tramonto|pôr do sol|ocaso|puesta del sol|sonnenuntergangs|pôr-do-sol|entardecer',
  dusk: '夕方|黄昏|저녁|مساء|crépuscule|anochecer|dämmerung|abend|crepuscolo|soir|soirée|sera|abends|serata|tardecer',
  night:
    '夜|晚上|밤|ليل|ليلة|noche|nuit|nacht|notte|noite|medianoche|minuit|mitternacht|mezzanotte|meia-noite|nachts|nocturna|nächtlich|nächtliche|nocturne|notturna|noturna|sternenhimmel|ciel étoilé|cielo estrellado|cielo stellato|深夜|真夜中|夜空|星空',
  rain: '雨|비가|مطر|lluvia|pluie|regen|pioggia|chuva|llueve|lloviendo|pleut|regnet|piove|chove|llover|pleuvoir|regnen|piovere|chover|lluvioso|lluviosa|regnerischen',
  snow: '雪|눈이|ثلج|nieve|neige|schnee|neve|nieva|nevando|schneit|nevica|neva|nevada|nevado|verschneiten|enneigée|winter|invierno|hiver|inverno',
  fog: '霧|雾|안개|ضباب|niebla|brouillard|nebel|nebbia|neblina|neblig|nebligen|brumeux|brume|brumoso|nebbioso',
  wind: '風|风|바람|رياح|viento|vent|wind|vento',
  storm: '嵐|暴风雨|폭풍|عاصفة|tormenta|tempête|sturm|tempesta|tempestade',
  serene:
    '静かな|静か|穏やか|宁静|平静|고요한|هادئ|هادئة|tranquilo|serena|sereno|calme|paisible|ruhig|ruhiger|still|stiller|sereno|calmo',
  joyful: '楽しい|幸せ|快乐|행복|سعيد|سعيدة|feliz|alegre|joyeux|joyeuse|fröhlich|felice|allegro',
  melancholic: '悲しい|寂しい|悲伤|슬픈|حزين|triste|traurig|einsam',
  woman:
    '女性|女の人|女人|여자|امرأة|سيدة|mujer|femme|frau|donna|mulher|женщина|бабушка|おばあさん|abuela|großmutter|grand-mère|جدة|奶奶|señora|chica|madre|mère|mutter|mãe|esposa|novia|épouse|ehefrau|moglie|sposa|bailarina|danseuse|tänzerin|ballerina|dançarina|chanteuse|sängerin|reina|reine|königin|regina|rainha|maestra|lehrerin|ärztin|cocinera|köchin|cuisinière|cuoca|cozinheira|pintora|malerin|gitarristin|nonna|avó|vendedora|verkäuferin|enfermera|infirmière|krankenschwester|camarera|kellnerin|serveuse|cameriera|dame|signora|senhora|freundin|amica|künstlerin|hermana|schwester|sœur|sorella|irmã|anciana|vieja|pâtissière|boulangère|pastelera|konditorin|fornaia|confeiteira|bäckerin|floristin|fleuriste|florista|fotografin|surferin|surfista|oma|mamie|abuelita|vovó|mormor|farmor|kvinna|vrouw|kobieta',
  man: '男性|男の人|男人|남자|رجل|hombre|homme|mann|uomo|homem|おじいさん|abuelo|großvater|grand-père|جد|爷爷|老人|漁師|мужчина|старик|pescador|pêcheur|fischer|صياد|señor|padre|père|vater|pai|pescatore|bailarín|danseur|tänzer|ballerino|dançarino|marido|mari|ehemann|marito|rey|roi|könig|rei|cocinero|koch|cuisinier|cuoco|cozinheiro|chef|maestro|lehrer|professeur|panadero|bäcker|boulanger|fornaio|padeiro|granjero|bauer|fermier|contadino|agricultor|campesino|carpintero|tischler|menuisier|falegname|músico|musiker|musicien|musicista|pintor|maler|peintre|pittore|soldado|soldat|soldato|ladrón|voleur|dieb|ladro|ladrão|camarero|kellner|serveur|cameriere|garçom|nonno|avô|médico|arzt|médecin|caballero|ritter|chevalier|cavaliere|cavaleiro|marinero|matrose|marin|marinaio|marinheiro|vendedor|verkäufer|vendeur|venditore|detektiv|détective|detective|zauberer|mago|jardinero|gärtner|jardinier|giardiniere|jardineiro|relojero|uhrmacher|horloger|orologiaio|vieil homme|monsieur|signore|senhor|hermano|bruder|frère|fratello|irmão|anciano|pastor|schäfer|berger|hirte|pâtissier|konditor|opa|papi|vovô|morfar|farfar|pirat|pirate|pirata|magicien',
  girl: '女の子|少女|女孩|소녀|فتاة|بنت|niña|hija|petite fille|jeune fille|fille|mädchen|tochter|ابنته|ابنة|حفيدته|حفيدة|孫娘|孙女|손녀|nieta|petite-fille|enkelin|nipotina|neta|ragazza|menina|девочка|девушка|niñita|bambina|filha|figlia|fillette|princesa|prinzessin|princesse|principessa|muchacha',
  boy: '男の子|少年|男孩|소년|ولد|صبي|niño|hijo|sohn|fils|ابنه|garçon|junge|ragazzo|menino|muchacho|chico|bambino|filho|figlio|príncipe|prinz|nieto|petit-fils|enkel|nipote|neto',
  dog: '子犬|犬|いぬ|狗|개가|강아지|كلب|perro|chien|hund|cane|cachorro|perrito|perra|cagnolino|cão|welpe|hündin|chienne|chiot',
  cat: '猫|ねこ|고양이|قطة|gato|gata|chat|katze|gatto|gatito|kätzchen|gattino|chaton|kater',
  bird: '鳥|鸟|새가|طائر|طيور|pájaro|pájaros|oiseau|oiseaux|vogel|vögel|uccello|pássaro',
  horse: '馬|马|말이|حصان|caballo|cheval|pferd|cavallo|cavalo',
  deer: '鹿|사슴|غزال|ciervo|cerf|hirsch|reh|cervo',
  fox: '狐|キツネ|狐狸|여우|ثعلب|zorro|renard|fuchs|volpe|raposa',
  robot: 'ロボット|机器人|로봇|روبوت|roboter',
  boat: '舟|船|ボート|배가|قارب|سفينة|barco|barca|bateau|barque|boot|schiff|barco',
  book: '本を|书|책|كتاب|libro|livre|buch|livro|libros|bücher|livres',
  cup: 'お茶|コーヒー|茶|咖啡|커피|شاي|قهوة|café|thé|tee|kaffee|té',
  flower: '花|桜|꽃|زهرة|ورد|flor|flores|fleur|fleurs|blume|blumen|fiore',
  lantern: '提灯|灯籠|灯笼|등불|فانوس|farol|linterna|lanterne|laterne|lanterna',
  bicycle: '自転車|自行车|자전거|دراجة|bicicleta|vélo|fahrrad|bicicletta',
  umbrella: '傘|伞|우산|مظلة|paraguas|parapluie|regenschirm|ombrello',
  walks:
    '歩く|歩いて|歩き|散歩|走路|散步|걷는|걷고|يمشي|تمشي|يسير|تسير|camina|caminan|pasea|marche|se promène|geht|spaziert|läuft|cammina|caminha|gehen|marchent|camminano|passeggia|wandert|anda|spazieren|se promènent|paseando|caminando|marchant|passeia|geht spazieren|caminham|passeggiano|pasean|wandern|flâne|flânent|kehrt heim|歩き回',
  runs: "走る|走って|跑|달리|يركض|تركض|corre|corren|court|rennt|corre|rennen|courent|corrono|correndo|corriendo|läuft davon|jagt|correm|laufen davon|s'enfuit|huye|flieht|fugge|foge|逃げる|逃げて",
  sits: '座る|座って|坐|앉아|يجلس|تجلس|se sienta|sentada|sentado|assise|assis|sitzt|siede|senta|sitzen|assis|seduta|seduto|sentados',
  reads:
    '読む|読んで|读|읽|يقرأ|تقرأ|lee|leyendo|lit|liest|legge|lê|leen|lisent|lesen|leggono|leem|liest vor',
  looks:
    '見る|見て|眺め|見える|見上げ|看见|看到|看着|يرى|ترى|ve|ven|voit|sieht|vede|vê|видит|смотрит|望|바라보|ينظر|تنظر|mira|miran|regarde|schaut|betrachtet|guarda|olha|contempla|observa|observe|beobachtet|osserva|blickt|regardent|guardano|sehen|voient|guardan|olham|contemplent|betrachten|schauen|観察|覗く|시청',
  drinks: '飲む|飲んで|喝|마시|يشرب|تشرب|bebe|toma|boit|trinkt|beve|beben|boivent|trinken|bevono',
  dances:
    '踊る|踊って|跳舞|춤|يرقص|ترقص|baila|danse|tanzt|balla|dança|bailan|danza|dansent|tanzen|ballano|danzan|dançam|bailando',
  plays:
    '遊ぶ|遊んで|弾く|玩|연주|يلعب|تلعب|juega|toca|joue|spielt|gioca|suona|brinca|tocan|jouent|spielen|joga|jogam|juegan|giocano|suonano|jugando|tocando',
  rows: '漕ぐ|漕いで|划船|يجدف|rema|rame|rudert',
  sleeps:
    '眠る|眠って|睡|자는|ينام|تنام|duerme|dort|schläft|dorme|duermen|dorment|schlafen|dormono|dormem',
  smiles:
    '笑う|微笑|微笑む|미소|يبتسم|تبتسم|sonríe|sourit|lächelt|sorride|sorri|lächeln|sonríen|sourient',
  finds:
    '見つける|見つけて|見つけた|找到|发现|발견|찾았|يجد|تجد|وجد|وجدت|encuentra|encuentran|trouve|findet|trova|encontra|находит|descubre|découvre|entdeckt|scopre|descobre|finden|trouvent|trovano|encontram|發現',
  opens: '開ける|開けて|开门|打开|열고|يفتح|تفتح|abre|ouvre|öffnet|apre|открывает',
  talks:
    "話す|話して|出会う|出会い|会う|说话|谈话|遇见|相遇|이야기|만나|يتحدث|تتحدث|يلتقي|تلتقي|يقابل|تقابل|habla|hablan|conoce|parle|parlent|rencontre|spricht|sprechen|trifft|parla|parlano|incontra|fala|conversa|говорит|встречает|hablan|erzählt|raconte|racconta|cuenta|conta|diskutieren|discuten|reden|telefonieren|plaudern|bavardent|charlan|chiacchierano|conversam|se retrouvent|se rencontrent|treffen sich|treffen|si incontrano|se encuentran|se encontram|s'affrontent|話し合う|聊天|交谈",
  cries:
    '泣く|泣いて|哭|울고|يبكي|تبكي|llora|pleure|weint|piange|chora|плачет|pleurent|weinen|lloran|piangono|choram',
  laughs:
    '笑って|大笑|웃는|웃고|يضحك|تضحك|ríe|rit|lacht|ride|ri|смеётся|ríen|rient|lachen|ridono|riem',
  hugs: "抱きしめ|拥抱|껴안|يعانق|تعانق|abraza|embrasse|umarmt|abbraccia|abraça|обнимает|se abrazan|s'embrassent|umarmen sich|si abbracciano|abrazan|umarmen|s'enlacent|enlace|se abraçam|umarmt sich|抱き合う",
  eats: '食べる|食べて|吃|먹|يأكل|تأكل|come|mange|isst|mangia|ест|comen|mangent|essen|mangiano',
  cooks:
    '料理する|做饭|烹饪|요리|يطبخ|تطبخ|cocina|cuisine un|kocht|cucina|готовит|prepara|prépare|bereitet|kochen|cuisinent|knetet|amasa|pétrit|impasta|amassa',
  sings:
    '歌う|歌って|唱歌|노래|يغني|تغني|canta|chante|singt|поёт|cantan|chantent|singen|cantano|cantando',
  writes:
    '書く|書いて|写信|쓰고|يكتب|تكتب|escribe|écrit|schreibt|scrive|escreve|пишет|escriben|écrivent|schreiben|scrivono',
  letter: '手紙|信件|편지|رسالة|carta|lettre|brief|lettera',
  market: 'mercado|marché|markt|marktplatz|mercato|feira',
  office: 'oficina|bureau|büro|ufficio|escritório',
  bedroom: 'dormitorio|chambre|schlafzimmer|camera da letto|quarto',
  stage: 'escenario|bühne|palco|palcoscenico|teatro|théâtre|theater|konzert|concierto|concerto',
  bridge: 'puente|pont|brücke|ponte|橋|桥|다리 위|جسر',
  farm: 'granja|ferme|bauernhof|fattoria|fazenda',
  jungle: '密林|ジャングル|丛林|정글|غابة مطيرة|selva|jungle|dschungel|giungla|regenwald|urwald',
  volcano: '火山|화산|بركان|volcán|volcan|vulkan|vulcano|vulcão',
  vineyard: 'viñedo|vignoble|weinberg|vigneto|vinhedo',
  cave: '洞窟|山洞|동굴|كهف|cueva|grotte|höhle|grotta|caverna',
  church: '教会|教堂|교회|كنيسة|iglesia|église|kirche|chiesa|igreja|catedral|cathédrale|kathedrale',
  mars: '火星|화성|المريخ|marte',
  'football pitch':
    'サッカー場|足球场|축구장|ملعب كرة القدم|campo de fútbol|estadio|terrain de football|stade|fußballplatz|stadion|campo di calcio|stadio|campo de futebol|estádio',
  playground: 'spielplatz|aire de jeux|parque infantil|parco giochi',
  'swimming pool': 'プール|游泳池|수영장|مسبح|piscina|piscine|schwimmbad|freibad',
  airport: '空港|机场|공항|مطار|aeropuerto|aéroport|flughafen|aeroporto',
  castle: 'castillo|château|schloss|burg|castello|castelo',
  workshop: 'taller|werkstatt|officina|laboratorio artigiano',
  'hospital room': 'hospital|hôpital|krankenhaus|ospedale',
  road: 'carretera|camino|route|chemin|landstraße|feldweg|estrada|caminho',
  rooftop: 'azotea|tejado|toit|dach|tetto|telhado|dächern|toits|tejados',
  'shop interior': 'tienda|boutique|laden|geschäft|negozio|loja',
  day: 'mediodía|midi|mittag|mittags|mezzogiorno|meio-dia|tarde|nachmittag|après-midi|pomeriggio',
  clear: 'soleado|soleada|ensoleillé|sonnig|sonnigen|soleggiato|ensolarado',
  cloudy: 'nubes|nuages|wolken|nuvole|nuvens',
  bear: 'oso|ours|bär|orso|urso',
  rabbit: 'conejo|lapin|hase|kaninchen|coniglio|coelho|liebre|lièvre',
  wolf: 'lobo|loup|wolf|lupo',
  lion: 'león|löwe|leone|leão',
  cow: 'vaca|vache|kuh|mucca',
  sheep: 'oveja|ovejas|mouton|moutons|schaf|schafe|pecora|pecore|ovelha',
  fish: 'pez|poisson|fisch|pesce|peixe',
  person:
    'guitarrista|gitarrist|guitariste|chitarrista|violonista|pianista|pianist|pianiste|violinista|cantante|chanteur|sänger|astronauta|astronaut|astronaute|estudiante|étudiant|étudiante|studente|studentin|estudante|artista|artiste|künstler|turista|touriste|ciclista|cycliste|radfahrer|barista|läufer|coureur|científico|científica|wissenschaftler|wissenschaftlerin|scienziato|cientista|persona|personne|pessoa',
  guitar: 'guitarra|guitare|gitarre|chitarra|violão',
  piano: 'piano|klavier|pianoforte',
  violin: 'バイオリン|小提琴|바이올린|كمان|violín|violon|geige|violine|violino',
  drum: '太鼓|鼓|북을|طبل|tambor|tambour|trommel|tamburo',
  trumpet: 'トランペット|小号|trompeta|trompette|trompete|tromba',
  handbag: 'ハンドバッグ|手提包|핸드백|حقيبة يد|bolso|sac à main|handtasche|borsetta|bolsa',
  map: '地図|地图|지도|خريطة|mapa|landkarte|karte|mappa',
  newspaper: '新聞|报纸|신문|جريدة|periódico|zeitung|giornale|jornal',
  teapot: 'ティーポット|茶壶|찻주전자|إبريق شاي|tetera|théière|teekanne|teiera|bule',
  pizza: 'ピザ|披萨|피자|بيتزا|pizza',
  noodles: 'ラーメン|面条|라면|fideos|nouilles|nudeln',
  soup: 'スープ|汤|수프|حساء|sopa|soupe|suppe|zuppa',
  cheese: 'チーズ|奶酪|치즈|جبن|queso|fromage|käse|formaggio|queijo',
  chocolate: 'チョコレート|巧克力|초콜릿|شوكولاتة|chocolate|chocolat|schokolade|cioccolato',
  'ice cream':
    'アイスクリーム|冰淇淋|아이스크림|helado|crème glacée|eiscreme|speiseeis|gelato|sorvete',
  pumpkin: 'かぼちゃ|南瓜|호박|calabaza|citrouille|kürbis|zucca|abóbora',
  'teddy bear': 'テディベア|泰迪熊|곰 인형|oso de peluche|nounours|teddybär|orsacchiotto',
  snowman:
    '雪だるま|雪人|눈사람|muñeco de nieve|bonhomme de neige|schneemann|pupazzo di neve|boneco de neve',
  sandcastle:
    '砂の城|沙堡|모래성|castillo de arena|château de sable|sandburg|castello di sabbia|castelo de areia',
  telescope: '望遠鏡|望远镜|망원경|تلسكوب|telescopio|télescope|teleskop|fernrohr|telescópio',
  mirror: '鏡|镜子|거울|مرآة|espejo|miroir|spiegel|specchio|espelho',
  statue: '彫像|雕像|동상|تمثال|estatua|statue|statua|estátua',
  fountain: '噴水|喷泉|분수|نافورة|fontaine|springbrunnen|brunnen|fontana',
  airplane: '飛行機|飞机|비행기|طائرة|avión|avion|flugzeug|aereo|avião',
  motorcycle: 'オートバイ|摩托车|오토바이|motocicleta|moto|motorrad|motocicletta',
  ball: 'pelota|balón|fußball|balle|palla|pallone|bola',
  car: 'coche|auto|voiture|macchina|carro',
  campfire: 'fuego|hoguera|feu|feuer|lagerfeuer|fuoco|falò|fogueira',
  candle: 'vela|bougie|kerze|candela',
  key: 'llave|clé|schlüssel|chiave|chave',
  phone: 'teléfono|móvil|téléphone|telefon|handy|telefono|telefone|celular',
  clock: 'reloj|horloge|uhr|orologio|relógio',
  cake: 'pastel|tarta|gâteau|kuchen|torte|torta|bolo',
  tree: 'árbol|arbre|baum|albero|árvore',
  bench: 'banco|banc|parkbank|panchina',
  bottle: 'botella|bouteille|flasche|bottiglia|garrafa',
  balloon: 'globo|luftballon|ballon|palloncino|balão',
  suitcase: 'maleta|valise|koffer|valigia',
  gift: 'regalo|cadeau|geschenk|presente',
  box: 'caja|boîte|kiste|scatola|caixa',
  fishes:
    'pesca|pescan|pêche|pêchent|angelt|angeln|fischt|pescano|pescam|釣る|釣りを|钓鱼|낚시|يصطاد',
  climbs:
    'escala|trepa|grimpe|klettert|si arrampica|sobe|escalan|grimpent|klettern|scalano|besteigt|gravit|登る|登って|爬山|오르|يتسلق|تتسلق',
  rides:
    'cabalga|monta|reitet|chevauche|cavalca|cavalga|pedalea|radelt|montan|reiten|chevauchent|fährt fahrrad|fährt rad|fait du vélo|monta en bicicleta|va in bicicletta|anda de bicicleta|乗る|骑|يركب|تركب|monta a',
  carries:
    'lleva|trägt|transporte|carrega|llevan|tragen|portent|porta un|portano|carregam|運ぶ|運んで|搬',
  paints: 'pinta|peint|malt|dipinge|pintan|malen|peignent|dipingono|描く|描いて|画画|يرسم|ترسم',
  stands:
    'espera|attend|wartet|aspetta|esperan|attendent|warten|aspettano|esperam|待つ|待って|等待|等着|기다리|ينتظر|تنتظر',
  waves: 'saluda|salue|winkt|saluta|acena|saludan|winken|saluent|salutano|手を振|挥手|يلوح|تلوح',
  jumps: 'salta|saute|springt|pula|saltan|springen|sautent|saltano|跳ぶ|飛び跳ね|跳跃|يقفز|تقفز',
  bakes: 'hornea|bäckt|backt',
  holds: 'sostiene|tient|hält|segura|compra|achète|kauft',
  offers:
    'vende|vend|verkauft|ofrece|offre|bietet|füttert|füttern|nourrit|nourrissent|da de comer|餌をやる|喂食|喂鸽子|喂鱼',
  serves: 'sirve|sert|serviert|serve',
  repairs:
    'repara|répare|repariert|ripara|conserta|reparieren|réparent|riparano|arregla|修理|يصلح|تصلح',
  calls: 'llama|appelle|telefoniert|chiama',
  leaves: "se va|s'en va|verlässt|se marcha",
  cheers:
    'celebra|celebran|feiert|feiern|festeggia|jubelt|jubeln|fête|fêtent|festeggiano|comemora|祝う|庆祝',
  kneels: "se arrodilla|kniet|s'agenouille",
  drives: 'conduce|conduit|guida|dirige',
  searches:
    'busca|cherche|sucht|cerca|procura|suchen|cherchent|buscan|cercano|探す|探して|寻找|찾고|يبحث|تبحث',
  swims:
    'nada en|nada por|nada no|nada na|nadan|nage|nagent|schwimmt|schwimmen|nuota|nuotano|nadam|泳ぐ|泳いで|游泳|수영|يسبح|تسبح|плавает',
  flies:
    'vuela|vuelan|vole au|volent|fliegt|fliegen|vola|volano|voa|voam|飛ぶ|飛んで|飞翔|飞过|날아|يطير|تطير|летит',
  enters:
    'entra|entran|entre dans|entrent|betritt|betreten|entrano|入る|入って|走进|들어가|يدخل|تدخل|входит',
  crosses:
    'cruza|cruzan|traverse|traversent|überquert|überqueren|attraversa|attraversano|atravessa|渡る|渡って|穿过|يعبر|تعبر',
  follows: 'sigue|siguen|suit|suivent|folgt|folgen|segue|seguono|追う|追いかけ|跟着|يتبع|تتبع',
  thinks:
    'piensa|pense|denkt|pensa|réfléchit|考える|考えて|思考|يفكر|تفكر|vermisst|erinnert sich|se souvient|recuerda|ricorda|lembra',
  plants:
    'planta|plantan|plante|plantent|pflanzt|pflanzen|pianta|piantano|植える|植えて|种树|种下|يزرع|تزرع',
  digs: 'cava|creuse|gräbt|graben|scava|掘る|掘って|挖',
  gathers:
    'recoge|recogen|ramasse|ramassent|cueille|sammelt|sammeln|erntet|pflückt|raccoglie|raccolgono|colhe|集める|摘む|采摘',
  draws: 'dibuja|dibujan|dessine|dessinent|zeichnet|zeichnen|disegna|desenha|絵を描',
  pours:
    'vierte|verse du|verse le|gießt ein|schenkt ein|versa|注ぐ|倒茶|お茶をいれ|お茶を淹れ|淹れる|いれる|泡茶|serve o chá',
  waters: 'riega|arrose|gießt die|annaffia|rega|水をやる|浇花|浇水',
  photographs: 'fotografía|photographie|fotografiert|fotografa|写真を撮|拍照|사진을|يصور|تصور',
  teaches: 'enseña|enseigne|unterrichtet|insegna|ensina|教える|教えて',
  builds:
    'construye|construyen|construit|construisent|baut|bauen|costruisce|costruiscono|constrói|建てる|建造|يبني|تبني',
  sews: 'coud|näht|cuce|costura|縫う|縫って|缝',
  knits: 'teje|tricote|strickt|lavora a maglia|tricota|編む|編んで|织毛衣',
  sails:
    'navega|navegan|navigue|naviguent|segelt|segeln|naviga|navigano|velejam|veleja|航海|帆を|يبحر|تبحر',
  pushes: 'empuja|pousse|schiebt|spinge|empurra|押す|押して|推着',
  pulls: 'tira de|tire un|tire la|zieht|tira il|puxa|引く|引いて|拉',
  kicks: 'patea|tape dans|tritt|calcia|chuta|蹴る|蹴って|踢',
  gives: 'donne|donnent|schenkt|gibt ihr|gibt ihm|regala|dá|渡す|あげる|送给|يعطي|تعطي',
  lights: 'enciende|allume|zündet|accende|acende|灯す|灯して|点燃|يضيء',
  pets: 'acaricia|caresse|streichelt|accarezza|撫でる|抚摸',
  decorates: 'decora|décore|schmückt|addobba|飾る|装饰',
  points: 'señala|montre du doigt|zeigt auf|indica|指さす|指着',
  tastes: 'prueba|goûte|probiert|assaggia|prova|味わう|品尝',
  'golden hour': "goldene stunde|heure dorée|hora dorada|ora d'oro|hora dourada",
  underwater:
    "unterwasser|unter wasser|sous l'eau|bajo el agua|sott'acqua|debaixo d'água|fondo del mar|海の中|海底|水中|바닷속|تحت الماء",
  'train station':
    'estación de tren|gare|bahnhof|bahnsteig|andén|quai de gare|stazione|estação|駅|车站|火车站|기차역|محطة',
  'subway station':
    'estación de metro|station de métro|métro|u-bahn-station|u-bahnhof|u-bahn|stazione della metropolitana|metropolitana|estação de metrô|metrô|metro|地下鉄の駅|地下鉄|地铁站|지하철역|محطة المترو',
  bathroom:
    'cuarto de baño|baño|salle de bain|salle de bains|badezimmer|bad|bagno|banheiro|casa de banho|浴室|バスルーム|お風呂場|卫生间|욕실|حمام|الحمام',
  'city skyline':
    'skyline|rascacielos|gratte-ciel|hochhäuser|grattacieli|arranha-céus|高層ビル|摩天大楼',
  'snow field': 'campo nevado|schneefeld|champ de neige|雪原|雪地',
  laboratory:
    'im labor|in einem labor|laboratorio|laboratoire|laboratório|実験室|研究所|实验室|실험실|مختبر',
  studio: 'estudio|atelier|studio|ateliê|アトリエ|画室',
  hallway: 'pasillo|couloir|flur|corridoio|corredor|廊下|走廊',
  mysterious:
    'misterioso|misteriosa|mystérieux|mystérieuse|geheimnisvoll|rätselhaft|不思議な|神秘|신비|غامض|غامضة',
  warm: 'cálido|cálida|chaleureux|chaleureuse|warm|warmherzig|caloroso|温かい|温暖|따뜻',
  hopeful: 'esperanza|espoir|hoffnung|speranza|esperança|希望|희망',
  epic: 'épico|épica|épique|episch|epico|壮大な|史诗',
  tense: 'tenso|tensa|tendu|spannend|düster|tenebroso|teso|緊張|紧张',
  energetic: 'enérgico|énergique|dynamisch|energico|エネルギッシュ|活力',
  elegant: 'elegante|élégant|élégante|elegant|優雅な|优雅',
  apple: 'manzana|manzanas|pomme|pommes|apfel|äpfel|mela|mele|maçã|りんご|苹果|사과|تفاحة',
  bread: 'pan|panes|pain|brot|brötchen|pane|pão|パン|面包|빵|خبز',
  basket: 'cesta|canasta|panier|korb|cesto|cestino|かご|篮子|바구니|سلة',
  flag: 'bandera|drapeau|fahne|flagge|bandiera|bandeira|旗|깃발',
  kite: 'cometa|cerf-volant|drachen steigen|aquilone|pipa|凧|风筝|연을 날',
  lamp: 'lámpara|lampe|lampada|luminária|ランプ|台灯|램프|مصباح',
  tent: 'tienda de campaña|tente|zelt|tenda|barraca|テント|帐篷|텐트|خيمة',
  sword: 'espada|épée|schwert|spada|刀|剣|剑|검을',
  camera: 'cámara|appareil photo|kamera|macchina fotografica|câmera|カメラ|相机|카메라|كاميرا',
  painting: 'cuadro|tableau|gemälde|quadro|絵画|油画',
  backpack: 'mochila|sac à dos|rucksack|zaino|リュック|背包|배낭|حقيبة ظهر',
  rocket: 'cohete|fusée|rakete|razzo|foguete|ロケット|火箭|로켓|صاروخ',
  shoe: 'zapato|zapatos|chaussure|chaussures|schuh|schuhe|scarpa|scarpe|sapato|sapatos|靴|鞋|신발|حذاء',
  watch: 'armbanduhr|montre-bracelet|腕時計|手表',
  taxi: 'taxi|táxi|タクシー|出租车|택시|تاكسي',
  laptop: 'portátil|ordinateur portable|ノートパソコン|笔记本电脑',
  tiger: 'tigre|tiger|虎|老虎|호랑이',
  donkey: 'burro|âne|esel|asino|ロバ|驴|당나귀|حمار',
  elephant: 'elefante|éléphant|elefant|ゾウ|大象|코끼리',
  dragon: 'dragón|drache|drago|dragão|竜|龍|ドラゴン|龙|تنين',
  monkey: 'mono|singe|affe|scimmia|macaco|猿|サル|猴子|원숭이|قرد',
  snake: 'serpiente|serpent|schlange|serpente|蛇|뱀이|ثعبان|أفعى',
  butterfly: 'mariposa|papillon|schmetterling|farfalla|borboleta|蝶|蝴蝶|나비|فراشة',
  turtle: 'tortuga|tortue|schildkröte|tartaruga|亀|乌龟|거북이|سلحفاة',
  squirrel: 'ardilla|écureuil|eichhörnchen|scoiattolo|esquilo|リス|松鼠|다람쥐|سنجاب',
  mouse: 'ratón|souris|maus|topo|topolino|rato|ネズミ|老鼠|생쥐|فأر',
  frog: 'rana|grenouille|frosch|sapo|カエル|青蛙|개구리|ضفدع',
  bee: 'abeja|abejas|abeille|abeilles|biene|bienen|ape|api|abelha|ミツバチ|蜜蜂|꿀벌|نحلة',
  snail: 'caracol|escargot|schnecke|lumaca|カタツムリ|蜗牛',
  hedgehog: 'erizo|hérisson|igel|riccio|ハリネズミ|刺猬',
  whale: 'ballena|baleine|wal|balena|baleia|鯨|クジラ|鲸鱼|고래|حوت',
  dolphin: 'delfín|delfines|dauphin|delfin|delfino|golfinho|イルカ|海豚|돌고래|دلفين',
  shark: 'tiburón|requin|haifisch|squalo|tubarão|サメ|鲨鱼|상어|قرش',
  pig: 'cerdo|cochon|schwein|maiale|porco|豚|猪|돼지|خنزير',
  chicken: 'gallina|pollo|poule|huhn|hühner|pollo|galinha|鶏|ニワトリ|鸡|닭이|دجاجة',
  panda: 'パンダ|熊猫|판다',
  camel: 'camello|chameau|kamel|cammello|camelo|ラクダ|骆驼|낙타|جملا|الجمل|على جمل',
  steals: 'vole une|vole un|roba un|roba una|ruba|stiehlt|klaut',
  arrives:
    'kommt|kommen|arrive|arrivent|llega|llegan|kommt an|ankommt|arriva|arrivano|chega|chegam|يصل|تصل|到着|到达|도착',
  owl: 'eule|uhu|hibou|chouette|búho|lechuza|gufo|civetta|coruja|フクロウ|猫头鹰|부엉이|بومة',
  duck: 'ente|enten|canard|canards|pato|patos|anatra|anatre|アヒル|鸭子|오리가|بطة',
  swan: 'schwan|schwäne|cygne|cygnes|cisne|cisnes|cigno|cigni|白鳥|天鹅|백조|بجعة',
  goose: 'gans|gänse|oie|oies|ganso|gansos|oca|oche|ガチョウ|白鹅|거위|إوزة',
  penguin: 'pinguin|pinguine|pingouin|manchot|pingüino|pinguino|pinguim|ペンギン|企鹅|펭귄|بطريق',
  unicorn: 'einhorn|licorne|unicornio|unicorno|unicórnio|ユニコーン|独角兽|유니콘',
  leopard: 'leopard|léopard|leopardo|panther|panthère|pantera|ヒョウ|豹子|표범|فهد',
  kisses:
    "besa|küsst|bacia|beija|küssen|küssen sich|se besan|si baciano|se beijam|s'embrassent sur la bouche|キスする|キスを|亲吻|키스",
}

/**
 * Vocabulary word, and its names in languages that bend their nouns and verbs: the part that stays, with `~` where an
 * ending may follow. What only one of them means by it has its tag before it, `no` for Swedish, Danish and Norwegian.
 * Russian; Hindi; Polish; Dutch; Swedish and its neighbours; Finnish; Turkish.
 */
export const foreignStems: Readonly<Record<string, string>> = {
  woman:
    'женщин~|жена|жену|женой|мать|мама|маму|мамы|мамой|бабушк~|старушк~|невест~|танцовщиц~|учительниц~|औरत|महिला|स्त्री|माँ|मां|दादी|नानी|पत्नी|kobiet~|matk~|mama|mamą|mamę|mamy|babci~|staruszk~|żon~|vrouw~|moeder|oma|grootmoeder|kvinn~|mamma~|mormor~|farmor~|kvinde~|nainen|naisen|äiti|äidin|mummo|kadın~|anne~|nine~|büyükanne~',
  man: 'мужчин~|старик~|дедушк~|отец|отца|папа|рыбак~|муж|мужа|моряк~|आदमी|पुरुष|बूढ़ा|दादा|नाना|पिता|मछुआरा|किसान|mężczyzn~|dziadek|dziadk~|ojciec|ojca|pl:tata|rybak~|staruszek|nl:man|opa|grootvader|vader|visser|boer|mannen|gubbe~|morfar~|farfar~|pappa~|fiskare~|no:mand|manden|fi:mies|miehen|isoisä~|isä|kalastaja~|adam~|tr:baba|tr:dede|balıkçı~|çiftçi~',
  girl: 'девочк~|девушк~|дочь|дочк~|внучк~|लड़की|बच्ची|बेटी|पोती|dziewczynk~|dziewczyn~|córk~|wnuczk~|meisje~|dochter~|kleindochter|flick~|dotter~|pige~|jente~|tyttö~|tytön|tytär|kız|kızı|kızın|torunu',
  boy: 'мальчик~|мальчиш~|сын|сына|внук~|लड़का|लड़के|बच्चा|बेटा|पोता|chłopiec|chłopc~|pl:syn|syna|wnuk~|jongen~|zoon|kleinzoon|pojk~|no:son|no:sonen|dreng~|gutt~|poika|pojan|oğlan~|oğlu|çocuk',
  dog: 'собак~|пёс|пса|щен~|कुत्ता|कुत्ते|पिल्ला|pies|psa|psem|szczeniak~|szczeni~|hond~|hund~|hvalp~|koira~|pentu|köpek~|köpeğ~',
  cat: 'кот|кота|котом|кошк~|котён~|котен~|बिल्ली|kot|kota|kotem|kotk~|kotek|kat|katje|katten|katt~|kattunge~|kissa~|kedi~',
  bird: 'птиц~|птичк~|воробе~|чайк~|चिड़िया|पक्षी|ptak~|ptaszek|vogel~|fågel~|fugl~|lintu~|kuş~',
  horse:
    'лошад~|конь|коня|конём|घोड़ा|घोड़े|koń|konia|konie|konik~|paard~|häst~|no:hest~|hevonen|hevosen|tr:at|tr:atı',
  deer: 'олен~|हिरण|jeleń|jeleni~|sarn~|hert~|nl:ree|rådjur~|hjort~|peura~|geyik~',
  fox: 'лиса|лису|лисы|лисой|лисён~|лисен~|लोमड़ी|pl:lis|lisa|nl:vos|räv~|ræv~|no:rev|kettu~|tilki~',
  bear: 'медвед~|भालू|niedźwied~|beer|björn~|bjørn~|karhu~|ayı~',
  rabbit: 'заяц|зайц~|зайк~|кролик~|खरगोश|zając~|królik~|konijn~|haas|kanin~|hare|jänis|tavşan~',
  wolf: 'волк~|भेड़िया|wilk~|varg~|ulv~|susi|suden|tr:kurt',
  fish: 'рыб~|मछली|ryb~|nl:vis|vissen|fisk~|kala~|balık~',
  cow: 'коров~|गाय|krow~|koe|koeien|no:ko|no:kor|lehmä~|inek~',
  elephant: 'слон~|हाथी|słoń|słoni~|olifant~|elefant~|norsu~|tr:fil',
  tiger: 'тигр~|बाघ|tygrys~|tijger~|tiger~|tiikeri~|kaplan~',
  lion: 'лев|льва|शेर|lew|lwa|leeuw~|lejon~|løve~|leijona~|aslan~',
  robot: 'робот~|रोबोट|robot~',
  person: 'человек~|люди|людей|इंसान|व्यक्ति|człowiek~|mens|människ~|ihminen|insan~',
  friends:
    'друзь~|друга|подруг~|दोस्त|दोस्तों|सहेलियाँ|przyjaciel~|przyjaciół~|koledzy|koleżank~|vrienden|vriendinnen|vänner|vänn~|venner|ystävä~|arkadaş~',
  children:
    'дети|детей|детьми|ребят~|बच्चे|बच्चों|dzieci~|kinderen|no:barn|barnen|børn~|lapset|lapsia|çocuklar~',
  couple:
    'пара|пару|влюблён~|दंपति|जोड़ा|pl:para|pl:parę|stel|koppel|no:par|no:paret|pariskunta|çift',
  family: 'семья|семью|семьи|семьёй|семьей|परिवार|rodzin~|gezin|familie|familj~|perhe~|aile~',
  beach: 'пляж~|берег~|समुद्र तट|किनारे|plaż~|strand~|stranden|ranta|rannalla|sahil~|kumsal~',
  ocean:
    'море|моря|морем|морю|океан~|समुद्र|सागर|morze|morza|morzu|zee|no:hav|no:havet|meri|merellä|deniz~',
  forest: 'лес|леса|лесу|лесом|जंगल|pl:las|lasu|lesie|lasem|bos|skog~|skov~|metsä~|orman~',
  mountains:
    'гор|горы|гора|горах|горе|पहाड़|पर्वत|gór|góry|góra|górach|berg|bergen|fjäll~|fjeld~|vuori|vuorilla|dağ|dağlar~|dağda',
  river: 'река|реки|реке|реку|рекой|नदी|rzek~|rivier~|flod~|älv~|elv~|joki|joen|nehir~',
  'mountain lake': 'озер~|झील|jezior~|nl:meer|sjö~|sø|søen|järvi|järven|tr:göl|gölün',
  waterfall: 'водопад~|झरना|झरने|wodospad~|waterval~|vattenfall~|vesiputous|şelale~',
  desert: 'пустын~|रेगिस्तान|pustyn~|woestijn~|öken~|ørken~|aavikko|çöl~',
  village: 'деревн~|село|селе|गाँव|गांव|wieś|wsi|wiosk~|dorp~|no:by|no:byn|kylä~|köy|köyde',
  'city street':
    'город~|улиц~|शहर|सड़क|miast~|ulic~|nl:stad|straat|straten|amsterdam|stad~|gata~|gade~|kaupunki|kaupungissa|katu|kadulla|şehir~|sokak~|sokağ~|istanbul',
  park: 'парк~|पार्क|park~|puisto~',
  garden:
    'сад|саду|сада|बगीचा|बगीचे|ogród|ogrodzie|tuin~|trädgård~|no:have|no:haven|puutarha~|bahçe~',
  kitchen: 'кухн~|रसोई|kuchni~|keuken~|no:kök|köket|køkken~|keittiö~|mutfak~|mutfağ~',
  'living room':
    'дом|доме|дома|комнат~|घर|pl:dom|domu|pokój|pokoju|huis|kamer|no:hem|huset|stuga~|koti|kotona|mökki|tr:ev|evde',
  cafe: 'кафе|कैफ़े|कैफे|kawiarni~|café|koffiehuis|no:fik|kahvila~|kafe|kafede',
  market:
    'рынок|рынк~|बाज़ार|बाजार|pl:targ|targu|rynek|rynku|markt|marknad~|torg~|torvet|fi:tori|torilla|pazar~',
  library: 'библиотек~|पुस्तकालय|bibliotek~|bibliotheek|kirjasto~|kütüphane~',
  classroom: 'школ~|स्कूल|szkoł~|szkole|nl:school|skola~|skole~|koulu~|okul~',
  train: 'поезд~|ट्रेन|रेलगाड़ी|pociąg~|trein|tåg~|no:tog|toget|juna~|tr:tren|trende',
  harbor: 'порт|порту|гаван~|बंदरगाह|pl:port|porcie|nl:haven|hamn~|havn~|satama~|liman~',
  castle: 'замок|замк~|महल|किला|zamek|zamk~|kasteel|slott~|linna~|tr:kale',
  bridge: 'мост|мосту|моста|पुल|pl:most|moście|brug|no:bro|no:bron|silta|sillalla|köprü~',
  meadow: 'луг|лугу|поле|पोळ|मैदान|łąk~|weiland|äng|ängen|no:eng|niitty~|çayır~',
  space: 'космос~|अंतरिक्ष|kosmos~|ruimte|rymd~|rummet|avaruus|avaruudessa|uzay~',
  dawn: 'рассвет~|भोर|सूर्योदय|świt|świcie|zonsopgang|gryning~|daggry|aamunkoitto~|şafak~|gün doğumu',
  morning: 'утро|утром|सुबह|pl:rano|poranek|ranek|ochtend|morgon~|aamu~|sabah~',
  sunset:
    'закат~|सूर्यास्त|सूरज डूब~|zachód słońca|zachodzie słońca|zonsondergang|solnedgång~|solnedgang~|auringonlasku~|gün batımı~|güneş batıyor',
  dusk: 'вечер~|शाम|wieczór|wieczor~|avond~|kväll~|aften~|ilta|illalla|akşam~',
  night: 'ночь~|ночью|ночи|रात|pl:noc|nocą|nocy|nacht|natt~|no:nat|natten|yö|yöllä|gece~',
  rain: 'дожд~|बारिश|वर्षा|deszcz~|regen|regent|regn~|fi:sade|sataa|yağmur~',
  snow: 'снег~|зим~|बर्फ|śnieg~|zim~|sneeuw~|snö~|sne|sneen|snø~|lumi|lumessa|talvi|tr:kar|kış~',
  fog: 'туман~|कोहरा|mgł~|mgle|nl:mist|dimma~|tåge~|sumu~|tr:sis|siste',
  wind: 'ветер|ветр~|हवा|wiatr~|wind|vind~|tuuli|tuulessa|rüzgâr~|rüzgar~',
  storm: 'буря|бурю|бури|шторм~|तूफान|तूफ़ान|burz~|storm~|myrsky~|fırtına~',
  boat: 'лодк~|корабл~|नाव|łódk~|łódź|statek|boot|bootje|schip|båt~|båd~|vene~|tekne~|gemi~',
  book: 'книг~|किताब|पुस्तक|książk~|boek~|no:bok|boken|no:bog|bogen|kirja~|kitap~|kitab~',
  cup: 'чай|чая|кофе|чашк~|चाय|कॉफ़ी|कॉफी|herbat~|kawa|kawę|kawy|kawą|kubek|thee|koffie|kopje|kaffe~|kopp~|teetä|kahvi~|çay|çayı|kahve~',
  flower:
    'цветок|цветы|цветов|цветами|цветочн~|роза|розы|розу|розами|फूल|kwiat~|bloem~|blomm~|blomst~|kukka~|kukki~|çiçek~|çiçeğ~',
  tree: 'дерев~|पेड़|drzew~|boom|bomen|träd~|træ|træet|puu|puun|ağaç~|ağac~',
  bread: 'хлеб~|रोटी|chleb~|brood|bröd~|brød~|leipä~|ekmek~|ekmeğ~',
  apple: 'яблок~|सेब|jabłk~|appel~|äpple~|æble~|omena~|elma~',
  letter: 'письм~|चिट्ठी|पत्र|pl:list|pl:listy|nl:brief|brev~|kirje~|mektup~',
  guitar: 'гитар~|गिटार|gitar~|gitaar|kitara~',
  bicycle: 'велосипед~|साइकिल|rower~|fiets|cykel~|sykkel~|pyörä~|bisiklet~',
  umbrella: 'зонт~|छाता|parasol~|paraplu~|paraply~|sateenvarjo~|şemsiye~',
  car: 'машин~|автомобил~|कार|गाड़ी|samochód|samochodzie|samochodem|pl:auto|no:bil|bilen|araba~',
  ball: 'мяч~|गेंद|piłk~|nl:bal|boll~|bold~|pallo~|tr:top',
  lantern: 'фонар~|लालटेन|दीपक|दीया|latarni~|lantaarn~|lykta~|lyhty~|fener~',
  walks:
    'гуля~|идёт|идет|идут|шагает|चलता|चलती|चलते|टहल~|घूम~|idzie|idą|spaceruj~|wandelt|wandelen|loopt|lopen|går|gå|promenerar|vandrar|kävelee|kävelevät|yürüyor~|yürür|geziyor~',
  runs: 'бежит|бегут|бега~|दौड़ता|दौड़ती|दौड़ते|दौड़~|भाग~|biegnie|biegną|biega~|rent|rennen|springer|løber|løper|juoksee|juoksevat|koşuyor~|koşar',
  sits: 'сидит|сидят|बैठा|बैठी|बैठे|बैठता|बैठती|siedzi|siedzą|zit|zitten|sitter|sidder|istuu|istuvat|oturuyor~',
  looks:
    'смотр~|глядит|глядят|देखता|देखती|देखते|देख~|patrz~|ogląda~|kijkt|kijken|tittar|no:ser|kigger|katsoo|katsovat|bakıyor~|izliyor~',
  reads: 'чита~|पढ़ता|पढ़ती|पढ़ते|पढ़~|czyta~|leest|lezen|läser|læser|leser|lukee|lukevat|okuyor~',
  drinks:
    'пьёт|пьет|пьют|पीता|पीती|पीते|pije|piją|drinkt|drinken|dricker|drikker|juo|juovat|içiyor~',
  eats: 'ест|едят|खाता|खाती|खाते|pl:je|jedzą|eet|eten|äter|no:spiser|syö|syövät|yiyor~',
  dances:
    'танцу~|नाचता|नाचती|नाचते|नाच~|tańcz~|danst|dansen|dansar|danser|tanssii|tanssivat|dans ediyor~',
  plays:
    'играет|играют|играть|играл~|खेलता|खेलती|खेलते|खेल~|बजाता|बजाती|pl:gra|grają|bawi się|bawią się|speelt|spelen|leker|spelar|no:leger|leikkii|leikkivät|pelaa|soittaa|oynuyor~|çalıyor~',
  sleeps:
    'спит|спят|सोता|सोती|सोते|सो रहा|सो रही|śpi|śpią|slaapt|slapen|no:sover|nukkuu|nukkuvat|uyuyor~',
  smiles: 'улыба~|मुस्कुरा~|uśmiech~|glimlacht|lacht|no:ler|smiler|hymyilee|gülümsüyor~',
  laughs: 'смеётся|смеется|смеются|हँस~|हंस~|śmieje się|śmieją się|skrattar|nauraa|nauravat|gülüyor~',
  talks:
    'говорит|говорят|разговарива~|беседу~|बात~|rozmawia~|mówi~|praat|praten|pratar|no:taler|snakker|puhuu|puhuvat|juttelevat|konuşuyor~|sohbet~',
  finds:
    'находит|находят|нашёл|нашла|нашли|ढूँढ~|मिलता|मिलती|मिलते|znajduj~|vindt|vinden|hittar|finder|finner|löytää|löytävät|buluyor~',
  searches: 'ищет|ищут|खोज~|तलाश~|szuka~|zoekt|zoeken|letar|no:leder|etsii|etsivät|arıyor~',
  cooks:
    'готовит|готовят|варит|варят|पकाता|पकाती|पकाते|gotuje|gotują|kookt|koken|lagar mat|laver mad|kokkaa|pişiriyor~',
  sings:
    'поёт|поют|गाता|गाती|गाते|śpiewa~|zingt|zingen|sjunger|synger|laulaa|laulavat|şarkı söylüyor~',
  paints: 'рисует|рисуют|चित्र बना~|maluje|malują|schildert|målar|no:maler|maalaa|resim yapıyor~',
  swims:
    'плав~|плывёт|плывет|плывут|तैर~|pływa~|płynie|zwemt|zwemmen|simmar|svømmer|fi:ui|fi:uivat|yüzüyor~',
  flies:
    'летит|летят|летает|летают|उड़~|leci|lecą|lata|vliegt|vliegen|flyger|flyver|lentää|lentävät|uçuyor~',
  hugs: 'обнима~|गले लग~|przytula~|obejmuj~|omhelst|omhelzen|knuffelt|kramar|krammer|halaa|halaavat|sarılıyor~',
  rides:
    'едет на велосипед~|скачет|cykluje|jedzie na rowerze|fietst|fietsen|cyklar|cykler|sykler|rider|pyöräilee|ratsastaa|bisiklet sürüyor~',
  carries: 'несёт|несет|несут|niesie|niosą|draagt|dragen|no:bär|bærer|kantaa|taşıyor~',
  offers: 'prodaje|sprzedaj~|продаёт|продает|बेचता|बेचती|verkoopt|säljer|sælger|myy|satıyor~',
  gives: 'дарит|даёт|дает|देता|देती|देते|daje|dają|geeft|geven|no:ger|giver|antaa|veriyor~',
  holds:
    'держит|держат|покупает|купил~|खरीद~|kupuje|trzyma|koopt|kopen|houdt|köper|køber|ostaa|satın alıyor~|tutuyor~',
  stands: 'ждёт|ждет|ждут|czeka~|wacht|wachten|väntar|venter|odottaa|bekliyor~',
}

using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// The commonest words of languages that use Latin letters, from their grammars' closed classes: articles, prepositions, conjunctions, pronouns,
/// auxiliaries, negations, days; and their verbs of saying. Of English the closed classes (Quirk et al. 1985, 2.34).
/// </summary>
internal static class FrequentWords
{
    /// <summary>Marks words of English.</summary>
    internal const ulong IsEnglish = 1UL << 63;

    /// <summary>Marks words that are English as well as of other languages, and speak for none.</summary>
    internal const ulong IsShared = 1UL << 62;

    /// <summary>All languages but English.</summary>
    internal const ulong Languages = IsInNames - 1;

    /// <summary>Marks words that stand in English names, titles and phrases, and say less.</summary>
    internal const ulong IsInNames = 1UL << 61;

    private const string English = "the of and to in is was for on that with as by at from it his he are be this have an a i not has were but or which will their they said who would been its had she her we you my our your me him us "
        + "them what when where why how there here if than then so no more all any some such can could may might must should do does did about after before over under between into through during against since until while because although "
        + "though however also only just even still again out up down off back says say told whom whose these those both each few many much other another own same too very now first one two three yet never";

    // Words of other languages that are English words or abbreviations as well: they speak for none.
    private const string Shared = "die den men man war hat bin want been door week word ten pod most son main par pour sin due come per sale care fast bad hay bet tie see pa ha met mag bat jo dare fare prima sans via sole con dos pan mot rue dame dire "
        + "pas elle non ma sa ta am were made make like sign hand water ding part quo pro ad bis let fore sang ham tag tan bar nor rod rob tam hem sap ton tun kin ski ti li ni om art son gut rat tot gram lag fort hell kind wage stern arm bald fire sees ere ala "
        + "apa bit sad dah ve po ku ki meg volt fiat lama orang sang thing tin anh chat long lung ban mat may ay mo ko ag mar leis op bij dit wie nog so to on at es er is as ma mi tu te ne me we do go no by my en ie se si su ca id ed co im ex et al "
        + "dan und pot bot but jest pod jej ale than ever side mere over oz bez dim din don fin fur hun ja jak lid mal mid mum nun pun pus ram roe rue sur toe tos vet vie wat wen won zen ver fan fin fra gone gal hers hey hog hut kit lit lot med mum nog nut oak pal pie "
        + "rim sit sol tar tor van vat vow yen zag aux roi ours tout lobe bout fond lost worden host post pit lie pays dish end need com sense era plus teen bus wake pre len dawn bio till pat aga vain em cum ben bi";

    // Words of other languages that stand in English names, titles and phrases: they say less, and nothing between two capitals.
    private const string InNames = "de la le el les los las del della dei di da des du un une en y e o et und der das von zu est il lo al dos do sur fi na i a au aux che que sera "
        + "b c d f h j k l m n p q r u v w x z qu sy soo ka ji em um pm tv";

    private static readonly (string Language, string Words)[] lists =
    [
        ("German", "tot tödlich getötet stirbt gestorben vorbei beendet entgleist findet trifft verletzt der die das und ist nicht mit ein eine einen einem einer eines den von vom zu zum zur auf für im am an in dem des auch sich wird werden wurde wurden sind nach bei aus er sie es ich wir ihr hat haben habe hatte war waren "
            + "sein seine seiner ihre ihren ihrer dass aber oder wenn wie noch nur schon mehr über unter durch gegen ohne um bis vor seit zwischen während kein keine keinen als so man kann können muss müssen soll sollen will wollen also zurück "
            + "diese dieser dieses diesem jetzt heute gestern morgen sagte sagt sagten erklärte teilte mitgeteilt worden zwei drei vier hier dort da denn weil ob alle viele niemand will wollen laut bereits"),
        ("French", "mort morts tué tués blessé blessés le la les l d c j n s m qu des et est une un dans pour que qui sur avec pas plus au aux du de en ce cet cette ces il elle ils elles nous vous je on ont été être sont par ne se sa son ses leur leurs mais ou où a à y "
            + "avait était étaient fait comme sans sous entre après avant depuis pendant contre chez vers très aussi selon dont lors même tout tous toute toutes deux trois dit déclaré annoncé affirmé indiqué lundi mardi mercredi jeudi vendredi samedi dimanche hier selon personne veut aucun"),
        ("Spanish", "muerto muertos heridos el la los las del de y en por con una un se es que para su sus al lo le les como más pero o fue fueron han ha este esta estos estas ese esa no sin sobre entre desde hasta cuando también muy ya según está están era son ser "
            + "hay tras contra durante porque donde quien si sí me nos yo él ella ellos dos tres dijo dijeron afirmó anunció aseguró a e u lunes martes miércoles jueves viernes sábado domingo ayer hoy nadie quiere"),
        ("Italian", "morto morti feriti milioni miliardi il che di della dello dei degli delle del dell per non sono con una uno un la le lo gli i nel nella nei nelle sul sulla più anche alla alle allo ai agli al dal dalla è si ha hanno ma o e ed a da in se come stato stata stati "
            + "questo questa questi suo sua loro ci noi io essere era tra fra dopo prima contro senza secondo due tre detto dichiarato annunciato ieri oggi lunedì martedì mercoledì giovedì venerdì sabato domenica perché quando cui l d un dall nell sull nessuno vuole"),
        ("Portuguese", "o a os as um uma uns não com da do das dos de em para por que mais foi foram ao aos à às na no nas nos se são como e ou é mas sua seu suas seus pelo pela pelos pelas está estão ser ter tem têm há já também muito "
            + "entre até sobre sem desde quando este esta esse essa isso ele ela eles nós eu dois duas três disse afirmou anunciou segundo ontem hoje segunda terça quarta quinta sexta sábado domingo feira depois contra ninguém quer"),
        ("Galician", "o a os as un unha non con da do das dos de en para por que máis foi ao á na no nas nos se son como e ou é pero súa seu pola polo está ser ten xa tamén moi entre ata sobre sen dixo onte hoxe despois isto este esta luns mércores xoves venres ninguén quere segundo nun nunha"),
        ("Catalan", "el la els les l d un una uns unes i o de del dels a al als en amb per que és són no es més ha han va van però com si ja també molt seva seu seus aquest aquesta aquests entre fins sobre sense des quan ser està hi ho pel pels "
            + "dos tres dir dit afirmat anunciat dilluns dimarts dimecres dijous divendres dissabte diumenge ahir avui després segons on ningú vol segons"),
        ("Romanian", "și şi în a al ale ai de la din pe cu că ca să nu este sunt au am are fost o un una pentru prin mai dar sau care ce cel cea cei cele lui ei lor se își s sa său după până între fără către despre spus declarat anunțat luni marți "
            + "miercuri joi vineri sâmbătă duminică ieri astăzi doi două trei va vor fi acest această aceste acestea fi dacă când unde cum or nimeni vrea potrivit"),
        ("Dutch", "dood doden gewond de het een van niet op voor en dat is te zijn met aan bij ook naar door werd werden wordt worden om uit in die dit deze was waren heeft hebben had hij zij ze we wij ik je u hun haar maar als of er nog wel geen meer over onder "
            + "tegen tussen zonder na tot tijdens omdat toen dan wat wie waar hoe kan kunnen moet moeten zal zullen zou twee drie alle veel al zei zegt zeiden verklaarde meldde maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag wil willen volgens niemand nog"),
        ("Afrikaans", "die het n van nie op vir en dat is te met aan by ook na deur word om uit in was hy sy hulle ons ek jy maar as of nog geen meer oor onder teen tussen sonder tot tydens omdat toe dan wat wie waar hoe kan moet sal sou twee drie alle gesê sê maandag dinsdag woensdag donderdag vrydag gister vandag hierdie daar sy my wil volgens niemand nie"),
        ("Swedish", "och att det den de som på är för av en ett med till inte har hade om från var vara i han hon vi jag ni sig sin sina sitt men eller efter vid mot över under mellan genom utan ut in upp nu också än när där här så kan ska skulle "
            + "måste blev blir bli två tre mer alla sade sa säger uppgav måndag tisdag onsdag torsdag fredag lördag söndag igår idag går dag detta denna dessa än kommer enligt vill ingen"),
        ("Danish or Norwegian", "og til på af av ikke ikkje er det den de som en et ei med har havde hadde for fra om var være i han hun han vi jeg sig seg sin sine sit sitt men eller efter etter ved mod mot over under mellem mellom gennem gjennom uden uten ud ut "
            + "op opp nu nå også end enn når der her så kan skal skulle må måtte blev ble bliver blir at to tre mere mer alle sagde sa siger sier oplyser opplyser mandag tirsdag onsdag torsdag fredag lørdag søndag går dag dette denne disse ifølge går av vil ingen ville blevet blitt neste næste"),
        ("Icelandic", "og að er á í við um sem til af með ekki var fyrir frá en það þess því hann hún hans hennar þeir þær þau ég við þú sig sér ekki hefur hafa hafði verið vera eru voru eftir yfir undir milli gegn án úr upp nú líka einnig þegar þar hér svo sagði segir mánudag þriðjudag miðvikudag fimmtudag föstudag gær dag þessi þetta mun vill enginn hefði"),
        ("Polish", "w we na się nie jest są z ze że do i a o od za oraz przez dla był była było byli jak to ten ta te tego tej tym co po pod nad przed przy bez u ale czy lub już tylko także też jego jej ich on ona oni my który która które którzy którym "
            + "może będzie został została zostały zostało powiedział powiedziała poinformował oświadczył dwa dwie trzy poniedziałek wtorek środę czwartek piątek sobotę niedzielę wczoraj dziś roku po według nikt chce"),
        ("Czech", "a v ve na se si je jsou z ze že do i o od za pro po při pod nad před bez u ale nebo už jen také jeho její jejich on ona to ten ta tato tento které který která kteří jako jak není byl byla bylo byli být bude může podle mezi kvůli proti "
            + "řekl řekla uvedl uvedla oznámil oznámila dva tři pondělí úterý středu čtvrtek pátek sobotu neděli včera dnes roku k s nikdo chce nebyl nebyla"),
        ("Slovak", "a v vo na sa si je sú z zo že do i aj o od za pre po pri pod nad pred bez u ale alebo už len tiež jeho jej ich on ona to ten tá tento táto ktoré ktorý ktorá ktorí ako nie bol bola bolo boli byť bude môže podľa medzi proti "
            + "povedal povedala uviedol uviedla oznámil dva tri pondelok utorok stredu štvrtok piatok sobotu nedeľu včera dnes roku k s nikto chce nebol nebola"),
        ("Slovene", "in je v na se da so za z s ki ne pa po od do pri pod nad pred brez ali ter tudi kot že še bo bodo bil bila bilo bili ni niso sem smo ob med proti njegov njena njihov on ona to ta ti iz zaradi lahko dejal dejala povedal sporočil dva tri ponedeljek torek sredo četrtek petek soboto nedeljo včeraj danes o nihče želi bile podatkih"),
        ("Croatian, Bosnian or Serbian", "i je u na se da su za s sa od do iz o po pri pod nad pred bez ili a ali te ne nije nisu što koji koja koje kao više već još će bi bio bila bilo bili biti smo sam ga mu ih ona on oni to taj ta toga između protiv nakon kod "
            + "rekao rekla kazao izjavio izjavila dva tri ponedjeljak ponedeljak utorak srijedu sredu četvrtak petak subotu nedjelju jučer juče danas godine nitko niko želi prema"),
        ("Hungarian", "a az és hogy nem is van volt voltak lesz egy ez azt ezt meg már csak még de ha vagy mint után előtt alatt között ellen miatt szerint el ki be fel le akkor amely aki ami akik mert sem pedig így most majd két három mondta közölte jelentette "
            + "hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap tegnap ma lehet kell neki őt ő ők minden nagyon több való senki senkit akar akarja"),
        ("Finnish", "ja on ei että oli ovat olivat se ne hän he joka jotka mutta tai kun kuin niin myös vain jo vielä ole ollut olla hänen sen tämä tämän nämä siitä mukaan jälkeen ennen kanssa vastaan välillä aikana ilman sekä eivät voi voivat kaksi kolme sanoi kertoi "
            + "ilmoitti maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina eilen tänään nyt koska jos mitä missä kaikki kukaan ketään haluaa haluavat ensi viime"),
        ("Estonian", "ja on ei et oli olid see need ta tema nad kes mis aga või kui nagu ka vaid juba veel ole olnud olla selle selles järgi pärast enne koos vastu vahel ajal ilma ning mitte võib saab kaks kolm ütles teatas teisipäeval esmaspäeval kolmapäeval neljapäeval reedel laupäeval pühapäeval eile täna nüüd sest kuid ta oma üle keegi kedagi tahab sai said sõnul"),
        ("Latvian", "un ir no ar par uz pie pēc pirms līdz kas ka ne nav bija tika tiek bet vai arī kā tā tas tie šis šī viņš viņa viņi jau vēl tikai lai kad kur jo pret starp bez savu gada divi trīs sacīja teica paziņoja pirmdien otrdien trešdien ceturtdien piektdien sestdien svētdien vakar šodien būs var ko neviens vēlas teiktā"),
        ("Lithuanian", "ir yra kad iš į su už apie po prieš iki nuo kas ne nėra buvo bet ar taip pat kaip tai tas ta šis ši jis ji jie jos jų jo jau dar tik kai kur nes prie per tarp be savo metų du trys sakė teigė pranešė pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį vakar šiandien bus gali o dėl pagal niekas nori teigimu pasak"),
        ("Turkish", "ve bir bu için de da ile olarak daha çok olan gibi kadar sonra ancak o ne en var yok değil ki ama veya her şu ben sen biz siz onlar onun göre önce karşı arasında üzerinde tarafından oldu olduğunu edildi etti dedi söyledi açıkladı belirtti bildirdi iki üç pazartesi salı çarşamba perşembe cuma cumartesi pazar dün bugün hiç ise mi mı kimse istiyor gelecek geçen"),
        ("Azerbaijani", "və bir bu üçün də da ilə olaraq daha çox olan kimi qədər sonra ancaq o ne ən var yoxdur deyil ki amma hər mən sən biz siz onlar onun görə əvvəl qarşı arasında tərəfindən oldu olduğunu edilib etdi dedi deyib bildirib iki üç dünən isə heç kim istəyir gələn hələ"),
        ("Albanian", "dhe të e i në një me për që nga se është janë ka kanë nuk do u a si më kjo ky kjo ato ata ai ajo por ose edhe pas para ndaj midis mes pa deri gjatë ishte ishin ishte tha thanë deklaroi njoftoi hënën martën mërkurën enjten premten shtunën dielën dje sot dy tre së tij saj tyre është në askush dëshiron sipas"),
        ("Indonesian or Malay", "yang dan di ke dari pada untuk dengan ini itu tidak akan telah sudah adalah dalam oleh juga atau tetapi karena kerana bahwa bahawa sebagai mereka kami kita dia ia saya anda ada bisa boleh harus dapat lebih setelah selepas sebelum antara terhadap tanpa "
            + "kata berkata mengatakan menyatakan dua tiga para sebuah seorang orang hari senin selasa rabu kamis khamis jumat jumaat sabtu minggu ahad kemarin semalam lagi masih hanya tak bukan saat tersebut ingin mahu menurut belum tiada sesiapa setakat tahun"),
        ("Vietnamese", "và của là có không được cho với trong các những một này đó đã sẽ đang từ đến về ở khi để ra vào người năm ngày theo trên sau trước tại nhưng hay hoặc vì nên cũng rất nhiều hai ba ông bà họ tôi chúng bị do phải nói rằng biết thứ hôm qua nay cả lại còn đây nhất nước chưa muốn"),
        ("Swahili", "na ya wa kwa ni katika la za cha vya kuwa hii hiyo huyo hizo hilo haya hao yake wake zake lake yao wao kama lakini au pia baada kabla dhidi kati bila kutoka hadi bado sana tu ambaye ambao ambayo alisema amesema wamesema walisema jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili jana leo mwa watu mbili wawili sasa kwamba hakuna mtu inataka mwaka kwenye mujibu"),
        ("Filipino", "ang ng mga sa na at ay ni si kay kina nang hindi para may mula dahil kung pero o rin din lang pa na ito iyon siya sila kanyang kanilang kami tayo ako ikaw niya nila wala isang dalawang tatlong ayon sinabi inihayag lunes martes miyerkules huwebes biyernes sabado linggo kahapon ngayon matapos bago laban ngunit walang pang nais noong wala sino"),
        ("Irish", "an na agus ar i is ní a le go do de ag tá bhí sé sí siad mé tú sinn mar ach nó ó faoi leis chun roimh tar éis níl nach gur bhfuil sin seo dhá trí dúirt deir luan mháirt chéadaoin déardaoin aoine inné inniu beidh raibh chuig idir gan aige aici aon duine réir níor"),
        ("Welsh", "y yr a ac yn i o ar mae oedd bod wedi gan am at ei eu fod nid ond neu fel gyda dros dan rhwng heb ar ôl cyn nad hyn hwn hon hynny bydd roedd dwy dau tri dweud dywedodd ddydd llun mawrth mercher iau gwener sadwrn sul ddoe heddiw hefyd sydd sy fe nhw neb eisiau oes mewn cael yn"),
        ("Basque", "eta da du ez bat dute dira zuen ziren zen izan egin baina edo ere hau hori horiek dela duela dutela ondoren aurretik arte kontra artean gabe bere haien bi hiru esan adierazi astelehenean asteartean asteazkenean ostegunean ostiralean larunbatean igandean atzo gaur beste inor nahi oraindik arabera"),
        ("Maltese", "il u ta li fl f minn ma dwar bejn kontra wara qabel għal għall biex kif meta iżda jew kien kienet huwa hija huma din dan dawn hemm mhux jekk kollha tal fuq taħt żewġ qal qalet it is l lill mill bħala tnejn tlieta erbgħa ħamis ġimgħa sibt ħadd lbieraħ llum ġie ġew xejn irid skont"),
        ("Somali", "waa iyo oo in ka ku u uu ay ee la aan ma si isku waxaa waxa waxay wuxuu sheegay sheegtay ayaa ayuu laga lagu soo inay inuu kale markii kadib muddo dalka badan waxay sheegeen cidna")
    ];

    private static readonly FrozenDictionary<string, ulong> masks = Masks();
    private static readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> bySpan = masks.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many languages there are; the bit of each is its place.</summary>
    internal static int Count => lists.Length;

    internal static string Name(int language) => lists[language].Language;

    internal static int Place(string language) => Array.FindIndex(lists, l => l.Language == language);

    /// <summary>The languages of a word in small letters, as bits.</summary>
    internal static ulong Of(ReadOnlySpan<char> word) => bySpan.TryGetValue(word, out var mask) ? mask : 0;

    private static FrozenDictionary<string, ulong> Masks()
    {
        var of = new Dictionary<string, ulong>(StringComparer.Ordinal);
        Add(IsEnglish, English);
        Add(IsShared, Shared);
        Add(IsInNames, InNames);
        for (var i = 0; i < lists.Length; i++) Add(1UL << i, lists[i].Words);
        return of.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(ulong mask, string words)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) of[word] = of.GetValueOrDefault(word) | mask;
        }
    }
}

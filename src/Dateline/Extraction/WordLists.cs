namespace Dateline.Extraction;

/// <summary>Word lists by class: closed classes after Quirk et al. 1985; hedges and boosters after Hyland 1998 and FactBank.</summary>
internal static class WordLists
{
    public static readonly (Tag Tags, string Forms)[] All =
    [
        (Tag.Determiner | Tag.Function, "the a an this these those every each some any no all both either neither another such several many most few more much other various"),
        (Tag.Possessive | Tag.Determiner | Tag.Function, "his her their its my our your whose"),
        (Tag.Pronoun | Tag.Function, "he she they it we i you"),
        (Tag.Pronoun, "someone everyone anyone everybody nobody somebody others one"),
        (Tag.Object | Tag.Function, "him her them me us himself herself themselves itself myself ourselves"),
        (Tag.Preposition | Tag.Function, "of in on at by for with from to into about against between through during under over within without among toward towards upon across behind beyond near despite amid around via regarding concerning alongside"),
        (Tag.Preposition | Tag.Subordinator | Tag.Function, "after before since until as than like"),
        (Tag.Subordinator | Tag.Function, "because although though if unless while whereas whether when where why how once that so"),
        (Tag.Relative | Tag.Function, "who whom which whose what"),
        (Tag.And | Tag.Function, "and or but nor"),
        (Tag.Auxiliary | Tag.Be | Tag.Function, "is are was were be been being am 's 're 'm isn't aren't wasn't weren't"),
        (Tag.Auxiliary | Tag.Function, "has have had having do does did 've hasn't haven't hadn't don't doesn't didn't"),
        (Tag.Modal | Tag.Function, "will would can could may might must should shall 'll 'd won't wouldn't can't cannot couldn't shouldn't mustn't"),
        (Tag.Negation, "not no never none nothing nobody neither nor without hardly scarcely barely isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't"),
        (Tag.Adverb, "also then now still again later earlier often once just even only already too very ever never not here there soon almost quite rather perhaps maybe further furthermore however meanwhile instead first twice long always sometimes yesterday today tomorrow tonight recently yet repeatedly flatly publicly"),
        (Tag.Possible, "may might could can possible possibly perhaps maybe potentially conceivably allegedly reportedly apparently alleged reported unconfirmed seemingly supposedly purportedly ostensibly unclear rumored rumoured possibility chance"),
        (Tag.Probable, "likely probable probably presumably expected should unlikely seems seem appears appear appeared seemed expect expects suggest suggests"),
        (Tag.Certain, "certainly definitely undoubtedly surely clearly obviously indeed must undeniably unquestionably"),
        (Tag.Opinion, "should ought must best worst great terrible wrong right good bad better worse outrageous disgraceful unacceptable important necessary beautiful horrible awful wonderful amazing shameful ridiculous absurd dangerous foolish smart stupid disgusting"),
        (Tag.Title | Tag.Abbreviation, "mr. mrs. ms. dr. sen. rep. gov. gen. lt. col. maj. capt. sgt. prof. rev. hon. adm. sens. reps. govs. cmdr. st. atty."),
        (Tag.Title, "president senator governor secretary general minister chancellor king queen prince pope judge justice mayor congressman congresswoman representative professor doctor sir lord lady chairman chairwoman director ambassador captain colonel major admiral sheriff pastor speaker"),
        (Tag.Abbreviation, "jr. sr. inc. ltd. co. corp. vs. etc. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. no. u.s. u.n. u.k. d.c. e.g. i.e. a.m. p.m. ph.d. calif. conn. fla. ga. ill. ind. mass. mich. minn. mo. okla. ore. pa. tenn. tex. vt. va. wash. wis. ariz. ark. ala. bros. dept. est. ave. blvd. ft. mt. sec. wyo. neb. nev. del. colo. kan. ky. md. miss. mont."),
        (Tag.Month, "january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."),
        (Tag.Weekday | Tag.Time, "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
        (Tag.Time, "yesterday today tomorrow tonight week month year years months weeks days day morning afternoon evening night hour hours minutes minute decade decades weekend summer winter spring autumn fall quarter century"),
        (Tag.Count, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half"),
        (Tag.Role, "official officials spokesman spokeswoman spokesperson spokesmen source sources minister ministers ministry president governor senator senators lawmaker lawmakers critic critics expert experts analyst analysts police army military government administration white-house campaign aide aides adviser advisers advisor advisors leader leaders lawyer lawyers attorney prosecutor prosecutors investigators investigator economist economists researchers researcher scientists scientist author authors witness witnesses residents resident voters voter supporters supporter opponents opponent republicans democrats candidate candidates commander commanders general soldiers activists activist agency department committee commission company companies union unions council newspaper newspapers reporter reporters people man woman men women candidate nominee strategist strategists pollster chairman chairwoman chief director professor mayor judge court observers diplomats diplomat executives executive workers doctors teachers parents students"),
        (Tag.Text, "report reports study studies poll polls survey surveys statement statements document documents data figures records letter article book results analysis evidence research memo email emails editorial ad ads website filing filings lawsuit surveys transcript video"),
        (Tag.Particle, "up out off down away back over in"),
        (Tag.Verb, "went came got made took gave left won ran brought became began kept lost met paid rose fell grew drew drove broke built bought sent spent stood struck shot sold led held won sat threw flew chose set put did goes comes makes takes gives gets wins runs brings becomes keeps loses needs need died killed fired launched signed voted faces includes remains continues want wants got began let says hit cut passed failed"),
        (Tag.Foreign, "der die das und ist nicht ein eine le la les des et est que el los las del por una para en il che di non per het een van niet och att det som och nie w z na jest und den mit auf zu dem von du dans pour pas qui sur au os um com não uma dos")
    ];
}

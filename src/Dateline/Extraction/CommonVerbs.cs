namespace Dateline.Extraction;

/// <summary>
/// Verbs that news is written with and that are no cues, so that clauses are seen: irregular verbs (Quirk et al. 1985, 3.11 to 3.20) and frequent regular ones;
/// and the verb forms that are as often nouns.
/// </summary>
internal static class CommonVerbs
{
    // Base, past, participle.
    private const string Irregular = "arise arose arisen|awake awoke awoken|bear bore born|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet|bind bound bound|bite bit bitten|"
        + "bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burn burned burnt|burst burst burst|buy bought bought|"
        + "catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|drink drank drunk|drive drove driven|"
        + "eat ate eaten|fall fell fallen|feed fed fed|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|"
        + "get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|lay laid laid|"
        + "lead led led|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mistake mistook mistaken|outlast outlasted outlasted|"
        + "overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|plead pled pled|prove proved proven|put put put|quit quit quit|rebuild rebuilt rebuilt|"
        + "repay repaid repaid|ride rode ridden|ring rang rung|rise rose risen|run ran run|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|"
        + "shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|spin spun spun|split split split|spread spread spread|"
        + "spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|"
        + "tear tore torn|throw threw thrown|undergo underwent undergone|undertake undertook undertaken|uphold upheld upheld|wake woke woken|wear wore worn|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|"
        + "withhold withheld withheld|withstand withstood withstood|wring wrung wrung";

    private const string Regular = "abandon absorb abuse accelerate accept access accompany account achieve acquire act adapt adjust admire adopt advance affect afford aid airlift allow alter amend amount analyse appoint approach arm arrange arrest "
        + "arrive assassinate assault assemble assess assign assist associate assure attach attempt attend attract avoid award back balance ban bar base battle belong benefit block board bolster bomb boost borrow bounce brace "
        + "brief buckle burden bury camp cancel capture care carry cast cause cease celebrate centre chair change charge chase check circle circulate clash clean clear climb close cloud collapse collect combine compete complete comply "
        + "compose compound compromise conceal concern conduct confer confiscate confront connect conquer consist construct consume contact contain continue contract contribute control convene convert convict cool cooperate coordinate cope copy "
        + "correct count cover crack crash create cripple cross crowd crumble crush curb cure dam damage dance dare darken date decline decorate decrease dedicate default defeat defect delay delete deliver demolish depart depend deploy deport "
        + "deposit deprive derail descend deserve design destroy detain deter deteriorate determine detonate develop devote die differ digest diminish direct disable disagree disappear disappoint discharge discover dismantle dispatch displace "
        + "display dissolve distribute disrupt divide dock dodge dominate donate double downgrade drag drain dress drift drill drop drown dry dump earn ease edge educate elect eliminate embark emerge employ empty enable enact end endure enforce "
        + "engage enhance enjoy enlist ensure enter entertain erase erect erode erupt escalate escape establish evacuate evade evaluate evolve exceed exchange exclude execute exercise exhaust exist expand expel expire explode exploit explore export "
        + "expose extend face fade fail falter famish fan fare favour feature fetch fetter fill film finance finish fire fit fix flag flash flatten float flood flourish flow focus follow fool force form forward foster frame freeze fuel fulfil fulfill "
        + "function fund gain gather generate govern grab graduate grant greet ground guard guide halt hammer hand handle happen harbour harm harvest haul head heal hear heat help hesitate hike hire host house hover hunt hurry identify ignite ignore "
        + "illuminate impact impeach implement import impose impress imprison improve incite include increase incur indict infect inflict influence inherit inject injure inspect inspire install intensify interest interrupt intervene interview introduce "
        + "invade invent invest investigate invite involve issue jail join judge jump kick kidnap kill knock label lack land last laugh launch lay lead leak lean learn level lift like limit line link list listen live load loan lobby locate lock loom loot lower "
        + "maintain manage march mark marry mass match matter maximize measure mediate melt merge migrate miss mix mobilise mobilize moderate modify monitor mount move multiply murder name narrow nationalise near negotiate nominate number obey obtain occupy occur "
        + "open operate oppose orbit order organise organize originate oust outnumber outperform outstrip overlook overturn overwhelm owe own pack paint park participate pass patrol pause peak perform permit persist pick pile place play please plot plummet plunge "
        + "point poison police pollute poll pool post postpone pour power practise prepare present preserve press prevail prevent price process produce profit progress prohibit prolong prompt promote prosecute prosper protect provide provoke publish pull pump "
        + "punish purchase pursue push qualify quarrel quell race rage raid raise rally range rank rate ratify reach react rebound rebuild recede receive recover recruit recycle reduce refer reflect reform refuel regain register regulate reject relate relax release rely "
        + "remain remove render renew renovate rent reopen repair repeal replace rescue research reserve reshape resign resist resolve resort rest restore restrict result resume retain retire retreat retrieve return reunite reveal reverse review revise revive revoke "
        + "reward risk rob roll rotate ruin rule rush sail sample sanction satisfy save scale scan scatter schedule score scrap screen seal search secure seize select sentence separate serve settle shape share shatter shelter shift ship shock shorten shrug shut sign silence "
        + "simplify skip slash slide slip slow smash smuggle snap soar solve sort spark specialise sponsor spot squeeze stabilise stabilize stage stall stand star start starve station stay stem step stimulate stop store storm strain strand strengthen stress stretch strip structure "
        + "struggle study stumble submit succeed suffer sue suit supply surge surpass surprise surrender surround survey survive suspend sustain swap switch tackle tame tap target tax tend tender term test thank threaten thrive tie tighten tip top topple torture total touch "
        + "tour track trade trail train transfer transform transmit transport trap travel treat trigger trim triple try tumble turn undermine undo unfold unify unite unload unveil update upgrade urge use vacate value vanish vary venture veto view violate visit vote wage "
        + "wait walk want warn wash waste watch weaken weigh welcome widen wield wipe withhold witness work worsen wound wreck yield zoom underestimate overestimate ready suffice bet merit trail cede outpace nod knock rock rattle roar skid derail capsize evict unearth unseat oust devastate ravage raze engulf topple torch stab gut";

    private const string Nominal = "act aid arm approach arrest attack attempt award balance ban bar base battle benefit block board bomb boost brief burden call camp care cast cause chair change charge chase check circle claim clash climb close cloud collapse concern conduct "
        + "contact contract control copy cost count cover crack crash cross crowd cure cut dam damage dance date deal debate decline decrease default defeat delay demand deposit design deal display dispute doubt drag drain dress drift drill drive drop edge end escape estimate exchange exercise export "
        + "face fall fan favour fear feature fight figure film finance finish fire fit flag flash flight flood flow focus forecast force form forward frame fuel function fund gain grant ground guard guide halt hand harm harvest head heat help hike hit hold hope host house hunt impact import increase "
        + "influence interest interview issue judge jump kick kill label lack land last laugh launch lead leak level lift light limit line link list load loan lobby lock look loss lower march mark mass match matter mean measure might mix mount move murder name need number offer order own pace park pass patrol pause "
        + "peak permit pick pile place plan play plot point police poll pool post power present press price process profit progress project promise prompt protest pull purchase push question race rage raid raise rally range rank rate reach read record reform release rent repair repeal report request rescue research "
        + "reserve resort rest result return review reward ride rise risk rock roll rule run rush sale sanction sample save scale schedule score screen seal search sense sentence set shape share shelter shift ship shock shot show sign silence slide slip slump spark split spot spread spring stage stand star start state station stay "
        + "stem step stock stop store storm strain stress stretch strike strip structure struggle study suit supply support surge surprise survey suspect swap swing switch talk tap target tax tender term test tie tip top total touch tour track trade trail train transfer transport trap travel treat trial trigger turn update upgrade use "
        + "value veto view visit voice vote wage wait wake walk want warrant waste watch welcome win witness wonder work wound wreck yield answer appeal address aim alert blast blame challenge comment complaint comfort command contest credit cry defense desire dismay express fault fear guess hail hate hint honor joke lecture lie love "
        + "mind mock note object outline pan pledge praise prediction proposal query quip quote reason rebuke regret remark reply report respect respond review rumor salute signal slam slur stance study stress tease threat trust tweet urge vow warning whisper wish worry yell shout tout lament back better best well campaign state volunteer delegate detail post star protest plot sport process merit program camp couple group head team";

    internal static void AddTo(Dictionary<string, Word> forms)
    {
        foreach (var entry in Irregular.Split('|'))
        {
            var parts = entry.Split(' ');
            Inflection.AddForms(forms, parts[0], parts[1], parts[2]);
        }
        foreach (var verb in Regular.Split(' ')) Inflection.AddForms(forms, verb);
        foreach (var noun in Nominal.Split(' '))
        {
            Lexicon.At(forms, noun).Nominal = true;
            Lexicon.At(forms, Inflection.Third(noun)).Nominal = true;
        }
    }
}

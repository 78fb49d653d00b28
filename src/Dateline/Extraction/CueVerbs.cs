using static Dateline.Extraction.Sense;

namespace Dateline.Extraction;

/// <summary>
/// Verbs that attribute: Levin's (1993) classes 37 (communication), 33 (judgment), 32 (desire), 29.4 and 29.5 (declare, conjecture), 30 (perception, where
/// they report) and Quirk et al.'s (1985, 16.31) factual and suasive verbs; the breadth follows the PARC and PolNeAR guidelines (Pareti 2012; Newell et al. 2018).
/// A "+" joins a verb and its preposition or particle. Letters: Q quotation, T that-clause, B clause without "that", W interrogative clause,
/// O object, I infinitive, G gerund, A addressee first, C object that is a claim ("brushed aside reports that …"), R object of blame when its grounds follow ("attacked him for …"): without them the verb may mean blows.
/// </summary>
internal static class CueVerbs
{
    internal static void AddTo(Dictionary<string, Word> forms)
    {
        void Add(Sense sense, string takes, string verbs) => Inflection.AddVerbs(forms, sense, takes, verbs);

        Add(Say, "QTBW", "say");
        Add(Say, "QTBWIA", "tell");
        Add(Say, "QTBWA", "remind inform notify assure");
        Add(Say, "QT", "state");
        Add(Say, "T", "rule decree");
        Add(Say, "QTWG", "report");
        Add(Say, "QTW", "read continue counter");
        Add(Say, "QTBW", "explain insist maintain contend assert claim allege argue acknowledge admit concede declare stress note observe mention remark comment announce "
            + "confirm disclose reveal reiterate repeat testify write tweet respond reply retort quip joke add conclude recall emphasize underscore clarify affirm "
            + "attest boast brag complain confess confide exclaim grumble hint imply interject intone lament muse opine proclaim profess recount relate retweet shout yell scream sneer "
            + "speculate surmise suggest indicate signal specify theorize underline volunteer vent whisper caution warn point+out make+clear deadpan scoff");
        Add(Say, "QO", "call describe label brand term deem characterize portray");
        Add(Say, "O", "refer+to allude+to point+to talk+about speak+about speak+of speak+out write+about elaborate+on comment+on respond+to cite mention discuss detail outline recount quote tout "
            + "explain emphasize stress highlight announce acknowledge reveal disclose reiterate concede confirm allege repeat remark+on joke+about warn+of warn+about complain+about hint+at "
            + "lay+out spell+out weigh+in touch+on dwell+on lie+about brag+about boast+about boast+of apologize+for vouch+for note recall depict present+as compare liken address");
        Add(Say, "WI", "advise");
        Add(Ask, "QWIA", "ask wonder inquire question");
        Add(Ask, "O", "ask+for ask+about question inquire+about wonder+about query debate");
        Add(Deny, "QTBOG", "deny rebut refute dispute disavow repudiate");
        Add(Deny, "O", "reject dismiss rule+out contradict deny challenge downplay disclaim rebuff brush+off push+back shrug+off");
        Add(Deny, "IO", "decline refuse");
        Add(Promise, "QTBIO", "promise vow pledge swear threaten guarantee");
        Add(Promise, "I", "offer agree commit+to volunteer plan intend aim");
        Add(Promise, "O", "plan threaten propose commit+to");
        Add(Predict, "QTBOI", "predict forecast project foresee anticipate expect prophesy envision");
        Add(Believe, "QTBOI", "estimate calculate");
        Add(Believe, "QTBW", "think believe feel know assume suspect suppose reckon understand imagine realize decide figure conclude remember recognize agree sense presume "
            + "consider learn guess");
        Add(Believe, "OI", "consider regard view know+about think+of think+about believe+in agree+with agree+on");
        Add(Believe, "O", "identify+as realize recognize envisage perceive");
        Add(Doubt, "TBOW", "doubt fear worry dread");
        Add(Doubt, "O", "worry+about disagree+with be+concerned");
        Add(Judge, "OGT", "criticize praise condemn denounce blame decry deplore mock ridicule deride applaud commend congratulate thank endorse support back oppose defend favor favour "
            + "lambast chide rebuke scold accuse fault hail laud celebrate welcome embrace lament bemoan mourn admire extol honor insult belittle slight disparage malign vilify "
            + "approve disapprove resent hate love dislike detest loathe abhor prefer appreciate trust distrust respect value cheer jeer taunt berate castigate chastise pillory skewer "
            + "tease warn criticise denigrate disown champion advocate shun salute reprimand protest rail+against lash+out hit+back object+to side+with stand+by argue+for argue+against "
            + "take+aim approve+of disapprove+of call+out push+for speak+against vote+for vote+against campaign+for campaign+against fight+for rally+behind care+about complain+of back+away credit mind regret");
        Add(Urge, "QTOIA", "urge demand recommend propose insist+on request beg implore plead exhort instruct command direct encourage advise persuade convince press beseech counsel entreat");
        Add(Judge, "R", "attack slam blast assail hammer knock pummel rip bash pan savage hit");
        Add(Urge, "QTIA", "order");
        Add(Urge, "OI", "call+for call+on appeal+for appeal+to press+for lobby+for lobby advocate require encourage");
        Add(Desire, "IO", "want hope wish desire seek crave yearn+for long+for hope+for wish+for look+forward crave aspire+to strive+to opt+for choose");
        Add(Desire, "TBI", "hope wish");
        Add(Show, "TBW", "show suggest indicate demonstrate imply");
        Add(Show, "TW", "prove illustrate");
        Add(Show, "O", "list estimate reflect+on suggest imply");
        Add(Seem, "ITO", "seem appear");
        Add(Deny, "O", "debunk rubbish");
        Add(Deny, "C", "disprove discredit dispel quash scotch puncture shoot+down knock+down throw+out toss+out brush+aside wave+aside wave+away wave+off sweep+aside push+aside bat+away swat+away laugh+off play+down pooh-pooh");
        Add(Show, "T", "hear");
        Add(Say, "QO", "chant");
        Add(Say, "QTB", "insinuate posit persist hypothesize deduce infer pronounce reason preach lecture stipulate exclaim marvel riff rant");
        Add(Say, "TO", "express voice air offer promote herald publicize hype trumpet articulate convey communicate alert preface quote");
        Add(Believe, "O", "see+as view+as regard+as treat+as describe+as weigh ponder contemplate mull examine analyze assess judge deem");
        Add(Judge, "O", "trash vilify criticise lobby rail+against balk+at bristle+at scoff+at sneer+at laugh+at grapple+with struggle+with wrestle+with");
        Add(Believe, "TW", "hold see");
        Add(Show, "TBW", "find");
        Add(Say, "TO", "echo document list post portray pitch");
    }
}

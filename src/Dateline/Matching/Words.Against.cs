namespace Dateline.Matching;

// What cannot hold at once, or is not the same. Written by hand; the kinds are those of Cruse 1986, Lexical Semantics, chapters 9 to 11
// (complementaries, antonyms, reversives, converses), and Lyons 1977, Semantics, 9.1 to 9.4 (fields of incompatible words).
internal static partial class Words
{
    private const string Complementaries = """
        alive/die survive/die guilty/innocent convict/acquit sentence/acquit convict/clear sentence/clear charge/clear legal/illegal present/absent
        open/close open/shut open/seal open/block stay/leave remain/leave remain/quit stay/quit enter/leave arrive/leave arrive/depart win/lose beat/lose defeat/lose pass/fail succeed/fail
        accept/reject accept/refuse approve/reject approve/veto approve/block sign/veto pass/veto adopt/reject adopt/veto back/oppose support/oppose favour/oppose
        confirm/deny admit/deny support/reject allow/ban allow/forbid permit/ban permit/forbid obey/defy keep/abandon keep/scrap keep/drop hit/miss true/false
        male/female married/single military/civilian public/private foreign/domestic internal/external inside/outside indoors/outdoors
        """;

    private const string Antonyms = """
        good/bad strong/weak high/low large/small big/small rich/poor hot/cold warm/cold early/late fast/slow heavy/light old/new old/young long/short wide/narrow
        easy/difficult easy/hard cheap/expensive safe/dangerous hawkish/dovish major/minor maximum/minimum best/worst better/worse highest/lowest higher/lower stronger/weaker safer/riskier safe/unsafe safe/risky largest/smallest
        majority/minority surplus/deficit profit/loss gain/loss shortage/surplus success/failure victory/defeat optimistic/pessimistic calm/violent
        """;

    private const string Reversives = """
        rise/fall rise/drop rise/decline rise/sink grow/shrink increase/decrease increase/decline increase/reduce increase/fall increase/cut increase/drop raise/lower raise/cut
        raise/reduce double/halve expand/shrink expand/contract gain/lose climb/fall jump/fall soar/plunge surge/plunge surge/slump strengthen/weaken improve/worsen
        widen/narrow speed/slow accelerate/slow ease/tighten loosen/tighten tighten/relax begin/end start/end start/stop start/finish begin/stop launch/end launch/halt resume/suspend
        resume/halt continue/stop continue/end continue/suspend extend/end arrest/release detain/release jail/free jail/release imprison/release kidnap/free capture/release
        hire/fire hire/sack appoint/dismiss appoint/sack advance/retreat attack/defend build/demolish build/dismantle create/destroy join/leave join/quit lock/unlock
        impose/lift introduce/abolish tighten/lift ban/lift escalate/ease arm/disarm mobilise/demobilise uphold/overturn uphold/quash reinstate/dismiss ratify/repeal
        evacuate/return deploy/withdraw invade/withdraw upgrade/downgrade overestimate/underestimate encourage/discourage include/exclude import/export inflate/deflate
        praise/condemn praise/criticise love/hate bring/drop press/drop file/drop file/withdraw trust/distrust hide/reveal attract/repel cause/prevent boost/curb promote/demote add/remove land/crash
        """;

    // Verbs with particles (Quirk et al. 1985, 16.2 to 16.16), a plus between the two, which are opposites of one of the kinds above.
    private const string Phrasals = """
        accept/turn+down approve/turn+down back/turn+down grant/turn+down accept/throw+out approve/throw+out uphold/throw+out pass/vote+down approve/vote+down adopt/vote+down
        stay/step+down remain/step+down stay/stand+down remain/stand+down appoint/step+down hold/call+off continue/call+off launch/call+off go+ahead/call+off go+ahead/cancel go+ahead/postpone
        begin/break+off start/break+off resume/break+off continue/break+off enter/pull+out join/pull+out stay/pull+out remain/pull+out invade/pull+out advance/pull+back advance/fall+back
        hire/lay+off open/shut+down reopen/shut+down resume/shut+down start/shut+down open/close+down reopen/close+down build/tear+down build/pull+down build/knock+down keep/hand+over keep/give+up
        detain/let+go arrest/let+go hold/let+go keep/let+go jail/let+go lock+up/release lock+up/free take+off/land bring+forward/put+off bring+forward/postpone bring+forward/delay
        scale+up/scale+back scale+up/scale+down step+up/scale+back step+up/scale+down ramp+up/scale+back expand/scale+back speed+up/slow+down speed+up/slow accelerate/slow+down
        put+up/take+down put+up/tear+down let+in/keep+out admit/keep+out admit/turn+away let+in/turn+away
        """;

    private const string Converses = "buy/sell lend/borrow give/receive send/receive teach/learn employer/employee buyer/seller creditor/debtor creditor/borrower winner/loser victim/attacker plaintiff/defendant landlord/tenant";

    // Quirk et al. 1985, I.21: the negative prefixes, with words of news that take them.
    private const string NegativePrefixes = """
        un:safe lawful fair likely able armed happy stable successful aware certain clear known popular reliable constitutional willing employed harmed hurt injured changed affected verified confirmed founded acceptable expected
        in:effective accurate adequate complete correct dependent direct efficient eligible secure sufficient valid visible evitable capable consistent competent flexible formal
        im:possible probable perfect moral mature patient polite practical proper partial
        il:legal logical literate legitimate legible
        ir:regular relevant responsible reversible rational replaceable
        dis:agree approve appear connect honest loyal obey satisfied like prove trust qualify allow continue able similar
        non:violent nuclear toxic fatal lethal binding
        """;

    /// <summary>Pairs of which only one can hold of the same subject.</summary>
    public static readonly (string One, string Other)[] Opposites =
    [
        .. Pairs(Complementaries), .. Pairs(Antonyms), .. Pairs(Reversives), .. Pairs(Phrasals), .. Pairs(Converses),
        .. Lines(NegativePrefixes).SelectMany(line => line.Split(':') is [var prefix, var words] ? words.Split(' ').Select(w => (w, prefix + w)) : [])
    ];

    /// <summary>Fields of words that exclude each other: who is meant, where, or which.</summary>
    public static readonly string[][] Fields =
    [
        .. Lines("""
            north south east west northeast northwest southeast southwest
            northern southern eastern western
            man woman boy girl
            father mother brother sister son daughter husband wife uncle aunt nephew niece cousin grandfather grandmother
            king queen prince princess
            first second third fourth fifth sixth seventh eighth ninth tenth
            spring summer autumn winter
            morning afternoon evening night
            dawn noon midday dusk midnight
            daily weekly monthly quarterly yearly
            red orange yellow green blue white black
            """).Select(line => line.Split(' '))
    ];

    /// <summary>Function words that change what is said, each with the bit that stands for it; words of one bit say the same.</summary>
    public static readonly (string Words, int Bit)[] Marks =
    [
        ("most", 0), ("few", 1), ("many", 2), ("all every everybody everyone", 3), ("none", 4), ("some", 5), ("before", 6), ("after", 7), ("with", 8), ("without", 9), ("above", 10),
        ("below", 11), ("up", 12), ("down", 13), ("for", 14), ("against", 15), ("may might could", 16), ("must should", 17), ("more", 18), ("less fewer", 19), ("on", 20), ("off", 21), ("almost nearly virtually practically", 22),
        ("no nobody any anybody anyone", 23)
    ];

    /// <summary>Bits of <see cref="Marks"/> of which only one can hold.</summary>
    public static readonly (int One, int Other)[] OpposedMarks = [(0, 1), (1, 2), (1, 3), (3, 4), (0, 4), (6, 7), (8, 9), (10, 11), (12, 13), (14, 15), (18, 19), (20, 21)];

    /// <summary>Bits of <see cref="Marks"/> that do not say the same: other quantities (Quirk et al. 1985, 5.10 to 5.25).</summary>
    public static readonly (int One, int Other)[] OtherMarks = [(0, 3), (0, 5), (3, 5), (1, 5)];

    /// <summary>The bits of modals that leave open whether it is so (Palmer 2001): possibility and obligation.</summary>
    public const uint Modal = 1u << 16 | 1u << 17;

    /// <summary>The bits of the words by which a denial holds of everybody: "nobody", "no soldiers", "denied that anyone was hurt" (Quirk et al. 1985, 10.60 to 10.63).</summary>
    public const uint Nil = 1u << 23 | 1u << 4;

    /// <summary>The bit of the words by which a thing falls short of being so (approximators: Quirk et al. 1985, 8.111). What "narrowly" happens happens.</summary>
    public const uint Almost = 1u << 22;

    /// <summary>Verbs with which "on" and "off" are adverbs of state (Quirk et al. 1985, 16.2 to 16.7): those of switches, behind which an object may stand between, and those of being.</summary>
    public const string Switching = "switch turn power", Being = "be is are was were been being stay remain keep leave go back";

    /// <summary>Verbs whose subject, without an object, is what the verb happens to (Levin 1993, 1.1.2).</summary>
    public const string Alternating = "begin bleed blow break burn burst capsize change close collapse continue crash decrease derail dissolve double drop drown end expand explode flood freeze grow halt halve heal improve increase "
        + "melt merge move open recover reopen reunite resume ring roll shatter shrink shut sink slow spill split spread start stop strengthen tear tighten triple turn weaken widen worsen detonate ignite evacuate land launch";

    /// <summary>Verbs whose subject is always what the verb happens to (Levin 1993, 48.2).</summary>
    public const string Undergoing = "die perish succumb drown";

    /// <summary>Verbs that want an object (Quirk et al. 1985, 16.26): without one they are passives that leave out "was", as headlines do ("Two men arrested").</summary>
    public const string Wanting = "appoint arrest ban bury capture charge convict damage destroy detain discover elect find fine hold hospitalise hospitalize hurt injure jail kidnap kill name nominate oust release rescue rob sack seize "
        + "sentence stab suspend wound";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<(string, string)> Pairs(string text) =>
        text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('/') is [var one, var other] ? (one, other) : throw new FormatException(pair));
}

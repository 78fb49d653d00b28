using System.Collections.Frozen;

namespace Dateline.Matching;

/// <summary>Closed word lists. All are written by hand from the grammar of English (closed classes after Quirk et al. 1985), none from a corpus.</summary>
internal static class Words
{
    /// <summary>Function words: they carry grammar, not subject.</summary>
    public static readonly FrozenSet<string> Stop = Set("""
        a an the this that these those some any each every either neither both all another other such same own
        i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself
        they them their theirs themselves who whom whose which what where when why how whoever whatever
        am is are was were be been being do does did doing done have has had having will would shall should can could may might must
        and or but nor so yet if then than because while although though unless until whether as
        of in on at by for with about against between into through during before after above below to from up down out off over under
        again further once here there since within without upon among across along around toward towards per via onto
        not no never cannot dont doesnt didnt isnt wasnt wont cant
        just only also very too even still much many more most few less least lot quite rather ever already now
        one im ive youre theyre thats rt amp via
        say says said saying tell tells told according
        """);

    /// <summary>Words that make numbers of other numbers.</summary>
    public static int Zeros(ReadOnlySpan<char> word) => word switch
    {
        "thousand" or "k" => 3,
        "million" or "millions" or "m" or "mn" or "mln" => 6,
        "billion" or "billions" or "bn" or "bln" => 9,
        "trillion" or "trillions" or "tn" or "trn" => 12,
        _ => 0
    };

    /// <summary>Numbers that newsrooms spell out. "One" is left out: it is a pronoun more often than a number.</summary>
    public static readonly FrozenDictionary<string, string> Numbers = new Dictionary<string, string>
    {
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["ten"] = "10",
        ["eleven"] = "11",
        ["twelve"] = "12",
        ["thirteen"] = "13",
        ["fourteen"] = "14",
        ["fifteen"] = "15",
        ["sixteen"] = "16",
        ["seventeen"] = "17",
        ["eighteen"] = "18",
        ["nineteen"] = "19",
        ["twenty"] = "20",
        ["thirty"] = "30",
        ["forty"] = "40",
        ["fifty"] = "50",
        ["sixty"] = "60",
        ["seventy"] = "70",
        ["eighty"] = "80",
        ["ninety"] = "90"
    }.ToFrozenDictionary();

    /// <summary>Short forms that stand for one word in news English, and everyday words for kin.</summary>
    public static readonly FrozenDictionary<string, string> Same = new Dictionary<string, string>
    {
        ["potus"] = "president",
        ["flotus"] = "lady",
        ["scotus"] = "supreme",
        ["gop"] = "republican",
        ["dem"] = "democrat",
        ["dems"] = "democrat",
        ["democratic"] = "democrat",
        ["repub"] = "republican",
        ["repubs"] = "republican",
        ["govt"] = "government",
        ["gov"] = "governor",
        ["sen"] = "senator",
        ["rep"] = "representative",
        ["pres"] = "president",
        ["pm"] = "minister",
        ["mom"] = "mother",
        ["mum"] = "mother",
        ["dad"] = "father",
        ["kid"] = "child",
        ["kids"] = "child",
        ["children"] = "child",
        ["men"] = "man",
        ["women"] = "woman",
        ["cop"] = "police",
        ["cops"] = "police",
        ["pic"] = "photograph",
        ["pics"] = "photograph",
        ["photo"] = "photograph",
        ["photos"] = "photograph",
        ["picture"] = "photograph",
        ["pictures"] = "photograph",
        ["tv"] = "television",
        ["percent"] = "percent",
        ["pct"] = "percent",
        ["usa"] = "u.s",
        ["american"] = "america",
        ["americans"] = "america",
        ["british"] = "britain",
        ["uk"] = "u.k",
        ["russian"] = "russia",
        ["russians"] = "russia",
        ["iranian"] = "iran",
        ["iranians"] = "iran",
        ["israeli"] = "israel",
        ["israelis"] = "israel",
        ["chinese"] = "china",
        ["ukrainian"] = "ukraine",
        ["ukrainians"] = "ukraine",
        ["french"] = "france",
        ["german"] = "germany",
        ["germans"] = "germany",
        ["syrian"] = "syria",
        ["iraqi"] = "iraq",
        ["mexican"] = "mexico",
        ["canadian"] = "canada",
        ["japanese"] = "japan",
        ["indian"] = "india",
        ["korean"] = "korea",
        ["muslim"] = "islam",
        ["muslims"] = "islam",
        ["islamic"] = "islam",
        ["killed"] = "kill",
        ["died"] = "die",
        ["dead"] = "die",
        ["death"] = "die",
        ["deaths"] = "die",
        ["dies"] = "die",
        ["bought"] = "buy",
        ["sold"] = "sell",
        ["won"] = "win",
        ["lost"] = "lose",
        ["paid"] = "pay",
        ["gave"] = "give",
        ["given"] = "give",
        ["took"] = "take",
        ["taken"] = "take",
        ["went"] = "go",
        ["gone"] = "go",
        ["made"] = "make",
        ["left"] = "leave",
        ["held"] = "hold",
        ["fell"] = "fall",
        ["fallen"] = "fall",
        ["rose"] = "rise",
        ["risen"] = "rise",
        ["shot"] = "shoot",
        ["struck"] = "strike",
        ["found"] = "find",
        ["sent"] = "send",
        ["met"] = "meet",
        ["ran"] = "run",
        ["wrote"] = "write",
        ["written"] = "write",
        ["spoke"] = "speak",
        ["spoken"] = "speak",
        ["broke"] = "break",
        ["broken"] = "break",
        ["stole"] = "steal",
        ["stolen"] = "steal",
        ["caught"] = "catch",
        ["fought"] = "fight",
        ["began"] = "begin",
        ["begun"] = "begin",
        ["became"] = "become",
        ["came"] = "come",
        ["got"] = "get",
        ["knew"] = "know",
        ["known"] = "know",
        ["saw"] = "see",
        ["seen"] = "see",
        ["thought"] = "think",
        ["kept"] = "keep",
        ["spent"] = "spend",
        ["built"] = "build",
        ["flew"] = "fly",
        ["hid"] = "hide",
        ["hidden"] = "hide",
        ["chose"] = "choose",
        ["chosen"] = "choose",
        ["drove"] = "drive",
        ["driven"] = "drive",
        ["threw"] = "throw",
        ["thrown"] = "throw",
        ["led"] = "lead"
    }.ToFrozenDictionary();

    /// <summary>Pairs of which only one can hold of the same subject.</summary>
    public static readonly (string One, string Other)[] Opposites =
    [
        ("rise", "fall"), ("increase", "decrease"), ("increase", "decline"), ("win", "lose"), ("alive", "die"), ("guilty", "innocent"),
        ("open", "close"), ("accept", "reject"), ("approve", "reject"), ("support", "oppose"), ("confirm", "deny"), ("succeed", "fail"),
        ("arrest", "release"), ("enter", "leave"), ("begin", "end"), ("legal", "illegal"), ("safe", "unsafe"), ("convict", "acquit"),
        ("lawful", "unlawful"), ("present", "absent"), ("raise", "lower"), ("raise", "cut"), ("resume", "suspend"), ("advance", "retreat")
    ];

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet();
}

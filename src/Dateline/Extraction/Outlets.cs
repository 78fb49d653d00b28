using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// Agencies, newspapers and broadcasters of the world whose names hold no word that shows what they are ("Haaretz", "Le Monde"): each country's agency and public broadcaster and its
/// papers of record and of wide circulation, written by hand. What is not listed is told by its form (<see cref="Media"/>).
/// </summary>
internal static class Outlets
{
    private const int LongestName = 32;
    private const int MostWords = 4;

    // A name with "the" is one only with it and in capitals: "the hill", "an economist".
    private const string Names = "reuters|agence france-presse|associated press|afp|upi|dpa|deutsche presse-agentur|ansa|efe|europa press|lusa|belga|anp|ntb|ritzau|stt|bns|leta|elta|baltic news service|ctk|tasr|mti|bta|agerpres|tanjug|fena|anadolu|"
        + "anadolu agency|interfax|interfax-ukraine|ukrinform|unian|tass|itar-tass|ria novosti|rossiya segodnya|belta|kazinform|armenpress|azertac|irna|isna|tasnim|fars|mehr|press tv|wafa|qna|al-ahram|al ahram|xinhua|"
        + "china daily|global times|cctv|cgtn|people's daily|caixin|kyodo|jiji|nhk|nikkei|nikkei asia|asahi shimbun|mainichi shimbun|yomiuri shimbun|asahi|mainichi|yomiuri|yonhap|kcna|chosun ilbo|joongang ilbo|hankyoreh|pti|"
        + "press trust of india|ndtv|geo tv|antara|bernama|kompas|rappler|abs-cbn|vnexpress|tuoi tre|rnz|le monde|le figaro|libération|les echos|le parisien|mediapart|ouest-france|bfmtv|bfm tv|france info|franceinfo|france 24|"
        + "rfi|tf1|l'équipe|le point|l'express|le canard enchaîné|der spiegel|spiegel|die zeit|die welt|bild|süddeutsche zeitung|frankfurter allgemeine zeitung|frankfurter allgemeine|faz|handelsblatt|tagesspiegel|taz|ard|zdf|"
        + "deutsche welle|dw|tagesschau|der standard|die presse|orf|neue zürcher zeitung|nzz|srf|swissinfo|le temps|el país|el pais|el mundo|la vanguardia|la razón|rtve|rtp|la repubblica|corriere della sera|la stampa|"
        + "il sole 24 ore|il foglio|de standaard|le soir|vrt|rtbf|nrc handelsblad|de volkskrant|de telegraaf|rtl|aftenposten|nrk|vg|dagbladet|dagens nyheter|svenska dagbladet|aftonbladet|expressen|svt|politiken|berlingske|"
        + "jyllands-posten|helsingin sanomat|yle|rúv|rté|gazeta wyborcza|rzeczpospolita|tvn|polsat|meduza|kommersant|vedomosti|izvestia|novaya gazeta|ukrainska pravda|rbc|russia today|delfi|postimees|lrt|kathimerini|hürriyet|"
        + "cumhuriyet|sabah|haaretz|ynet|maariv|yedioth ahronoth|israel hayom|channel 12|al jazeera|al-jazeera|al arabiya|al-arabiya|al mayadeen|al-manar|al manar|asharq al-awsat|al hayat|an-nahar|o globo|folha de s.paulo|"
        + "folha de são paulo|estadão|uol|clarín|clarin|la nación|la nacion|infobae|télam|telam|el universal|notimex|el tiempo|el comercio|el mercurio|la tercera|granma|prensa latina|telesur|daily maverick|news24|sabc|"
        + "premium times|itv|channel 4|bellingcat|propublica|axios|politico|semafor|buzzfeed|huffpost|newsweek|barron's|marketwatch|usa today|newsmax|breitbart|fox business|cnbc|pbs|mother jones|the hill|the intercept|"
        + "the economist|the atlantic|the nation|the independent|the sun|the mirror|the scotsman|the spectator|the new yorker|the verge|the daily beast|the globe and mail|the age|the australian|the hindu|the indian express|"
        + "the national|the east african|the irish independent|the irish examiner|the boston globe|the philadelphia inquirer|the miami herald|the dallas morning news|the baltimore sun|the plain dealer|the oregonian|"
        + "the arizona republic|daily mail|daily mirror|business insider|the straits times|south china morning post|scmp|sky news|fox news|the ap";

    private static readonly FrozenSet<string> known = Names.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> kinds = "newspaper magazine daily weekly website site portal agency channel broadcaster service tv news".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The name in which a phrase ends, or null: "Le Monde", "the Israeli daily Haaretz", "Japan's Kyodo news agency"; none in "the Le Monde building", nor in "an economist".
    /// </summary>
    internal static string? Name(ReadOnlySpan<char> phrase)
    {
        phrase = phrase.Trim();
        if (phrase.EndsWith("'s") || phrase.EndsWith("’s")) phrase = phrase[..^2];
        while (phrase.LastIndexOf(' ') is > 0 and var gap && kinds.GetAlternateLookup<ReadOnlySpan<char>>().Contains(phrase[(gap + 1)..]))
        {
            if (Ends(phrase) is { } name) return name;
            phrase = phrase[..gap].TrimEnd();
        }
        return Ends(phrase);
    }

    private static string? Ends(ReadOnlySpan<char> phrase)
    {
        Span<char> withArticle = stackalloc char[LongestName];
        "the ".CopyTo(withArticle);
        var names = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = phrase.Length;
        for (var words = 0; words < MostWords && start > 0; words++)
        {
            start = phrase[..start].TrimEnd().LastIndexOf(' ') + 1;
            var one = phrase[start..];
            if (one.Length + 4 > LongestName) return null;
            // An agency may write itself small; other names are known by their capital.
            if (!char.IsUpper(one[0]) && one is not ("dpa" or "anp" or "taz")) continue;
            if (names.TryGetValue(one, out var name)) return name;
            if (start < 4 || !phrase[..(start - 1)].EndsWith("the", StringComparison.OrdinalIgnoreCase) || start > 4 && phrase[start - 5] != ' ') continue;
            one.CopyTo(withArticle[4..]);
            if (names.TryGetValue(withArticle[..(one.Length + 4)], out name)) return name;
        }
        return null;
    }
}

using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// The dateline of a report: "PARIS (AP) — ", "WASHINGTON, March 3 (Reuters) - ", "Oslo (NTB) — " (place, date and agency before a dash; AP Stylebook, "datelines").
/// </summary>
internal static class Datelines
{
    private const int Longest = 14;

    // Before a colon ("ISLAMABAD: The …") capitals may be a speaker's: cities that stand alone in datelines (AP Stylebook), and those of the papers that write them so.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> cities = WordSet.Of("ATLANTA|BALTIMORE|BOSTON|CHICAGO|DALLAS|DENVER|DETROIT|HOUSTON|LAS VEGAS|LOS ANGELES|MIAMI|NEW YORK|PHILADELPHIA|PHOENIX|SAN FRANCISCO|SEATTLE|WASHINGTON|AMSTERDAM|ATHENS|BAGHDAD|BANGKOK|BEIJING|BEIRUT|BERLIN|"
        + "BRUSSELS|CAIRO|DUBLIN|GENEVA|GIBRALTAR|HANOI|HAVANA|HONG KONG|ISTANBUL|JERUSALEM|JOHANNESBURG|KYIV|KIEV|LONDON|MACAU|MADRID|MEXICO CITY|MILAN|MONTREAL|MOSCOW|MUNICH|PARIS|PRAGUE|RIO DE JANEIRO|ROME|SAO PAULO|SHANGHAI|SINGAPORE|STOCKHOLM|SYDNEY|TOKYO|TORONTO|"
        + "VIENNA|ZURICH|NEW DELHI|MUMBAI|KOLKATA|CHENNAI|BENGALURU|BANGALORE|HYDERABAD|PUNE|AHMEDABAD|LUCKNOW|JAIPUR|SRINAGAR|ISLAMABAD|KARACHI|LAHORE|PESHAWAR|QUETTA|RAWALPINDI|KABUL|DHAKA|KATHMANDU|COLOMBO|YANGON|KUALA LUMPUR|PUTRAJAYA|JAKARTA|MANILA|TAIPEI|"
        + "SEOUL|TEHRAN|RIYADH|JEDDAH|DUBAI|ABU DHABI|DOHA|KUWAIT CITY|MUSCAT|AMMAN|DAMASCUS|SANAA|RAMALLAH|GAZA|GAZA CITY|TRIPOLI|TUNIS|ALGIERS|RABAT|KHARTOUM|NAIROBI|LAGOS|ABUJA|ACCRA|HARARE|KAMPALA|OTTAWA|CANBERRA|MELBOURNE", '|', StringComparer.Ordinal);

    /// <summary>How many items the dateline at the beginning of a paragraph takes, its dash included; 0 where there is none.</summary>
    internal static int Length(Passage p)
    {
        var agency = false;
        for (var i = 0; i < p.Items.Count && i < Longest; i++)
        {
            var item = p[i];
            if (item.Kind == Kind.Colon) return i is > 0 and < 4 && cities.Contains(p.Text.AsSpan(p[0].Start, item.Start - p[0].Start)) ? i + 1 : 0;
            if (item.Kind == Kind.Dash) return i > 0 && (agency || Capitals(p, p[0])) ? i + 1 : 0;
            if (item.Kind == Kind.Open)
            {
                var close = i + 1;
                while (close < p.Items.Count && close < i + 6 && p[close].Kind != Kind.Close) close++;
                if (p[close].Kind != Kind.Close || !p[i + 1].Capital) return 0;
                agency = true;
                if (i <= 2 && p[close].End < p.Text.Length && Capitals(p, p[i + 1]) && p[close + 1].Kind != Kind.Dash && (i == 0 || !p.Verb(close + 1)) && close == i + 2 && p[close + 1].Capital) return close + 1;
                i = close;
            }
            else if (!(item.IsWord && item.Capital || item.Kind is Kind.Number or Kind.Comma or Kind.Stop || item.Kind == Kind.Symbol && p.Text[item.Start] == '/')) return 0;
        }
        return 0;
    }

    private static bool Capitals(Passage p, Item item)
    {
        var letters = 0;
        for (var i = item.Start; i < item.End; i++)
        {
            if (char.IsLower(p.Text[i])) return false;
            if (char.IsUpper(p.Text[i])) letters++;
        }
        return letters >= 2;
    }
}

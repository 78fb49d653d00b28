using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Words that names of bodies end in, and bodies and states that speak for themselves: neither persons nor media.</summary>
internal static class Bodies
{
    private static readonly FrozenSet<string> heads = Set("house party nations union bank ministry court university council company corp inc ltd group committee commission department office agency police army government association institute center centre "
        + "times post journal news street road river city county state states kingdom republic islands league club united college school hospital church board authority service navy force forces guard parliament congress senate cup prize act bill");

    // States by their short names (ISO 3166-1), of one word, and bodies that are known by one.
    private static readonly FrozenSet<string> known = Set("afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil brunei bulgaria burundi cambodia "
        + "cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana "
        + "haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia "
        + "maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland "
        + "portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey türkiye turkmenistan tuvalu uganda ukraine "
        + "uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe britain england scotland wales america europe "
        + "usa us uk uae nasa nato who un unicef unesco unhcr iaea imf opec oecd eu ecb esa faa fda fbi cia cdc nsa interpol europol eurostat usgs fifa uefa hamas hezbollah taliban pentagon kremlin treasury cross crescent fund organization organisation programme program fed");

    /// <summary>Whether a word shows that what ends in it is a body.</summary>
    internal static bool Ends(ReadOnlySpan<char> word) => heads.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a word in a name shows a body or a state that reports what it does or saw itself.</summary>
    internal static bool Speaks(ReadOnlySpan<char> word) => Ends(word) || known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

using System.Collections.Frozen;

namespace Dateline.Matching;

// British and American spelling come to one form (the rules: Peters 2004, The Cambridge Guide to English Usage).
internal static partial class Terms
{
    private const int ShortestIze = 7;

    private static readonly string[] ours = [.. "colour favour honour labour harbour neighbour rumour behaviour humour armour endeavour flavour saviour savour rigour tumour vapour vigour odour candour clamour demeanour fervour rancour splendour valour parlour".Split(' ')];

    private static readonly FrozenDictionary<string, string> spellings = ("centre=center centres=center centred=center theatre=theater theatres=theater fibre=fiber fibres=fiber litre=liter litres=liter metre=meter metres=meter kilometre=kilometer kilometres=kilometer calibre=caliber "
        + "defence=defense defences=defense offence=offense offences=offense licence=license licences=license pretence=pretense programme=program programmes=program jewellery=jewelry grey=gray sceptic=skeptic sceptics=skeptic sceptical=skeptical ageing=aging "
        + "judgement=judgment judgements=judgment manoeuvre=maneuver manoeuvres=maneuver aeroplane=airplane aeroplanes=airplane okay=ok website=site websites=site added=add adding=add drunken=drink")
        .Split(' ').Select(p => p.Split('=')).ToFrozenDictionary(p => p[0], p => p[1]);

    // The new length of the word, which is rewritten in place.
    private static int Spelled(Span<char> word, int n)
    {
        if (n < 4) return n;
        if (spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word[..n], out var other))
        {
            other.CopyTo(word);
            return other.Length;
        }
        if (word[..n].IndexOf("our") is >= 2 and var at)
            foreach (var stem in ours)
                if (word[..n].StartsWith(stem))
                {
                    word[(at + 2)..n].CopyTo(word[(at + 1)..]);
                    return n - 1;
                }
        // "-ize" and "-yze" to "-ise" and "-yse": the other way round would take "advertise" and "exercise" along.
        if (n >= ShortestIze && word[..n].LastIndexOf('z') is >= 3 and var z && z >= n - 6 && word[z - 1] is 'i' or 'y' && word[(z + 1)..n] is "e" or "ed" or "es" or "ing" or "er" or "ers" or "ation" or "ations") word[z] = 's';
        // "Travelled", "labelling": behind a first syllable the l is written once.
        if (n > 6 && (word[..n].EndsWith("elled") || word[..n].EndsWith("elling")) && word[..n].LastIndexOf("ell") is var l && word[..l].IndexOfAny("aeio") >= 0)
        {
            word[(l + 3)..n].CopyTo(word[(l + 2)..]);
            return n - 1;
        }
        return n;
    }
}

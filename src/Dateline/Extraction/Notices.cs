namespace Dateline.Extraction;

/// <summary>The newsroom's words about its own work, told by how a sentence ends or by what a medium asks for: who helped to report, where the page goes on, of whom comment was sought (AP Stylebook, "bylines").</summary>
internal static class Notices
{
    private const int Longest = 300;

    private static readonly string[] endings = ["contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting", "contributed to the reporting", "contributed research", "continues below", "continues below advertisement", "continues after advertisement", "continues after the ad", "continues below the ad"];

    private static readonly string[] subjects = ["article", "story", "report", "piece", "page", "post", "headline", "video", "audio", "live blog", "copy"];
    private static readonly string[] treatments = ["amended", "corrected", "updated", "edited", "changed", "clarified", "revised", "first published", "originally published", "republished"];
    private static readonly string[] staff = ["reporter", "reporters", "writer", "writers", "correspondent", "correspondents", "journalist", "journalists", "staff"];
    private static readonly string[] approaches = ["has approached ", "have approached ", "has contacted ", "have contacted ", "contacted ", "approached ", "has reached out to ", "have reached out to ", "reached out to ", "has asked ", "have asked ", "asked "];

    /// <summary>Whether a sentence is such a notice.</summary>
    internal static bool Is(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length > Longest) return false;
        var words = sentence.Trim("*_>• ").TrimEnd("*_.) ");
        if (Treated(words)) return true;
        // A notice that ends a paragraph of the report is told as a sentence.
        if (words.Contains(". ", StringComparison.Ordinal)) return false;
        foreach (var ending in endings)
            if (words.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return Helped(words) || Asks(words);
    }

    private static readonly string[] labels = ["correction:", "corrections:", "clarification:", "correction -", "correction —", "editor's note:", "editor’s note:", "note:"];
    private static readonly string[] versions = ["an earlier version of ", "a previous version of ", "earlier versions of ", "previous versions of ", "an earlier headline", "the original version of ", "the headline of an earlier version", "the headline on an earlier version", "an earlier headline on "];
    private static readonly string[] formerly = [" originally ", " previously ", " earlier ", " incorrectly ", " wrongly ", " mistakenly ", " misstated ", " misidentified ", " misspelled "];
    private static readonly string[] spoken = ["stated", "said", "reported", "misstated", "gave", "named", "identified", "misidentified", "misspelled", "wrote", "described"];

    /// <summary>Whether a sentence tells what the publisher said before and takes back: nobody says it any more.</summary>
    internal static bool Corrects(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length > Longest) return false;
        var words = sentence.Trim("*_>• ");
        foreach (var label in labels)
            if (words.StartsWith(label, StringComparison.OrdinalIgnoreCase)) words = words[label.Length..].TrimStart();
        foreach (var version in versions)
            if (words.StartsWith(version, StringComparison.OrdinalIgnoreCase)) return true;
        if (words.StartsWith("we ", StringComparison.OrdinalIgnoreCase)) return Formerly(words[2..]) && !words[..Math.Min(words.Length, 24)].Contains(" said", StringComparison.Ordinal);
        foreach (var opening in (ReadOnlySpan<string>)["this ", "the ", "our "])
            foreach (var subject in subjects)
                if (words.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && words[opening.Length..].StartsWith(subject, StringComparison.OrdinalIgnoreCase) && (opening != "the " || subject is "article" or "headline") && Formerly(words[(opening.Length + subject.Length)..])) return true;
        return false;
    }

    private static bool Formerly(ReadOnlySpan<char> rest)
    {
        foreach (var adverb in formerly)
            if (rest.StartsWith(adverb, StringComparison.OrdinalIgnoreCase))
            {
                if (adverb.StartsWith(" miss", StringComparison.Ordinal) || adverb is " misidentified ") return true;
                foreach (var verb in spoken)
                    if (rest[adverb.Length..].StartsWith(verb, StringComparison.OrdinalIgnoreCase)) return true;
            }
        return false;
    }

    // "This article was amended on 5 March 2026 because …"
    private static bool Treated(ReadOnlySpan<char> words)
    {
        if (!words.StartsWith("this ", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var subject in subjects)
        {
            if (!words[5..].StartsWith(subject, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = words[(5 + subject.Length)..];
            foreach (var opening in (ReadOnlySpan<string>)[" was ", " has been ", " has since been "])
                if (rest.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                    foreach (var treatment in treatments)
                        if (rest[opening.Length..].StartsWith(treatment, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    // "AP reporter Ann Reed contributed from Dubai"
    private static bool Helped(ReadOnlySpan<char> words)
    {
        var at = words.IndexOf(" contributed from ", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        foreach (var range in words[..at].Split(' '))
            foreach (var one in staff)
                if (words[range].Trim(",").Equals(one, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "CNN has reached out to the White House for comment"
    private static bool Asks(ReadOnlySpan<char> words)
    {
        if (!words.EndsWith(" for comment", StringComparison.OrdinalIgnoreCase) && !words.EndsWith(" for a comment", StringComparison.OrdinalIgnoreCase) && !words.EndsWith(" for further comment", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var approach in approaches)
            if (words.IndexOf(approach, StringComparison.Ordinal) is > 1 and var at && words[at - 1] == ' ') return words[..at].Trim() is "We" or "we" || Media.Names(words[..at].Trim());
        return false;
    }
}

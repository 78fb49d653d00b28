using Dateline.Claims;

namespace Dateline.Extraction;
/// <summary>A revision to be read.</summary>
public sealed record ExtractionInput(string DocumentId, int Revision, string? Title, string Text, string? Language, DateTimeOffset? PublishedAt, string? Outlet);
/// <summary>What was found, or why nothing could be.</summary>
public sealed record Extraction(IReadOnlyList<Mention> Mentions, string? NotSupported);
/// <summary>Reads claims out of a text.</summary>
public static class Extractor
{
    /// <summary>Its name and version.</summary>
    public const string Name = "rules@0";
    /// <summary>The mentions of a text: its longer sentences.</summary>
    public static Extraction Extract(ExtractionInput input)
    {
        var list = new List<Mention>(); var start = 0; var t = input.Text;
        for (var i = 0; i < t.Length; i++)
        {
            if (t[i] is '.' or '\n' && i > start)
            {
                while (start < i && char.IsWhiteSpace(t[start])) start++;
                var s = t.IndexOf(" said", start, i - start, StringComparison.Ordinal);
                if (i - start > 30) list.Add(new Mention { Id = $"{input.DocumentId}/{input.Revision}#{list.Count + 1}", Content = new(start, i, t[start..i]), Cue = s > 0 ? new(s + 1, s + 5, "said") : null, Certainty = Certainty.Certain, Worth = 600 });
                start = i + 1;
            }
        }
        return new(list, null);
    }
}

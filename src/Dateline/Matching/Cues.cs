using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Matching;

/// <summary>What a mention's cue adds to what it says.</summary>
internal static class Cues
{
    private const int LongestCue = 12;

    /// <summary>
    /// The verb of the cue where what it governs is no clause ("recalled | the buses", "considered | ending the strike"); 0 where it is one, or the cue only says.
    /// </summary>
    public static int Act(Mention mention, string text, ReadOnlySpan<Term> terms, int verb)
    {
        if (mention.Cue is not { } cue || terms.Length == 0 || text.AsSpan().TrimStart() is ['"' or '“' or '‘' or '\'' or '«', ..]) return 0;
        var first = text.AsSpan(terms[0].Start, terms[0].End - terms[0].Start);
        var open = mention.More.Any(static m => m.Text.StartsWith("to ", StringComparison.Ordinal)) || first.Equals("to", StringComparison.OrdinalIgnoreCase) || first.Length > 4 && first.EndsWith("ing", StringComparison.Ordinal);
        if (verb >= 0 && !open) return 0;
        var words = Terms.Read(cue.Text, LongestCue);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (words[i].Is(TermKinds.Stop)) continue;
            if (first.Equals("that", StringComparison.OrdinalIgnoreCase) && Says(cue.Text.AsSpan(words[i].Start, words[i].End - words[i].Start))) return 0;
            var particle = i + 1 < words.Count ? cue.Text.AsSpan(words[i + 1].Start, words[i + 1].End - words[i + 1].Start) : first;
            return Alikeness.WithParticle(words[i].Id, particle);
        }
        return 0;
    }

    // "Lamented | that a riot followed": a verb of speech with its clause is no deed.
    private static bool Says(ReadOnlySpan<char> verb) => Lexicon.Find(verb).Uses is { } uses && uses.Exists(static u => u.Sense is Sense.Say or Sense.Show or Sense.Believe && u.Particle is null && u.Takes.HasFlag(Takes.That));
}

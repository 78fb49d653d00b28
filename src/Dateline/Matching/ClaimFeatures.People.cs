using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Matching;

// Who speaks, and whom pronouns mean.
internal sealed partial class ClaimFeatures
{
    // Pronouns that stand for no thing of their own; who is meant, the number or the polarity says.
    private static readonly int[] indefinite = [.. Terms.IdsOf("nobody anybody anyone everybody everyone none").Order()];

    private static readonly int[] people = Terms.IdsOf("people person");

    // The only word but for those that mean anybody; 0 where there are more.
    private static int Alone(int[] sorted)
    {
        var found = 0;
        foreach (var term in sorted)
        {
            if (Array.IndexOf(people, term) >= 0) continue;
            if (found != 0) return 0;
            found = term;
        }
        return found;
    }

    private static bool Own(ReadOnlySpan<char> word) =>
        word.Equals("i", StringComparison.OrdinalIgnoreCase) || word.Equals("we", StringComparison.OrdinalIgnoreCase)
        || word.Equals("our", StringComparison.OrdinalIgnoreCase) || word.Equals("my", StringComparison.OrdinalIgnoreCase)
        || word.Equals("us", StringComparison.OrdinalIgnoreCase) || word.Equals("me", StringComparison.OrdinalIgnoreCase);

    // A word that opens a sentence may be a name where it is no common word and no plural: "Vogel resigned", not "Houses collapsed".
    private static bool MayName(ReadOnlySpan<char> word) =>
        word.Length > 1 && char.IsUpper(word[0]) && (word[^1] is not ('s' or 'S') || word.Length > 2 && word[^2] is '\'' or '’') && Lexicon.Find(word) == Word.Unknown;

    private static bool Open(ReadOnlySpan<char> word)
    {
        if (word.Length > 5) return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return lower is "he" or "she" or "they" or "it" or "this" or "that" or "these" or "those" or "his" or "her" or "their" or "its";
    }

    // The last word of the name as given in full: "Marco Rubio" and "Rubio" are one speaker. 0 when nobody is named.
    private static int SpeakerOf(Mention mention)
    {
        var name = mention.SpeakerName ?? mention.Speaker?.Text;
        if (name is null) return 0;
        var words = Terms.Read(name, 20);
        int telling = 0, named = 0, opens = 0, last = 0;
        foreach (var word in words)
        {
            if (word.Is(TermKinds.Name)) named = word.Id;
            if (word.Is(TermKinds.Stop)) continue;
            telling++;
            last = word.Id;
            if (word.Is(TermKinds.Opens)) opens = word.Id;
        }
        // "He", "they": whom it stands for is not known.
        if (telling == 0) return 0;
        return named != 0 ? named : telling == 1 && opens != 0 ? opens : last;
    }
}

using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>
/// The subject that a mention leaves out since it is the speaker: "denied | meeting the spy" says of whoever denies it that they met the spy (subject control: Quirk et al. 1985,
/// 16.38 to 16.40). Such a mention is read as the clause that it stands for.
/// </summary>
internal static class Understood
{
    private const int LongestCue = 12, LongestSubject = 80, ShortestIng = 5;

    // Verbs behind which an "-ing" form is what the subject did or did not do.
    private static readonly int[] verbs = Terms.IdsOf("deny admit acknowledge confess concede remember recall regret");

    /// <summary>The mention with the subject and the tense that are understood in it; itself where it has both.</summary>
    public static Mention In(Mention mention)
    {
        if (mention is not { Speaker: { } speaker, Cue: { } cue } || mention.Content.Text is not [>= 'a' and <= 'z', ..] words) return mention;
        var space = words.IndexOf(' ');
        var form = space < 0 ? words : words[..space];
        if (form.Length < ShortestIng || !form.EndsWith("ing", StringComparison.Ordinal) || !Controls(cue.Text)) return mention;
        var subject = mention.SpeakerName ?? speaker.Text;
        if (subject.Length > LongestSubject) return mention;
        // "Having met": had met; "being paid": was paid; "meeting": was meeting.
        var verb = form switch { "having" => "had", "being" => "was", _ => "was " + form };
        var text = $"{subject} {verb}{words[form.Length..]}";
        return mention with { Content = new(mention.Content.End - text.Length, mention.Content.End, text), Cue = null };
    }

    private static bool Controls(string cue)
    {
        var terms = Terms.Read(cue, LongestCue);
        for (var i = terms.Count - 1; i >= 0; i--)
            if (!terms[i].Is(TermKinds.Stop)) return Array.IndexOf(verbs, terms[i].Id) >= 0;
        return false;
    }
}

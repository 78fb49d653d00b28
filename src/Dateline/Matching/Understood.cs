using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>
/// The subject that a mention leaves out since it is the speaker: "denied | meeting the spy" says of whoever denies it that they met the spy (subject control: Quirk et al. 1985,
/// 16.38 to 16.40), and "promised | to resign" that they will resign. Such a mention is read as the clause that it stands for.
/// </summary>
internal static class Understood
{
    private const int LongestCue = 12, LongestSubject = 80, ShortestIng = 5;

    // Verbs behind which an "-ing" form is what the subject did or did not do.
    private static readonly int[] verbs = Terms.IdsOf("deny admit acknowledge confess concede remember recall regret");

    // Verbs and nouns behind which "to" and what follows is what the speaker will do (commissives: Searle 1976).
    private static readonly int[] commissives = Terms.IdsOf("promise pledge vow swear undertake commit guarantee threaten agree offer volunteer threat commitment");

    /// <summary>The mention with the subject and the tense that are understood in it; itself where it has both.</summary>
    public static Mention In(Mention mention)
    {
        if (mention is not { Speaker: { } speaker, Cue: { } cue } || mention.Content.Text is not [>= 'a' and <= 'z', ..] words) return mention;
        var space = words.IndexOf(' ');
        var form = space < 0 ? words : words[..space];
        if (form is "to" || words.StartsWith("not to ", StringComparison.Ordinal)) return Promised(mention, speaker, cue);
        if (form.Length < ShortestIng || !form.EndsWith("ing", StringComparison.Ordinal) || !Controls(cue.Text, verbs)) return mention;
        var subject = mention.SpeakerName ?? speaker.Text;
        if (subject.Length > LongestSubject) return mention;
        // "Having met": had met; "being paid": was paid; "meeting": was meeting.
        var verb = form switch { "having" => "had", "being" => "was", _ => "was " + form };
        var text = $"{subject} {verb}{words[form.Length..]}";
        return mention with { Content = new(mention.Content.End - text.Length, mention.Content.End, text), Cue = null };
    }

    // "To resign": will resign; "not to resign": will not resign.
    private static Mention Promised(Mention mention, Span speaker, Span cue)
    {
        var subject = mention.SpeakerName ?? speaker.Text;
        if (mention.Mode is not (Mode.Promise or Mode.Prediction) || subject.Length > LongestSubject || !Controls(cue.Text, commissives)) return mention;
        var words = mention.Content.Text;
        var text = words[0] == 't' ? $"{subject} will{words[2..]}" : $"{subject} will not{words[6..]}";
        return mention with { Content = new(mention.Content.End - text.Length, mention.Content.End, text), Cue = null };
    }

    private static bool Controls(string cue, int[] verbs)
    {
        var terms = Terms.Read(cue, LongestCue);
        for (var i = terms.Count - 1; i >= 0; i--)
            if (!terms[i].Is(TermKinds.Stop)) return Array.IndexOf(verbs, terms[i].Id) >= 0;
        return false;
    }
}

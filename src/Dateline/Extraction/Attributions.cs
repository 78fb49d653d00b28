namespace Dateline.Extraction;

/// <summary>Finds attributions sentence by sentence: source, cue and content in every order.</summary>
internal sealed class Attributions(Reading r)
{
    private const int Most = 400;
    private const int LongestSentence = 400;

    private readonly List<Found> all = [];
    private Range lastSubject;
    private int floor;
    private int content;
    private int opening;
    private Found? quoted;

    public List<Found> Find()
    {
        for (var n = 0; n < r.Sentences.Count && all.Count < Most; n++)
        {
            var s = r.Sentences[n];
            if (n == 0 || r.Sentences[n - 1].Paragraph != s.Paragraph && !Runs(s)) quoted = null;
            if (Continued(s)) continue;
            Read(s, n);
        }
        return all;
    }

    // A quotation that the paragraph before left open runs on in this one.
    private bool Runs(Sentence s) => quoted is not null && r.Tokens[s.Start].Quote >= 0 && s.Start > 0
        && r.Tokens[s.Start - 1].Quote is >= 0 and var before && !r.Quotations[before].Closed;

    // "C," S said. "C2": a sentence that is all quotation goes on with the one before it.
    private bool Continued(Sentence s)
    {
        if (quoted is null || r.Tokens[s.Start].Quote < 0) return false;
        var q = r.Quotations[r.Tokens[s.Start].Quote];
        if (q.Open != s.Start || q.Close < s.End - 2 && Attributed(s, q.Close)) return false;
        quoted.Parts.Add(new(s.Start, s.End));
        return true;
    }

    private bool Attributed(Sentence s, int from)
    {
        for (var i = from; i < s.End; i++)
            if (r.Tokens[i].Quote < 0 && r.Tokens[i].Entry?.Verb is not null) return true;
        return false;
    }

    private void Read(Sentence s, int n)
    {
        floor = opening = s.Start;
        content = int.MaxValue - 2;
        lastSubject = default;
        var end = Math.Min(s.End, s.Start + LongestSentence);
        if (Headlines.Colon(r, s, n) is { } headline) { all.Add(headline); floor = opening = headline.Cue.End; }
        for (var i = s.Start; i < end && all.Count < Most; i++)
        {
            var t = r.Tokens[i];
            if (t.Quote >= 0 || t.Kind != TokenKind.Word) continue;
            Found? found = null;
            if (r.Says(i, "according") && r.Says(i + 1, "to")) found = According(s, n, i);
            else if (Cues.At(r, s, i) is { } cue) found = Verbal(s, n, cue);
            found ??= t.Entry?.Noun is { } noun ? Nominal(s, n, i, noun) : null;
            if (found is null || found.Parts.Count == 0) continue;
            if (all.Count > 0 && Chains.Passes(r, s, all[^1], found, n)) continue;
            Chains.Add(r, all.Count > 0 ? all[^1] : null, found);
            all.Add(found);
            if (!found.Speaker.Empty && found.Speaker.Start >= s.Start) lastSubject = found.Speaker;
            foreach (var part in found.Parts)
                if (r.Tokens[part.Start].Quote >= 0 || r.Tokens[part.End - 1].Quote >= 0 || r.Tokens[Math.Max(part.End - 2, 0)].Quote >= 0) quoted = found;
            if (found.Cue.End - 1 > i) i = found.Cue.End - 1;
        }
    }

    private Found? According(Sentence s, int n, int i)
    {
        var initial = i - floor <= 1;
        var speaker = Speakers.After(r, s, i + 2);
        if (speaker.Empty) return null;
        var comma = speaker.Start;
        while (comma < speaker.End && !r.Comma(comma)) comma++;
        if (comma < speaker.End && (initial || r.Comma(i - 1) && Clauses.HasVerb(r, new(comma, speaker.End)))) speaker = new(speaker.Start, comma);
        var found = new Found { Cue = new(i, i + 2), Kind = CueKind.Say, Speaker = speaker, Sentence = n };
        if (!initial) found.Parts.Add(new(floor, i));
        if (r.Comma(speaker.End) && (initial || r.Comma(i - 1)) && speaker.End + 2 < s.End) found.Parts.Add(new(speaker.End + 1, Contents.End(r, s, speaker.End + 1, false)));
        return found;
    }

    private Found? Verbal(Sentence s, int n, Cue cue)
    {
        var verb = cue.Lemma;
        var g = cue.Group;
        if (cue.Voice == Voice.Passive) return Passives.Read(r, s, n, cue, floor);
        var speaker = default(Range);
        var inverted = false;
        var shared = false;
        var edge = g.Start - 1;
        if (cue.Voice == Voice.Participial)
        {
            speaker = r.Is(edge, Tag.Text | Tag.Role) || edge >= s.Start && r.Tokens[edge].Entry?.Noun is not null ? Speakers.Phrase(r, s, g.Start) : lastSubject;
            if (speaker.Empty) speaker = Clauses.Subject(r, s);
            if (speaker.Empty || speaker.Start >= g.Start) return null;
        }
        else
        {
            if (verb.Frame.HasFlag(Frame.Quote) && (edge < s.Start || r.Comma(edge) || r.Tokens[edge].Kind == TokenKind.Quote || r.Stop(edge)))
            {
                speaker = Speakers.After(r, s, g.End);
                inverted = !speaker.Empty && !r.Is(g.End, Tag.Preposition | Tag.Time | Tag.Object | Tag.Subordinator) && !r.Adverb(g.End) && edge >= s.Start && !Clauses.HasVerb(r, Clauses.Head(r, speaker));
            }
            if (!inverted) speaker = Speakers.Before(r, s, g.Start);
            if (speaker.Empty && edge >= s.Start && (r.Is(edge, Tag.And) || r.Comma(edge))) (speaker, shared) = (lastSubject.Empty ? Clauses.Subject(r, s) : lastSubject, true);
            if (speaker.Empty && verb.Kind != CueKind.Seem) return null;
        }
        var found = new Found
        {
            Cue = g, Kind = verb.Kind, Speaker = verb.Kind == CueKind.Seem ? default : speaker, Sentence = n,
            Negated = cue.Negated, Lemma = verb.Lemma
        };
        if (verb.Kind is CueKind.Believe or CueKind.Judge or CueKind.Want && r.Is(speaker.Start, Tag.Pronoun) && speaker.Start >= content && speaker.Start <= content + 1) return null;
        if (verb.Kind == CueKind.Seem)
        {
            if (!speaker.Empty) found.Parts.Add(speaker);
            found.Parts.Add(new(g.End, Contents.End(r, s, g.End, true)));
            return found;
        }
        var left = inverted ? g.Start : Math.Min(g.Start, speaker.Start);
        var own = verb.Frame.HasFlag(Frame.Quote) && left > s.Start && cue.Voice == Voice.Active && !shared;
        var quote = own && Contents.Quoted(r, opening, left);
        var after = inverted ? speaker.End : g.End;
        var post = Contents.After(r, s, cue, after, inverted || quote);
        if (own && Contents.Before(r, post.Empty || quote ? opening : floor, left, post, after) is { Empty: false } pre) found.Parts.Add(pre);
        if (!post.Empty) { found.Parts.Add(post); }
        if (quote) floor = opening = after;
        if (!post.Empty && verb.Kind is CueKind.Say or CueKind.Tell or CueKind.Believe) { floor = post.Start; content = post.Start; }
        return found;
    }

    private Found? Nominal(Sentence s, int n, int i, CueNoun noun)
    {
        if (i + 2 >= s.End || Array.IndexOf(noun.Openers, r.Of(i + 1).ToString()) < 0) return null;
        var owner = default(Range);
        if (i > s.Start + 1 && r.Tokens[i - 1].Kind == TokenKind.Word && r.Of(i - 1)[0] is '\'' or '’') owner = Speakers.Phrase(r, s, i - 1);
        else if (i > s.Start && r.Is(i - 1, Tag.Possessive)) owner = new(i - 1, i);
        var that = r.Says(i + 1, "that") || r.Says(i + 1, "to");
        if (owner.Empty && !r.Says(i + 1, "that") && noun.Kind == CueKind.Want) return null;
        var found = new Found { Cue = new(i, that ? i + 1 : i + 2), Kind = noun.Kind, Speaker = owner, Sentence = n, Lemma = noun.Lemma };
        found.Parts.Add(new(found.Cue.End, Contents.End(r, s, found.Cue.End, true)));
        return found;
    }
}

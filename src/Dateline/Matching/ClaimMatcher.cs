using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>
/// Compares a mention with a claim. The subject is compared by its words' information (idf-weighted Dice, 1945); then values, dates, names,
/// polarity and speech act decide. Where anything speaks against it, two mentions stay two claims: a wrong merger is worse than none.
/// </summary>
internal static class ClaimMatcher
{
    // Shares of common information. Two thirds: more is shared than differs on either side. The rest are steps around it.
    private const double SameSubject = .66, NearlySame = .8, Related = .55, Contained = .9;
    private const int FewestShared = 3;

    // Below this no words of like meaning bring two subjects together.
    private const double WorthALook = .35;

    // And so much is to be the same words, whatever else is alike.
    private const double Literal = .5;

    private const string OtherWord = "One has a word in a place where the other has another, which may mean something else.";

    // By score, so that none is made for each of many.
    private static readonly ClaimComparison[] far =
        [.. Enumerable.Range(0, 1001).Select(static score => new ClaimComparison(ClaimRelation.None, score, ["The subjects have too little in common."]))];

    /// <summary>Compares <paramref name="mention"/> with <paramref name="known"/>, given what each of their terms tells; <paramref name="together"/> where both are of one story, which tells of whom a few words speak ("two died").</summary>
    public static ClaimComparison Compare(ClaimFeatures mention, ReadOnlySpan<int> telling, ClaimFeatures known, ReadOnlySpan<int> tellingKnown, bool together)
    {
        var terse = together && mention.Terse is not 0 and var one && known.Terse is not 0 and var other && Alikeness.Are(one, other);
        var overlap = terse ? new(1, 1, FewestShared) : Overlap.Of(mention.Sorted, telling, known.Sorted, tellingKnown);
        var alone = overlap.Dice;
        if (alone is >= WorthALook and < 1 && mention.Kin.Length > 0 && known.Kin.Length > 0) overlap = Overlap.Likened(mention, telling, known, tellingKnown);
        var dice = overlap.Dice;
        var score = (int)Math.Round(1000 * dice);
        if (dice < Related || overlap.Shared < Fewest(mention, known)) return far[score];
        if (!together && (mention.Bare || known.Bare) && (mention.Fingerprint == 0 || mention.Fingerprint != known.Fingerprint))
            return new(ClaimRelation.None, score, ["One names nothing of its own, and they are of two stories."]);
        if (OtherNames(mention, known)) return new(ClaimRelation.None, score, ["They name others."]);
        if (Swapped(mention, known) || Roles.Clash(mention, known)) return new(ClaimRelation.None, score, ["They name the same in other parts, so that who did it may differ."]);
        if (Frame.Exchanged(mention.Frame, known.Frame)) return new(ClaimRelation.None, score, ["The same things have changed places in them."]);
        if (Frame.OtherReality(mention.Frame, known.Frame)) return new(ClaimRelation.None, score, ["One says that it was meant, tried, refused or alleged, the other that it is so."]);
        if (Substitutions.OtherAct(mention, known)) return new(ClaimRelation.None, score, ["They tell of what was done to it, and not of the same deed."]);
        if (Opposition.Others(mention, known)) return new(ClaimRelation.None, score, ["They speak of different ones, or of different quantities."]);
        if ((mention.Marks & Words.Modal) != (known.Marks & Words.Modal)) return new(ClaimRelation.None, score, ["One says that it may or should be, the other does not."]);
        if ((mention.Marks & Words.Almost) != (known.Marks & Words.Almost)) return new(ClaimRelation.None, score, ["One says that it almost was so, the other that it was."]);
        if ((mention.FirstPerson || known.FirstPerson) && (mention.Speaker == 0 || mention.Speaker != known.Speaker))
            return new(ClaimRelation.None, score, ["A speaker speaks of themselves, and the speakers differ."]);
        if ((mention.Pronoun || known.Pronoun) && dice < NearlySame)
            return new(ClaimRelation.None, score, ["It is left open whom a pronoun means."]);
        if ((mention.Mode is Mode.Conditional) != (known.Mode is Mode.Conditional))
            return new(ClaimRelation.None, score, ["Only one of them is conditional."]);

        if (Future(mention) != Future(known))
            return dice >= SameSubject && !Future(mention) && mention.PublishedAt >= known.PublishedAt && mention.Polarity == known.Polarity
                && Values.Compare(mention.Amounts, known.Amounts).Kind is Agreement.Equal && !Values.OtherDays(mention.Days, known.Days) && Opposition.Opposed(mention, known) is null && !Substitutions.Found(mention, known)
                ? new(ClaimRelation.Supports, score, [Alike(score), "It reports what the other foretold."])
                : new(ClaimRelation.None, score, ["One speaks of what is to come, the other of what is so."]);
        var values = Values.Compare(mention.Amounts, known.Amounts);
        if (mention.Days.Length > 0 && known.Days.Length > 0 && OtherPeriod(mention, known, values))
            return new(ClaimRelation.None, score, ["They speak of different periods."]);
        if (values.Kind is Agreement.OneSided && (mention.Nobody && known.Somebody || known.Nobody && mention.Somebody) && dice >= SameSubject && !Values.OtherDays(mention.Days, known.Days))
            return Substitutions.Found(mention, known, true) ? new(ClaimRelation.None, score, [OtherWord]) : new(ClaimRelation.Contradicts, score, [Alike(score), "One says that there was none, the other counts some."]);
        if (values.Kind is Agreement.Conflict && mention.Polarity != known.Polarity)
            return new(ClaimRelation.None, score, ["One is denied, and of another value."]);
        if (values.Kind is Agreement.Conflict)
        {
            var single = Values.Single(mention.Amounts) && Values.Single(known.Amounts);
            if (!(values.Moved || values.Firm && dice >= SameSubject || single && dice >= NearlySame) || !values.Moved && Substitutions.Found(mention, known, true))
                return new(ClaimRelation.None, score, [values.Text, "They may speak of different things."]) { Ground = "Their numbers may speak of different things." };
            var later = mention.PublishedAt >= known.PublishedAt;
            var same = mention.Speaker != 0 && mention.Speaker == known.Speaker || (mention.Speaker == 0 && known.Speaker == 0 && mention.SourceId == known.SourceId);
            return later && mention.Polarity == known.Polarity && (same || values.Moved)
                ? new(ClaimRelation.Updates, score, [Alike(score), values.Text, values.Moved ? "It says that the value moved." : "The same voice gives the later value."])
                : new(ClaimRelation.Contradicts, score, [Alike(score), values.Text]);
        }
        if (Opposition.Opposed(mention, known) is { } opposed && mention.Polarity == known.Polarity)
            return Substitutions.Found(mention, known, true) ? new(ClaimRelation.None, score, [OtherWord]) : new(ClaimRelation.Contradicts, score, [Alike(score), opposed]);
        if (Substitutions.Found(mention, known)) return new(ClaimRelation.None, score, [OtherWord]);
        if (Values.OtherDays(mention.Days, known.Days) && !(Values.SameWordForDays(mention, known) && mention.Fingerprint == known.Fingerprint && mention.Fingerprint != 0))
            return dice >= NearlySame && !Values.SameWordForDays(mention, known) ? new(ClaimRelation.Contradicts, score, [Alike(score), "They give different dates."]) : new(ClaimRelation.None, score, ["They speak of different days."]);
        if (values.Kind is Agreement.OtherBound && dice >= SameSubject && mention.Polarity == known.Polarity && mention.PublishedAt >= known.PublishedAt)
            return new(ClaimRelation.Updates, score, [Alike(score), values.Text, "The later one gives another bound."]);
        if (values.Kind is not Agreement.Equal)
            return mention.Polarity == known.Polarity && (dice >= NearlySame && values.Kind is not Agreement.Other || values.Kind is Agreement.Compatible or Agreement.OtherBound && dice >= SameSubject)
                ? new(ClaimRelation.Supports, score, [Alike(score), values.Text]) : new(ClaimRelation.None, score, [values.Text]) { Ground = "Their numbers differ, or only one gives them." };
        if (dice >= SameSubject && alone >= Literal)
        {
            var reasons = values.Text.Length > 0 ? new List<string> { Alike(score), values.Text } : [Alike(score)];
            var kinds = Alikeness.Kinds(mention.Sorted, known.Sorted);
            if (mention.Polarity == known.Polarity) return kinds ? new(ClaimRelation.Supports, score, [.. reasons, "What the one names is a kind of what the other names."]) : new(ClaimRelation.Same, score, reasons);
            // "No soldiers died" leaves open whether people did.
            if (kinds) return new(ClaimRelation.None, score, ["One is denied of a kind of what the other names, and perhaps not of all."]);
            if (dice < NearlySame) return new(ClaimRelation.None, score, ["One is denied, but perhaps not the other."]);
            return new(ClaimRelation.Denies, score, [.. reasons, "One says that it is so, the other that it is not."]);
        }
        return overlap.Contained >= Contained && mention.Polarity == known.Polarity && Math.Min(mention.Sorted.Length, known.Sorted.Length) > FewestShared
            ? new(ClaimRelation.Supports, score, [Alike(score), "One says all that the other says, and more."])
            : far[score];
    }

    // Values, changes and opposites are told of a time; a count that stood at another value on a later day has moved.
    private static bool OtherPeriod(ClaimFeatures a, ClaimFeatures b, (Agreement Kind, string Text, bool Moved, bool Firm) values) =>
        values.Kind is Agreement.Conflict && Periods.Other(a.Days, b.Days, Changed(a) && Changed(b)) && !(values.Moved && Periods.Later(a.Days, b.Days))
        || Values.OtherDays(a.Days, b.Days) && (a.Amounts.Length > 0 && Periods.Whole(a.Days) && Periods.Whole(b.Days) || Opposition.Opposed(a, b) is not null);

    private static bool Changed(ClaimFeatures of) => Array.Exists(of.Amounts, static a => a.Change is not null);

    private static string Alike(int score) => $"The subjects share {score / 10} % of their information.";

    private static bool Future(ClaimFeatures f) => f.Mode is Mode.Prediction or Mode.Promise;

    private static int Fewest(ClaimFeatures a, ClaimFeatures b) => Math.Min(FewestShared, Math.Max(2, Math.Min(a.Sorted.Length, b.Sorted.Length)));

    // Each has a name (a run of capitalised words) of which the other has no word.
    private static bool OtherNames(ClaimFeatures a, ClaimFeatures b) => Lacks(a, b) && Lacks(b, a);

    private static bool Lacks(ClaimFeatures a, ClaimFeatures b)
    {
        var (found, name) = (true, 0);
        for (var i = 0; i < a.Names.Length; i++)
        {
            if (a.Names[i] >> 8 is var run && run == 0) continue;
            if (run != name)
            {
                if (!found) return true;
                (found, name) = (false, run);
            }
            // Of "European Central Bank" and "Bank of England" the word for what both are tells nothing.
            found |= Array.BinarySearch(b.Sorted, Name(a, i)) >= 0 && (Array.IndexOf(bodies, Name(a, i)) < 0 || Alone(a, run));
        }
        return !found;
    }

    // Words for what a body is; which one, the others of its name tell.
    private static readonly int[] bodies = Terms.IdsOf(
        "bank ministry department office agency authority commission committee council court party union university college school hospital airport police army navy force forces guard service parliament senate congress assembly government "
        + "group company corporation club association federation institute");

    // A name that is nothing but such words: "the Bank", "the Ministry".
    private static bool Alone(ClaimFeatures of, int run)
    {
        for (var i = 0; i < of.Names.Length; i++)
            if (of.Names[i] >> 8 == run && Array.IndexOf(bodies, Name(of, i)) < 0) return false;
        return true;
    }

    private static int Name(ClaimFeatures of, int i) => of.Sorted[of.Names[i] & 255];

    // Who did what to whom: two names of both in opposite orders, unless each is plainly in the same part of both sentences.
    private static bool Swapped(ClaimFeatures a, ClaimFeatures b)
    {
        for (var i = 0; i < a.Names.Length; i++)
        {
            var id = Name(a, i);
            if (Place(a, id) < i || Place(b, id) is not (>= 0 and var at)) continue;
            for (var j = 0; j < i; j++)
            {
                var other = Name(a, j);
                if (other != id && Place(a, other) == j && Place(b, other) > at && !Frame.Settled(a.Frame, b.Frame, id, other)) return true;
            }
        }
        return false;
    }

    // Where a word is first among the names, or -1.
    private static int Place(ClaimFeatures of, int id)
    {
        for (var i = 0; i < of.Names.Length; i++)
            if (Name(of, i) == id) return i;
        return -1;
    }
}

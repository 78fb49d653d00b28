using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>
/// Whether two mentions that are nearly one say another word in the same place: another thing is done, by another, to another, at another time. What only one
/// of them adds is no other word. They are aligned by their longest common subsequence (Hirschberg 1975, 1), words that are known to be alike as one.
/// </summary>
internal static class Substitutions
{
    /// <summary>Whether a word of the one stands where the other has another; opposites count as alike where <paramref name="opposites"/> says so.</summary>
    public static bool Found(ClaimFeatures one, ClaimFeatures other, bool opposites = false)
    {
        var (a, b) = (one.Frame, other.Frame);
        return OtherVerb(a, b, opposites) || OnlyIs(one, b, opposites) || OnlyIs(other, a, opposites) || OtherPart(a, b, Case.Does, opposites) || OtherPart(a, b, Case.Suffers, opposites) || OtherInGap(a, b, opposites);
    }

    private static bool Like(int one, int other, bool opposites) => Alikeness.Are(one, other) || opposites && Opposition.Stand(one, other);

    // Neither verb is in the other; or what is done in the one is only a thing in the other, to which another verb does something.
    private static bool OtherVerb(Place[] a, Place[] b, bool opposites)
    {
        if (Verb(a) is not { } one || Verb(b) is not { } other || Like(one.Id, other.Id, opposites)) return false;
        var (there, here) = (Find(b, one.Id, opposites), Find(a, other.Id, opposites));
        if (there < 0 && here < 0) return !one.Is(Case.Manner) && !other.Is(Case.Manner);
        return here < 0 && !b[there].Is(Case.Verbal) && !Alikeness.Light(other.Id) || there < 0 && !a[here].Is(Case.Verbal) && !Alikeness.Light(one.Id);
    }

    // The one says what it is, the other what it does, of which the one has no word ("is out as coach", "was hired as coach"); but "is up by 20 percent" says that it rose.
    private static bool OnlyIs(ClaimFeatures one, Place[] other, bool opposites) =>
        one.Verb != 0 && Verb(one.Frame) is null && Verb(other) is { } verb && !Alikeness.Light(verb.Id) && !(Shares.Moves(verb.Id) && Array.Exists(one.Amounts, static a => a.Change is not null)) && Find(one.Frame, verb.Id, opposites) < 0;

    /// <summary>
    /// Whether a mention is of what somebody did, by a verb that is no report ("recalled the buses"), and the other of another deed, or of another's. What is
    /// foretold or promised is compared as such.
    /// </summary>
    public static bool OtherAct(ClaimFeatures a, ClaimFeatures b)
    {
        if (a.Mode is Mode.Promise or Mode.Prediction || b.Mode is Mode.Promise or Mode.Prediction || Reports(a.Act) && Reports(b.Act)) return Bare(a, b) || Bare(b, a);
        if (a.Act != 0 && b.Act != 0) return !Alikeness.Are(a.Act, b.Act) || a.Speaker != 0 && b.Speaker != 0 && a.Speaker != b.Speaker;
        return !(Verb(a.Act != 0 ? b.Frame : a.Frame) is { } verb && Alikeness.Are(verb.Id, a.Act | b.Act));
    }

    // "Found | 40 shells": of the other's "40 shells were fired" it says nothing.
    private static bool Bare(ClaimFeatures thing, ClaimFeatures told) =>
        thing.Act != 0 && thing.Verb == 0 && told.Act == 0 && Verb(told.Frame) is { } verb && !Alikeness.Reports(verb.Id) && !Alikeness.Light(verb.Id);

    private static bool Reports(int act) => act == 0 || Alikeness.Reports(act);

    // Who does it, or to whom it is done: the heads differ, unless both say it of one name.
    private static bool OtherPart(Place[] a, Place[] b, Case role, bool opposites)
    {
        if (Verb(a) is { } one && Verb(b) is { } other && !Like(one.Id, other.Id, opposites) || Named(a, b, role)) return false;
        return Lone(a, b, role, opposites) is { } x && Lone(b, a, role, opposites) is { } y && !Like(x.Id, y.Id, opposites);
    }

    // A head in this role of which the other has no word alike.
    private static Place? Lone(Place[] of, Place[] other, Case role, bool opposites)
    {
        foreach (var place in of)
            if (place.Role == role && place.Behind == 0 && place.Is(Case.Head) && !place.Is(Case.Manner) && Find(other, place.Id, opposites) < 0) return place;
        return null;
    }

    private static bool OtherInGap(Place[] a, Place[] b, bool opposites)
    {
        var common = Common(a, b, opposites);
        int i = 0, j = 0;
        while (true)
        {
            var (from, start) = (i, j);
            while (i < a.Length && j < b.Length && !Like(a[i].Id, b[j].Id, opposites))
                if (common[i + 1, j] >= common[i, j + 1]) i++;
                else j++;
            if (i == a.Length) j = b.Length;
            else if (j == b.Length) i = a.Length;
            if (Differ(a, b, a.AsSpan(from, i - from), b.AsSpan(start, j - start), opposites)) return true;
            if (i == a.Length) return false;
            i++;
            j++;
        }
    }

    private static bool Differ(Place[] a, Place[] b, ReadOnlySpan<Place> one, ReadOnlySpan<Place> other, bool opposites)
    {
        if (one.Length == 0 || other.Length == 0) return false;
        var single = one.Length == 1 && other.Length == 1;
        foreach (var x in one)
        {
            if (x.Is(Case.Manner) || Find(b, x.Id, opposites) >= 0) continue;
            foreach (var y in other)
            {
                if (y.Is(Case.Manner) || x.Behind != y.Behind || Find(a, y.Id, opposites) >= 0) continue;
                if (!single && (x.Role != y.Role || x.Is(Case.Head) != y.Is(Case.Head))) continue;
                if (x.Role != Case.None && x.Role == y.Role && Named(a, b, x.Role)) continue;
                return true;
            }
        }
        return false;
    }

    // Lengths of the longest common subsequence of what begins at each two places.
    private static ushort[,] Common(Place[] a, Place[] b, bool opposites)
    {
        var lengths = new ushort[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                lengths[i, j] = Like(a[i].Id, b[j].Id, opposites) ? (ushort)(lengths[i + 1, j + 1] + 1) : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        return lengths;
    }

    // Both give the same name for it: what else they call it ("the minister", "the party's leader") makes it no other.
    private static bool Named(Place[] a, Place[] b, Case role)
    {
        foreach (var x in a)
            if (x.Role == role && x.Is(Case.Name) && x.Is(Case.Head) && x.Behind == 0)
                foreach (var y in b)
                    if (y.Id == x.Id && y.Role == role && y.Is(Case.Name) && y.Is(Case.Head) && y.Behind == 0) return true;
        return false;
    }

    private static Place? Verb(Place[] of)
    {
        foreach (var place in of) if (place.Is(Case.Verb)) return place;
        return null;
    }

    private static int Find(Place[] among, int id, bool opposites)
    {
        for (var i = 0; i < among.Length; i++) if (Like(among[i].Id, id, opposites)) return i;
        return -1;
    }
}

namespace Dateline.Matching;

internal static partial class Frame
{
    /// <summary>Whether what a verb leaves open in the one is said outright in the other.</summary>
    public static bool OtherReality(Place[] a, Place[] b) => Only(a, b) || Only(b, a);

    /// <summary>
    /// Whether two things of both have changed places ("took the town from the rebels", "from the army"), or one is where it comes from in the one
    /// and where it goes to, or who does it, in the other.
    /// </summary>
    public static bool Exchanged(Place[] a, Place[] b)
    {
        var verbs = Same(a, b);
        int doing = Array.FindIndex(a, static p => p.Is(Case.Verb)), done = Array.FindIndex(b, static p => p.Is(Case.Verb));
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i].Is(Case.Verb) || Twin(a, i) || Find(b, a[i].Id) is not (>= 0 and var x) || Twin(b, x)) continue;
            var (here, there) = (Part(a[i]), Part(b[x]));
            if (here == there) continue;
            if (here is (Case.None, From) && there is (Case.None, To) || here is (Case.None, To) && there is (Case.None, From)) return true;
            if (verbs && (Agent(here) && Aimed(there) && x > done || Agent(there) && Aimed(here) && i > doing)) return true;
            for (var j = i + 1; j < a.Length; j++)
                if (!a[j].Is(Case.Verb) && Part(a[j]) == there && there != here && Find(b, a[j].Id) is >= 0 and var y && Part(b[y]) == here && !Twin(a, j) && !Twin(b, y)
                    && (a[i].Is(Case.Head) || a[i].Is(Case.Name)) && (a[j].Is(Case.Head) || a[j].Is(Case.Name))) return true;
        }
        return false;
    }

    /// <summary>Whether each of two words has the same part in both, and the two have different ones.</summary>
    public static bool Settled(Place[] a, Place[] b, int one, int other) =>
        Find(a, one) is >= 0 and var x && Find(b, one) is >= 0 and var y && Find(a, other) is >= 0 and var v && Find(b, other) is >= 0 and var w
        && Part(a[x]) == Part(b[y]) && Part(a[v]) == Part(b[w]) && Part(a[x]) != Part(a[v]) && Same(a, b);

    private static (Case, int) Part(Place place) => (place.Role, place.Behind);

    private static bool Agent((Case Role, int Behind) part) => part is (Case.Does, 0);

    private static bool Aimed((Case Role, int Behind) part) => part is (Case.None, From or Against);

    private static bool Same(Place[] a, Place[] b) => Array.Find(a, static p => p.Is(Case.Verb)) is { Id: not 0 } one && Array.Find(b, static p => p.Is(Case.Verb)) is { Id: not 0 } other && Alikeness.Are(one.Id, other.Id);

    private static int Find(Place[] among, int id)
    {
        for (var i = 0; i < among.Length; i++) if (among[i].Id == id) return i;
        return -1;
    }

    private static bool Twin(Place[] among, int at)
    {
        for (var i = 0; i < among.Length; i++) if (i != at && among[i].Id == among[at].Id) return true;
        return false;
    }

    private static bool Only(Place[] a, Place[] b)
    {
        foreach (var place in a)
        {
            if (!place.Is(Case.Governed) || Find(b, place.Id) is not (>= 0 and var at) || Twin(b, at)) continue;
            if (!b[at].Is(Case.Governed)) return true;
        }
        return false;
    }
}

using Dateline.Extraction;

namespace Dateline.Server.Extractors;

/// <summary>
/// Texts about which the extractor fell silent. It may be the text's doing or the extractor's: one that was asked about several times is passed over, and
/// has failed once another is answered the first time. Where the others are not answered either, the extractor is at fault, and no text is.
/// </summary>
internal sealed class Suspects
{
    /// <summary>How often a text is asked about before it is passed over.</summary>
    internal const int MostTries = 3;

    // More in a row that are not answered are the extractor's fault.
    private const int MostAside = 3;

    // The longest pause is so many times the first one.
    private const int LongestPause = 64;

    private readonly Dictionary<(string Document, int Revision), int> tries = [];
    private readonly List<(ExtractionInput Input, long After, string Why)> aside = [];
    private int silences;

    /// <summary>How many times the first pause the next one lasts; it doubles with each silence.</summary>
    internal int Pause => Math.Min(1 << Math.Min(Math.Max(silences - 1, 0), 10), LongestPause);

    /// <summary>Whether a text that was not answered is passed over for now.</summary>
    /// <param name="input">The text.</param>
    /// <param name="after">The position before it.</param>
    /// <param name="why">Why it was not answered.</param>
    internal bool PassOver(ExtractionInput input, long after, string why)
    {
        silences++;
        var key = (input.DocumentId, input.Revision);
        tries[key] = tries.GetValueOrDefault(key) + 1;
        if (tries[key] < MostTries || aside.Count == MostAside) return false;
        aside.Add((input, after, why));
        return true;
    }

    /// <summary>A text was answered: those that have failed by that, and otherwise the position to go back to, where there were some.</summary>
    internal (IReadOnlyList<(ExtractionInput Input, string Why)> Failed, long? BackTo) Answered(ExtractionInput input)
    {
        silences = 0;
        var isFirst = !tries.Remove((input.DocumentId, input.Revision));
        if (aside.Count == 0) return ([], null);
        var failed = aside.Select(static a => (a.Input, a.Why)).ToList();
        var back = Back();
        if (!isFirst)
        {
            tries.Clear();
            return ([], back);
        }
        foreach (var (one, _) in failed) tries.Remove((one.DocumentId, one.Revision));
        return (failed, null);
    }

    /// <summary>The position before the first that was passed over, to be asked about again; null when none was.</summary>
    internal long? Back()
    {
        var back = aside.Count == 0 ? (long?)null : aside[0].After;
        aside.Clear();
        return back;
    }
}

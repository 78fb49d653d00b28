namespace Dateline.Replay;

/// <summary>The spans of many stories, or of many claims, as they come about; what no later event can change may be let go.</summary>
/// <param name="same">Whether two stands show the same.</param>
internal sealed class Lane<T>(Func<T, T, bool> same) where T : class
{
    private readonly Dictionary<string, List<HistorySpan<T>>> spans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long From, bool IsNew)> changed = new(StringComparer.Ordinal);

    internal IReadOnlyList<HistorySpan<T>> Spans => [.. spans.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => s.Value)];

    /// <summary>Takes note of what one shows from a point on; points come in order.</summary>
    internal void Show(string id, long point, DateTimeOffset at, long position, T? shown, long raised)
    {
        if (!spans.TryGetValue(id, out var own)) spans.Add(id, own = []);
        var isNew = own.Count == 0;
        // Of several events of one point the last one shows.
        if (own.Count > 0 && own[^1].Begins == point)
        {
            Note(id, point, isNew);
            own.RemoveAt(own.Count - 1);
        }
        else if (own.Count > 0 && own[^1].Ends is null)
        {
            if (shown is not null && own[^1].Raised == raised && same(own[^1].Shown, shown)) return;
            Note(id, own[^1].Begins, isNew);
            own[^1] = own[^1] with { Ends = point };
        }
        if (shown is null) return;
        if (own.Count > 0 && own[^1].Ends == point && own[^1].Raised == raised && same(own[^1].Shown, shown))
        {
            Note(id, own[^1].Begins, isNew);
            own[^1] = own[^1] with { Ends = null };
            return;
        }
        Note(id, point, isNew);
        own.Add(new(id, point, null, at, position, shown, raised));
    }

    /// <summary>What changed since the last call. Of each that changed only the two last spans are kept: what comes changes no earlier one.</summary>
    internal List<ChangedSpans<T>> TakeChanged()
    {
        var taken = new List<ChangedSpans<T>>(changed.Count);
        foreach (var (id, (from, isNew)) in changed.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var own = spans[id];
            taken.Add(new(id, from, isNew, [.. own.Where(s => s.Begins >= from)]));
            if (own.Count > 2) own.RemoveRange(0, own.Count - 2);
        }
        changed.Clear();
        return taken;
    }

    /// <summary>Takes over what another lane holds of one.</summary>
    internal void Adopt(Lane<T> other, string id)
    {
        changed.Remove(id);
        if (other.spans.TryGetValue(id, out var own)) spans[id] = own.Count > 2 ? own[^2..] : [.. own];
        else spans.Remove(id);
    }

    internal void Remove(string id) => spans.Remove(id);

    private void Note(string id, long from, bool isNew)
    {
        if (!changed.TryGetValue(id, out var noted)) changed.Add(id, (from, isNew));
        else if (from < noted.From) changed[id] = noted with { From = from };
    }
}

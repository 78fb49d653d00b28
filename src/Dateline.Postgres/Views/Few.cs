using System.Collections;

namespace Dateline.Postgres.Views;

/// <summary>A set of mostly few things, in the order they came: as long as they are few they take no more room than an array does.</summary>
internal sealed class Few<T> : IReadOnlyCollection<T>
{
    private const int MostSearched = 12;
    private T[] items = [];
    private HashSet<T>? all;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <summary>Adds a thing; false when it is there already.</summary>
    internal bool Add(T item)
    {
        if (all is null ? items.AsSpan(0, Count).Contains(item) : !all.Add(item)) return false;
        if (Count == items.Length) Array.Resize(ref items, Math.Max(1, Count + (Count / 2) + 1));
        items[Count++] = item;
        if (all is null && Count > MostSearched) all = [.. items.AsSpan(0, Count)];
        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return items[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

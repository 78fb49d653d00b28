namespace Dateline.Matching;

/// <summary>
/// The best few of many slots by score; which of two with equal scores comes after the other is told by what both are, so that the order of arrival
/// never decides, or, where nothing tells it, by the slot that was handed out first.
/// </summary>
internal sealed class Best(int most, Func<int, int, bool>? after = null)
{
    private readonly List<(int Slot, double Score)> _heap = [];

    public void Offer(int slot, double score)
    {
        if (_heap.Count < most)
        {
            _heap.Add((slot, score));
            for (var i = _heap.Count - 1; i > 0 && Worse(_heap[i], _heap[(i - 1) / 2]); i = (i - 1) / 2)
                (_heap[i], _heap[(i - 1) / 2]) = (_heap[(i - 1) / 2], _heap[i]);
            return;
        }
        if (most == 0 || score < _heap[0].Score || !Worse(_heap[0], (slot, score))) return;
        _heap[0] = (slot, score);
        for (var i = 0; ;)
        {
            var worst = i;
            for (var child = 2 * i + 1; child <= 2 * i + 2 && child < _heap.Count; child++)
                if (Worse(_heap[child], _heap[worst])) worst = child;
            if (worst == i) return;
            (_heap[i], _heap[worst]) = (_heap[worst], _heap[i]);
            i = worst;
        }
    }

    /// <summary>Whether a slot of this score could still be among the best.</summary>
    public bool Takes(double score) => _heap.Count < most || (most > 0 && score >= _heap[0].Score);

    /// <summary>Best first.</summary>
    public List<(int Slot, double Score)> Ranked()
    {
        _heap.Sort((a, b) => Worse(b, a) ? -1 : Worse(a, b) ? 1 : 0);
        return _heap;
    }

    private bool Worse((int Slot, double Score) a, (int Slot, double Score) b) =>
        a.Score < b.Score || (a.Score == b.Score && (after?.Invoke(a.Slot, b.Slot) ?? a.Slot < b.Slot));
}

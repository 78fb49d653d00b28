namespace Dateline.Extraction;

/// <summary>
/// A quotation that runs over paragraphs: each opens with a mark, and only the last one closes (Chicago Manual of Style, 13.32). Who says it may be named with the last
/// paragraph; one that is open waits for it, unless it goes on with what somebody has begun to say.
/// </summary>
internal sealed class RunningQuotation(string text)
{
    private const int Most = 100;

    private readonly List<Range16> _waiting = [];

    // The last quotation of the last speaker has no closing mark; somebody has spoken in this paragraph.
    private bool _open, _spoken;

    internal void Begin() => _spoken = false;

    /// <summary>Whether a quotation that stands alone waits for a speaker who is still to be named.</summary>
    internal bool Takes(Range16 quotation, Attribution? speaking)
    {
        var closed = Closed(quotation);
        if (_waiting.Count == 0 && (closed || _open || _spoken) || speaking is { Content.Count: 0 }) return false;
        _waiting.Add(quotation);
        if (closed || _waiting.Count == Most) Release(speaking);
        return true;
    }

    /// <summary>A quotation went on with the speaker before it.</summary>
    internal void Goes(Attribution speaking) => _open = !Closed(speaking.Content[^1]);

    /// <summary>Gives what waits to the attribution whose content begins with the quotation that a sentence begins with; else to who spoke before.</summary>
    internal void Attribute(List<Attribution> found, int from, int start, Attribution? earlier, Attribution? speaking)
    {
        for (var i = from; i < found.Count && _waiting.Count > 0; i++)
        {
            if (found[i].Content[0].Start != start || text[start] != text[_waiting[0].Start]) continue;
            found[i].Content.InsertRange(0, _waiting);
            _waiting.Clear();
        }
        Release(earlier);
        (_spoken, _open) = (true, speaking is { Content.Count: > 0 } && Quoted(speaking.Content[^1]) && !Closed(speaking.Content[^1]));
    }

    /// <summary>Nobody is named: what waits is of who spoke before.</summary>
    internal void Release(Attribution? speaking)
    {
        speaking?.Content.AddRange(_waiting);
        _open = _waiting.Count > 0 && speaking is not null && !Closed(_waiting[^1]);
        _waiting.Clear();
    }

    private bool Quoted(Range16 range) => text[range.Start] is '"' or '“' or '‘' or '\'' or '«';

    // The mark that closes is the one that belongs to the mark that opens.
    private bool Closed(Range16 range) => range.End - range.Start > 1 && text[range.End - 1] == text[range.Start] switch { '“' => '”', '‘' => '’', '«' => '»', var mark => mark };
}

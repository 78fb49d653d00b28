namespace Dateline.Extraction;

// Turns of a transcript.
internal sealed partial class DocumentReader
{
    private bool? _isTranscript;

    // Whether a paragraph begins with a turn: by the form of its label, or since the text has several.
    private bool Begins(bool labelled, int first, int before) =>
        labelled || first == 0 && _found[before].Cue is var cue && cue.End - cue.Start == 1 && _text[cue.Start] == ':' && (_isTranscript ??= Transcripts.Is(_text)) == true;

    // A later sentence of a turn is the speaker's, who "I" is as well; whom it quotes speaks there.
    private bool Turned(Attribution turn, int first, int limit, int before, bool attributed)
    {
        for (var i = before; i < _found.Count; i++)
            if (_found[i].Source is { Empty: false } source && _text.AsSpan(source.Start, source.End - source.Start) is "I" or "We" or "we") _found[i].Antecedent = turn.Source;
        if (attributed || !Narrators.Says(_passage, first, limit)) return false;
        var more = new Attribution { Source = turn.Source, Cue = turn.Cue, Sense = turn.Sense, Antecedent = turn.Antecedent, Asks = Asks(limit) };
        more.Content.Add(_passage.Span(first, limit));
        _found.Add(more);
        return true;
    }
}

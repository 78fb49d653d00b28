using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Turns an attribution into mentions: one for each sentence of its content.</summary>
internal static class MentionWriter
{
    internal static void Write(ExtractionInput input, Attribution from, Names names, List<Mention> into)
    {
        foreach (var part in from.Content)
        {
            if (into.Count >= Extractor.MostMentions) return;
            into.Add(new Mention
            {
                Id = $"{input.DocumentId}/{input.Revision}#{into.Count + 1}",
                Content = Span(part),
                Speaker = from.Source.Empty ? null : Span(from.Source),
                Cue = from.Cue.Empty ? null : Span(from.Cue)
            });
        }

        Span Span(Range16 range) => new(range.Start, range.End, input.Text[range.Start..range.End]);
    }
}

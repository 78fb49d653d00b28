using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Matching;

public sealed partial class Desk
{
    // Where a mention comes from: the outlet that it cites, the mention that has the very same words, the text that it stands in as well, or the document's own source.
    private string OriginOf(Mention mention, ClaimFeatures features, DeskReading reading, List<Origins.Copy> copies, ClaimStore.Claim? match)
    {
        var input = reading.Input;
        if (Cited(mention) is { } cited)
        {
            var outlet = Origins.OfOutlet(cited);
            if (outlet == Origins.OfOutlet(input.SourceName)) return OfText(mention, features, reading, copies, match);
            return _outlets.TryGetValue(outlet, out var sources) ? Origins.OfSource(sources.Keys.First()) : outlet;
        }
        if (match is not null && features.Fingerprint != 0 && !features.Quoted)
            foreach (var held in match.Mentions)
                if (held.Features.Fingerprint == features.Fingerprint && held.Document.Id != input.DocumentId) return held.Origin;
        return OfText(mention, features, reading, copies, match);
    }

    // What an article adds to the text that it shares with others is its own. Of a text that is itself only in part a copy the mention's origin counts, not the text's.
    private static string OfText(Mention mention, ClaimFeatures features, DeskReading reading, List<Origins.Copy> copies, ClaimStore.Claim? match)
    {
        if (copies.Count == 0) return Origins.OfSource(reading.Input.SourceId);
        var shingles = reading.Shingles(mention);
        if (shingles.Length == 0) return copies[0].Origin;
        foreach (var copy in copies)
            if (Sketch.Share(shingles, copy.Sketch) >= Origins.Copied)
                return (match?.Mentions.Find(held => held.Document.Id == copy.Id && held.Features.Sorted.AsSpan().SequenceEqual(features.Sorted)) ?? match?.Mentions.Find(held => held.Document.Id == copy.Id))?.Origin ?? copy.Origin;
        return Origins.OfSource(reading.Input.SourceId);
    }

    // The last named medium is the one that knows: "CNN, citing Reuters" is Reuters, "CNN, citing an official" is CNN, and so is "CNN reported that …".
    private string? Cited(Mention mention)
    {
        if (mention.Speaker is { } speaker && Named(speaker.Text) && (Media.Names(speaker.Text) || mention is { SpeakerName: null, Cue: { } cue } && Media.Reports(speaker.Text, cue.Text) || _outlets.ContainsKey(Origins.OfOutlet(speaker.Text)))) return speaker.Text;
        return mention.Via.Select(v => v.Text).LastOrDefault(Named);
    }

    private static bool Named(string phrase) => Terms.Read(phrase, 20).Any(t => t.Is(TermKinds.Name) || (t.Is(TermKinds.Opens) && !t.Is(TermKinds.Stop)));
}

using System.Text.Json;
using Dateline.Documents;
using Dateline.Replay;
using Dateline.Stories;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>Stories and filed documents as facts, from the board's rows.</summary>
internal static class StoryRows
{
    internal static StoryFacts Story(NpgsqlDataReader row)
    {
        var story = new StoryFacts(row.GetString(0))
        {
            Title = row.GetString(1),
            Standing = new(row.GetString(2), row.At(3), row.GetInt64(4), [.. row.GetFieldValue<long[]>(5)], row.GetString(6)) { Turn = row.Text(20) },
            Documents = row.GetInt32(7),
            Tally = new(row.GetInt32(8), row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetInt32(12), row.GetInt32(13), row.GetInt32(21)),
            OpenedAt = row.At(15),
            LastActivity = row.At(16),
            ClosedPosition = row.Bigint(17),
            MergedInto = row.Text(18),
            MergedPosition = row.GetInt64(19)
        };
        foreach (var (origin, counted) in JsonSerializer.Deserialize<Dictionary<string, long[]>>(row.GetString(14))!)
            story.Origins[origin] = ((int)counted[0], counted[1]);
        if (story.Tally.BasisChanged > 0)
            story.BasisCauses = story.BasisCauses.SetItems(JsonSerializer.Deserialize<Dictionary<string, BasisCause>>(row.GetString(22))!);
        // What was said when it was closed stands before what was added since.
        if (story.Standing.Status == Status.Closed)
            story.ClosedHow = StatusRules.Shaken(story) is { } since ? story.Standing.Reason[..^(since.Sentence.Length + 1)] : story.Standing.Reason;
        return story;
    }

    internal static DocumentFacts Document(NpgsqlDataReader row)
    {
        var document = new DocumentFacts(row.GetString(0))
        {
            StoryId = row.Text(1),
            Position = row.GetInt64(8),
            Withdrawn = row.Text(9) is { } act ? Words.Parse<PublisherAct>(act) : null
        };
        if (row.Text(2) is { } source)
            document.Filed = new DocumentFiled(
                row.Text(1) ?? "", document.Id, source, row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetString(6), row.At(7));
        return document;
    }
}

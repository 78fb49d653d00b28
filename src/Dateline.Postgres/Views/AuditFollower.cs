using Dateline.Audit;
using Dateline.Documents;
using Dateline.Verdicts;
using Npgsql;
using static Dateline.Postgres.Views.BoardStatements;

namespace Dateline.Postgres.Views;

/// <summary>Every event as an act: who, what, before and after, why, when.</summary>
internal sealed class AuditFollower(NpgsqlDataSource database) : IFollower
{
    internal const string ViewName = "audit";
    private const int MostInMemory = 10_000;
    private readonly Dictionary<(string Subject, string Field), string?> values = [];

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Types => [];

    /// <inheritdoc/>
    public async ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
    {
        if (values.Count > MostInMemory) values.Clear();
        var lines = events.Select(e => (Event: e, Line: AuditLine.Of(e.Data))).ToList();
        await Load(lines, cancellation);
        var entries = new List<AuditEntry>();
        var set = new Dictionary<(string, string), string?>();
        foreach (var (e, line) in lines)
        {
            var before = line.Before;
            if (line.Field is { } field)
            {
                before ??= values.GetValueOrDefault((e.Stream, field));
                values[(e.Stream, field)] = set[(e.Stream, field)] = line.Value;
            }
            entries.Add(new(e.Position, e.RecordedAt, e.By, e.Type, e.Stream, e.Version, before, line.Value, e.Reason ?? Reason(e.Data), e.Correlation, e.Causation));
        }
        Write(entries, set, sql);
    }

    /// <summary>The reason that an event carries itself.</summary>
    private static string? Reason(object data) => data switch
    {
        DocumentWithdrawn e => e.Reason,
        VerdictBasisChanged e => e.Cause,
        CitationTouched e => e.Cause,
        Claims.MentionRetracted e => e.Cause,
        _ => null
    };

    /// <summary>Values that were set before; a stream's first event has none.</summary>
    private async Task Load(List<(Recorded Event, AuditLine Line)> lines, CancellationToken cancellation)
    {
        var wanted = lines.Where(l => l.Event.Version > 1 && l.Line is { Field: not null, Before: null } && !values.ContainsKey((l.Event.Stream, l.Line.Field)))
            .Select(l => (l.Event.Stream, Field: l.Line.Field!)).Distinct().ToList();
        if (wanted.Count == 0) return;
        var found = await database.CreateCommand("select * from (select subject, field, (select v.value from audit_values v where v.subject = x.subject and v.field = x.field) as value from unnest($1, $2) as x (subject, field)) y where value is not null")
            .With(Each(wanted, w => w.Stream), Each(wanted, w => w.Field)).Rows(r => (r.GetString(0), r.GetString(1), r.Text(2)), cancellation);
        foreach (var (subject, field, value) in found) values[(subject, field)] = value;
    }

    private static void Write(List<AuditEntry> entries, Dictionary<(string Subject, string Field), string?> set, ISql sql)
    {
        sql.Add(
            """
            insert into audit (position, at, who, what, stream, version, before, after, why, correlation, causation)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            Each(entries, e => e.Position), Each(entries, e => e.At), Each(entries, e => e.Who), Each(entries, e => e.What), Each(entries, e => e.Subject),
            Each(entries, e => e.Version), Each(entries, e => e.Before), Each(entries, e => e.After), Each(entries, e => e.Why), Each(entries, e => e.Correlation),
            Each(entries, e => e.Causation));
        if (set.Count == 0) return;
        var fields = set.ToList();
        sql.Add(
            """
            insert into audit_values (subject, field, value) select * from unnest($1, $2, $3)
            on conflict (subject, field) do update set value = excluded.value
            """,
            Each(fields, f => f.Key.Subject), Each(fields, f => f.Key.Field), Each(fields, f => f.Value));
    }
}

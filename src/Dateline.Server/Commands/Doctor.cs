using System.CommandLine;
using System.Reflection;
using Dateline.Postgres;
using Dateline.Postgres.Cluster;
using Dateline.Postgres.Queries;
using Npgsql;

namespace Dateline.Server.Commands;

/// <summary><c>dateline doctor</c></summary>
internal static class Doctor
{
    internal static Command Command() => new Command("doctor", "Says what is there and what is wrong").Does(async (parse, output, cancellation) =>
    {
        var engine = Engines.Choose(parse.GetValue(Shared.Engine));
        var programs = await FindBinaries.Candidates(new(), cancellation);
        try
        {
            await using var workspace = await Workspace.Open(parse, output, cancellation, migrate: false);
            var report = await Examine(workspace, programs, cancellation);
            Show(report, output);
            return report.Wrong.Count == 0 ? Exit.Done : Exit.Refused;
        }
        catch (SchemaMissing e)
        {
            var named = Named(parse);
            Show(new(engine.Name, engine.Why, named is null ? null : ConnectionStrings.Masked(named), named is null ? null : ConnectionStrings.Psql(named), null, Versions(null), [.. programs], [], null, [], [])
            {
                Empty = e.Message
            }, output);
            return Exit.Done;
        }
        catch (Exception e) when (e is ClusterFault or SchemaFault or NpgsqlException or System.Net.Sockets.SocketException or TimeoutException)
        {
            // A database that this build cannot use as it is, is there all the same.
            var there = e is not SchemaFault ? null : Named(parse) is { } named ? ConnectionStrings.Masked(named) : "there, and not yet as this build needs it";
            var report = new Report(
                engine.Name, engine.Why, there, null, null, Versions(null), [.. programs], [], null, [], [e is SchemaFault ? e.Message : $"There is no database to work on: {Cli.Message(e)}"]);
            Show(report, output);
            return Exit.NoDatabase;
        }
    });

    private static string? Named(ParseResult parse) => parse.GetValue(Shared.Data) is not null ? null
        : (parse.GetValue(Shared.Database) ?? Environment.GetEnvironmentVariable("DATELINE_DATABASE")) is { Length: > 0 } named ? ConnectionStrings.Parse(named) : null;

    private static async Task<Report> Examine(Workspace workspace, IReadOnlyList<Binaries> programs, CancellationToken cancellation)
    {
        var behind = await Behind(workspace, cancellation);
        var head = await workspace.Engine.Head(cancellation);
        var health = await DatabaseHealth.Of(workspace.Engine.Database, counted: true, cancellation);
        var followers = (await workspace.Engine.Followers(cancellation))
            .Select(f => new FollowerReport(f.Name, f.Position, head - f.Position, f.State, f.StoppedAt, f.Error, f.SetAside)).ToList();
        return new(
            workspace.Kind.Name, workspace.Kind.Why, ConnectionStrings.Masked(workspace.ConnectionString),
            workspace.Cluster?.Psql ?? ConnectionStrings.Psql(workspace.ConnectionString), Whose(workspace),
            Versions(health.Version), [.. programs], followers, head, [.. await FailedReading.Of(workspace.Engine.Database, cancellation)], [.. Wrong(followers, health, behind)])
        { OnlyWhile = workspace.Cluster is null ? null : WhileOneRuns, Warnings = [.. Warnings(health)] };
    }

    private static string Whose(Workspace workspace) => workspace switch
    {
        { Cluster: { } own } => $"Dateline's own PostgreSQL in {own.Folder} ({own.Binaries.Origin}, log {own.LogFile})",
        { Container: { } docker } => $"Dateline's own PostgreSQL in the Docker container {docker.Container} (password in {docker.PasswordFile}, log by `docker logs`)",
        _ => "the one that was named"
    };

    /// <summary>Gives the followers that run somewhere a while to take in what is recorded, and runs none itself; says what to do where they have not.</summary>
    private static async Task<string?> Behind(Workspace workspace, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var run = await workspace.Engine.FollowersRun(cancellation);
        bounded.CancelAfter(run ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(1));
        try
        {
            await workspace.Engine.Settle(bounded.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return run
                ? "Followers are behind and do not catch up within 10 seconds. If they move, wait; if not, see what the process says that runs them, and start it again."
                : "Followers are behind, and no process runs them. Any command but this one runs them until they have caught up, such as `dateline stories`; `dateline serve` keeps them running.";
        }
    }

    /// <summary>What is wrong, and what to do about it, in sentences.</summary>
    internal static IEnumerable<string> Wrong(List<FollowerReport> followers, DatabaseHealth health, string? behind)
    {
        if (behind is not null) yield return behind;
        foreach (var f in followers.Where(f => f.State == "stopped"))
            yield return $"{f.Name} stopped before the event at position {f.StoppedAt}: {f.Error}. Mend the cause, then start Dateline again{(f.Name == Postgres.Queries.SetAsideList.Redactions ? "" : " or rebuild the view")}"
                + (f.Name == Postgres.Queries.SetAsideList.Redactions ? "; those after it are carried out all the same." : f.Name == "seal" ? "; the seal passes over nothing." : "; DATELINE_POISON=set-aside lets it pass over such events.");
        foreach (var f in followers.Where(f => f.SetAside > 0))
            yield return $"{f.Name} has set {f.SetAside} events aside; the list of what was set aside says which. Mend the cause, then {(Postgres.Queries.SetAsideList.IsTried(f.Name) ? $"try each again: dateline retry <position> --follower {f.Name}" : $"rebuild the view {f.Name}")}.";
        if (health.Gaps > 0) yield return $"{health.Gaps} positions are missing from the log: events were removed, or another writer left gaps.";
        if (!health.Durable) yield return "The database does not promise to keep what it acknowledges: fsync or full_page_writes is off.";
        if (health.Major is < 15 or > 18) yield return $"PostgreSQL {health.Version} is not among the versions that Dateline is tried on, 15 to 18.";
    }

    /// <summary>What is not wrong, but weaker than it could be, and what to do about it.</summary>
    internal static IEnumerable<string> Warnings(DatabaseHealth health)
    {
        if (health.MayChangeEvents)
            yield return $"The role {health.Role} owns the events, or may change them: a trigger keeps them as they are, and this role could turn it off. `audit verify` would tell, but prevent nothing. "
                + "Run Dateline as a role of its own that only reads and adds: make one, and as the owner `select give_to_application('<role>')`.";
    }

    private static Dictionary<string, string> Versions(string? postgres) => new()
    {
        ["dateline"] = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
        ["dotnet"] = Environment.Version.ToString(),
        ["postgresql"] = postgres ?? "not asked",
        ["schema"] = $"{Postgres.Schema.Version}"
    };

    private static void Show(Report report, Output output)
    {
        if (output.IsJson)
        {
            output.Json(report);
            return;
        }
        output.Line($"Engine      {report.Engine}: {report.Because}.");
        output.Line($"Database    {report.Database ?? "none"}");
        if (report.Psql is not null) output.Line($"            {report.Psql}");
        if (report.OnlyWhile is not null) output.Line($"            {report.OnlyWhile}");
        if (report.Server is not null) output.Line($"            {report.Server}");
        output.Line($"Versions    {string.Join(", ", report.Versions.Select(v => $"{v.Key} {v.Value}"))}");
        foreach (var b in report.Programs) output.Line($"Found       PostgreSQL {b.Version} in {b.Folder} ({b.Origin})");
        if (report.Head is { } head) output.Line($"Log         {head} events");
        if (report.Followers.Count > 0)
            output.Table(["follower", "position", "lag", "state", "set aside"], report.Followers.Select(f => new[] { f.Name, $"{f.Position}", $"{f.Lag}", f.State, $"{f.SetAside}" }));
        foreach (var f in report.Unread) output.Line($"Unread      {f.Count} of the last {FailedReading.LookedAt} readings, {f.Extractor}: {f.Reason} (latest: {f.Document})");
        foreach (var wrong in report.Wrong) output.Line($"Wrong       {wrong}");
        foreach (var warning in report.Warnings) output.Line($"Warning     {warning}");
        if (report.Wrong.Count == 0) output.Line(report.Empty ?? (report.Warnings.Count == 0 ? "All is well." : "Nothing is wrong, but for that warning."));
    }

    /// <summary>Dateline's own PostgreSQL ends with the last who uses it.</summary>
    private const string WhileOneRuns = "(it answers only while a dateline runs on it; `dateline serve` keeps it running)";

    internal sealed record FollowerReport(string Name, long Position, long Lag, string State, long? StoppedAt, string? Error, long SetAside);

    private sealed record Report(
        string Engine, string Because, string? Database, string? Psql, string? Server, Dictionary<string, string> Versions, List<Binaries> Programs,
        List<FollowerReport> Followers, long? Head, List<FailedReading> Unread, List<string> Wrong)
    {
        /// <summary>That there is nothing yet, and what makes it; null where there is something.</summary>
        public string? Empty { get; init; }

        /// <summary>What is weaker than it could be.</summary>
        public List<string> Warnings { get; init; } = [];

        /// <summary>When psql can be opened; null for any time.</summary>
        public string? OnlyWhile { get; init; }
    }
}

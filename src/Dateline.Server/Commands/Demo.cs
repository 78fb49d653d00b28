using System.CommandLine;
using Dateline.Postgres.Cluster;
using Dateline.Replay;
using Dateline.Server.Ingestion;
using Dateline.Server.Reading;

namespace Dateline.Server.Commands;

/// <summary><c>dateline demo</c>: the main job on the sample documents.</summary>
internal static class Demo
{
    private static readonly string[] dates = ["2026-01-20", "2026-02-28", "2026-03-03"];

    internal static Command Command()
    {
        var once = new Option<bool>("--once") { Description = "Ends instead of serving" };
        var urls = new Option<string>("--urls") { Description = "Where to listen", DefaultValueFactory = _ => Serve.DefaultUrls };
        return new Command("demo", "Shows the main job on the sample documents, on a PostgreSQL of its own") { once, urls }.Does(async (parse, output, cancellation) =>
        {
            if (output.IsJson) throw new UsageFault("The demo is for people and has no --json. The commands that it names at the end have.");
            var seeds = Seeds();
            var (database, data) = (parse.GetValue(Shared.Database), parse.GetValue(Shared.Data) ?? Path.Combine(Folders.State, "demo"));
            await using var workspace = await Workspace.Open(
                database, data, parse.GetValue(Shared.Schema)!, Engines.Choose(parse.GetValue(Shared.Engine)), output, cancellation);
            output.Say($"The demo runs on {workspace.Kind.Name}: {workspace.Kind.Why}.");
            if (workspace.Cluster is { } cluster) output.Say($"PostgreSQL {cluster.Binaries.Version} ({cluster.Binaries.Origin}) in {cluster.Folder}.");
            await Show(seeds, workspace, output, database is null ? $"--data {Quoted(data)}" : "--database …", cancellation);
            if (!parse.GetValue(once)) await Serve.Run(parse.GetValue(urls)!, workspace, output, demo: true, cancellation);
            return Exit.Done;
        });
    }

    private static async Task Show(string[] seeds, Workspace workspace, Output output, string where, CancellationToken cancellation)
    {
        var ingester = new Ingester(workspace.Newsroom, new("demo"), () => Workspace.Now);
        var late = seeds.Where(f => Path.GetFileName(f).Contains("kill", StringComparison.Ordinal)).ToArray();
        output.Heading("1. Documents come in");
        await Ingest.Run([.. seeds.Except(late)], new ReadingLimits(), ingester, output, workspace, wait: true, cancellation);

        output.Heading("2. Two people judge");
        var killed = await new DemoVerdicts(workspace, output).Judge(seeds, late, cancellation);

        output.Heading("3. A publisher takes a document back");
        await Ingest.Run(late, new ReadingLimits(), ingester, output, workspace, wait: true, cancellation);

        foreach (var date in dates)
        {
            var replayed = await Replayer.At(workspace.Newsroom, Moments.Parse(date, "--as-of"), Clock.Published, null, cancellation);
            output.Heading($"4. The board as anyone could have known it by the end of {date}");
            Stories.Show(Pages.Stories(replayed.Picture), output);
        }
        var main = (await workspace.Board.Stories(cancellation)).OrderByDescending(s => s.Documents).First();
        var now = await Replayer.At(workspace.Newsroom, Workspace.Now, Clock.Published, null, cancellation);
        output.Heading($"5. “{main.Title}”, by the published clock");
        Story.Timeline(Pages.Timeline(now.Changes, "story", main.Id, Clock.Published), output);

        output.Heading("6. A verdict whose basis changed");
        var claim = killed is null ? null : await workspace.Board.Claim(killed, Workspace.Now, cancellation);
        if (claim is not null)
        {
            output.Line($"“{claim.Claim.Text}” is {claim.Claim.Status}.");
            Claim.Verdicts(claim, output);
        }
        Next(main.Id, claim, where, output);
    }

    private static void Next(string story, ClaimPage? claim, string where, Output output)
    {
        output.Heading("7. Try next");
        string[] commands =
        [
            "stories", "stories --as-of 2026-02-28 --clock published", $"story {story}",
            .. claim is null ? Array.Empty<string>() :
            [
                $"claim {claim.Claim.Id}", $"document {claim.Mentions[0].Document}", $"audit log --subject {claim.Claim.Id}",
                $"verdict withdraw {claim.Claim.Id} {claim.Verdicts[^1].Id} --because \"Its document was taken back.\" --as ben"
            ],
            $"diff --from 2026-02-28 --to 2026-03-02 --clock published --story {story}", "source list", "ingest <your folder>", "doctor"
        ];
        foreach (var command in commands) output.Line($"  {Program()} {command} {where}");
    }

    /// <summary>How the program can be started again from here.</summary>
    private static string Program() => File.Exists("Dateline.slnx") || Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "dateline"
        ? "dotnet run --project src/Dateline.Server --" : Quoted(Environment.ProcessPath!);

    private static string Quoted(string path) => path.All(c => char.IsLetterOrDigit(c) || c is '/' or '\\' or ':' or '.' or '-' or '_') ? path : $"\"{path}\"";

    /// <summary>The sample documents: beside the program, or in the repository that one stands in.</summary>
    private static string[] Seeds()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var seeds = Path.Combine(folder.FullName, "seeds");
            if (File.Exists(Path.Combine(folder.FullName, "Dateline.slnx")) && Directory.Exists(seeds)) return Files(seeds);
        }
        var beside = Path.Combine(AppContext.BaseDirectory, "seeds");
        return Directory.Exists(beside) ? Files(beside) : throw new Refused($"The sample documents are not in {beside}, where the build puts them. Run the demo from the repository.");
    }

    private static string[] Files(string folder) => [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];
}

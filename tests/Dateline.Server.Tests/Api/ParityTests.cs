using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dateline.Accounts;
using Dateline.Server.Commands;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>What the command line can do, the API can do as well: every command has its operations, and every option its parameter, field or header there.</summary>
public sealed class ParityTests(Shell shell) : IAsyncLifetime
{
    private const string Operations =
        """
        ingest: ingestDocument ingestBatch ingestFiles
        stories: listStories
        story: getStory
        story merge: mergeStory
        story split: splitStory
        story move: moveDocument
        story rename: renameStory
        story dismiss: dismissStory
        story close: closeStory
        story reopen: reopenStory
        claim: getClaim
        claim merge: mergeClaim
        claim split: splitClaim
        claim unrelate: unrelateClaim
        document: getDocument
        source list: listSources
        source rate: rateSource
        source scorecard: getScorecard listScorecards
        diff: diff look
        verdict propose: proposeVerdict
        verdict supersede: supersedeVerdict
        verdict approve: approveVerdict
        verdict reject: rejectVerdict
        verdict withdraw: withdrawVerdict
        verdict seen: couldHaveSeen
        policy list: listPolicies
        policy try: tryPolicy
        audit log: listActs
        audit checkpoint: signCheckpoint getCheckpoint
        audit prove: proveEvent
        audit verify: verify getVerification
        audit export: exportAudit
        audit redact propose: proposeRedaction
        audit redact approve: approveRedaction
        audit redact decline: declineRedaction
        audit words propose: proposeWordsRedaction
        audit words list: listRedactions
        audit words approve: approveWordsRedaction
        audit words decline: declineWordsRedaction
        rebuild: rebuildView
        retry: retryEvent
        doctor: listFollowers
        extract: extract
        reextract: readAgain
        match: match
        group: group
        """;

    /// <summary>They start the server.</summary>
    private static readonly string[] without = ["serve", "demo"];

    /// <summary>Options that are called otherwise there, wherever they are, or that a command alone has.</summary>
    private static readonly Dictionary<string, string> called = new()
    {
        ["because"] = "reason",
        ["expect"] = "If-Match",
        ["no-wait"] = "wait",
        ["before"] = "cursor",
        ["since-last-looked"] = "since",
        ["verdict approve knowing"] = "If-Match",
        ["verdict propose because"] = "rationale",
        ["verdict supersede because"] = "rationale",
        ["audit redact propose because"] = "legalReason",
        ["audit words propose because"] = "legalReason",
        ["audit log most"] = "limit",
        ["story move document"] = "id",
        ["group window"] = "documents"
    };

    /// <summary>Options that mean nothing there, and why.</summary>
    private static readonly Dictionary<string, string> meaningless = new()
    {
        ["as"] = "who acts is whoever signed in",
        ["explain"] = "every answer explains itself",
        ["diff mark"] = "looking is a request of its own, look",
        ["ingest max-text"] = "the server's bound holds for everybody",
        ["ingest patience"] = "the client decides how long it waits",
        ["ingest in-flight"] = "the client decides how many requests it sends",
        ["audit log format"] = "answers are JSON",
        ["audit checkpoint key"] = "the server has its key",
        ["audit checkpoint name"] = "the server has its key",
        ["audit checkpoint checkpoint"] = "the body is one",
        ["audit checkpoint out"] = "the answer is the file",
        ["audit prove key"] = "the server has its key",
        ["audit prove verifier"] = "whoever checks the proof chooses whom to trust",
        ["audit prove checkpoint"] = "the last one that was signed",
        ["audit verify key"] = "the server has its key",
        ["audit verify verifier"] = "the server has its key",
        ["audit verify checkpoint"] = "the body is one",
        ["audit verify export"] = "offline, away from the server",
        ["audit verify proof"] = "offline, away from the server",
        ["audit export key"] = "the server has its key",
        ["extract extractor"] = "the server's own",
        ["reextract as"] = "who acts is whoever signed in"
    };

    private ApiHost site = null!;

    public async ValueTask InitializeAsync() => site = await ApiHost.Open(shell);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public void every_command_has_its_operations() => Assert.Equal(
        Operations.Split('\n').Select(l => l.Split(": ")[0]).Concat(without).Order(StringComparer.Ordinal), Commands(Cli.Root(), "").Select(c => c.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task every_operation_is_there_and_takes_what_the_command_takes()
    {
        var document = await site.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json", ApiHost.Cancellation);
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => o.Value)).ToDictionary(o => o.GetProperty("operationId").GetString()!);
        var commands = Commands(Cli.Root(), "").ToDictionary(c => c.Name, c => c.Command);
        foreach (var (name, ids) in Operations.Split('\n').Select(l => l.Split(": ")).Select(l => (l[0], l[1].Split(' '))))
        {
            var taken = ids.SelectMany(id => Taken(operations[id], document)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var option in commands[name].Options.Where(o => !o.Recursive && o is not System.CommandLine.Help.HelpOption).Select(o => o.Name.TrimStart('-')))
            {
                if (meaningless.ContainsKey($"{name} {option}") || meaningless.ContainsKey(option)) continue;
                var there = called.GetValueOrDefault($"{name} {option}") ?? called.GetValueOrDefault(option) ?? option.Replace("-", "", StringComparison.Ordinal);
                Assert.True(taken.Contains(there), $"dateline {name} --{option}: {string.Join(", ", ids)} takes {string.Join(", ", taken)}");
            }
        }
    }

    [Fact]
    public async Task an_export_verifies_with_the_command_line_and_a_kept_checkpoint_with_the_server()
    {
        await site.Fill();
        using var root = await site.Key("Root", Role.Administrator);
        using var first = await root.Post("/api/v1/checkpoint", null);
        var kept = await first.Content.ReadAsStringAsync(ApiHost.Cancellation);
        using var answer = await root.Post("/api/v1/audit/export", null);
        Assert.Equal((HttpStatusCode.OK, "application/x-tar"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var folder = Shell.NewFolder();
        await System.Formats.Tar.TarFile.ExtractToDirectoryAsync(await answer.Content.ReadAsStreamAsync(ApiHost.Cancellation), folder, overwriteFiles: false, ApiHost.Cancellation);
        (await Shell.Run("", "audit", "verify", "--export", folder)).With(0);

        await root.PostAsync("/api/v1/checkpoint", new StringContent("no checkpoint", Encoding.UTF8, "text/plain"), ApiHost.Cancellation).Problem(422, "refused");
        using var again = await root.PostAsync("/api/v1/checkpoint", new StringContent(kept, Encoding.UTF8, "text/plain"), ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await root.PostAsync("/api/v1/verification", new StringContent("no checkpoint", Encoding.UTF8, "text/plain"), ApiHost.Cancellation).Problem(422, "refused");
        await root.PostAsync("/api/v1/verification", new StringContent(kept, Encoding.UTF8, "text/plain"), ApiHost.Cancellation).With(202);
        JsonElement state;
        while ((state = await root.Get("/api/v1/verification")).GetProperty("running").GetBoolean()) { }
        Assert.True(state.GetProperty("last").GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task texts_are_read_matched_and_grouped_without_a_record()
    {
        using var rita = await site.Key("Rita", Role.Reader);
        var head = await site.Workspace.Engine.Head(ApiHost.Cancellation);
        const string Text = "The army said that two ships were hit in the port of Belmar.";
        Assert.Contains("two ships were hit", (await rita.Post("/api/v1/extractions", new { text = Text }).With(200)).GetProperty("mentions")[0].GetRawText(), StringComparison.Ordinal);
        var matches = await rita.Post("/api/v1/matches", new { claims = new[] { new { id = "c-1", claim = "Two ships were hit in Belmar." }, new { id = "c-2", claim = "The harvest failed in the north." } }, text = Text }).With(200);
        Assert.Equal("c-1", matches[0].GetProperty("id").GetString());
        var groups = await rita.Post("/api/v1/groupings", new { documents = new[] { new { id = "a", text = Text }, new { id = "b", text = Text + " It burns." }, new { id = "c", text = "The council approved the new tramway to the airport." } } }).With(200);
        Assert.Equal([true, false], new[] { 1, 2 }.Select(i => groups[i].GetProperty("story").GetString() == groups[0].GetProperty("story").GetString()));
        await rita.Post("/api/v1/matches", new { claims = Array.Empty<object>(), text = Text }).Problem(400, "invalid");
        await rita.Post("/api/v1/groupings", new { documents = Enumerable.Range(0, 1001).Select(i => new { id = $"{i}", text = "x" }) }).Problem(400, "invalid");
        await rita.Post("/api/v1/extractions", new { text = (string?)null }).Problem(400, "invalid");
        Assert.Equal(head, await site.Workspace.Engine.Head(ApiHost.Cancellation));
    }

    [Fact]
    public async Task acts_of_one_kind_are_listed()
    {
        await site.Fill();
        using var rita = await site.Key("Rita", Role.Reader);
        Assert.All((await rita.Get("/api/v1/audit?kind=document_ingested")).Items(), a => Assert.Equal("document_ingested", a.GetProperty("what").GetString()));
        Assert.Equal(3, (await rita.Get("/api/v1/audit?kind=document_ingested")).Items().Count);
    }

    private static IEnumerable<(string Name, Command Command)> Commands(Command command, string path) => command.Subcommands.SelectMany(c =>
        (c.Arguments.Count > 0 || c.Subcommands.Count == 0 ? new[] { (path + c.Name, c) } : []).Concat(Commands(c, path + c.Name + " ")));

    private static IEnumerable<string> Taken(JsonElement operation, JsonElement document)
    {
        foreach (var parameter in operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : default) yield return parameter.GetProperty("name").GetString()!;
        if (!operation.TryGetProperty("requestBody", out var body)) yield break;
        var schema = body.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
        if (schema.TryGetProperty("$ref", out var reference)) schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        foreach (var property in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default) yield return property.Name;
    }
}

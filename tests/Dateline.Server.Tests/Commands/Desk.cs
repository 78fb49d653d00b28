using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

/// <summary>How a run of the program ended.</summary>
internal sealed record Ended(int Code, string Out, string Error)
{
    /// <summary>Standard output as one JSON value.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Standard output as JSON Lines.</summary>
    public List<JsonElement> Lines => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    /// <summary>The same when it ended with this code; else the test fails and shows what the program said.</summary>
    public Ended With(int code)
    {
        Assert.True(Code == code, $"exit code {Code}, not {code}\n{Error}\n{Out}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }
}

/// <summary>The program on one database, and a folder of files for it.</summary>
/// <param name="database">The database's connection string; null for runs without one.</param>
public sealed class Desk(string? database) : IDisposable
{
    private readonly string _folder = Machine.NewFolder();

    /// <summary>The folder of the files.</summary>
    public string Folder => _folder;

    /// <summary>The database's connection string.</summary>
    public string Database => database!;

    internal Task<Ended> Run(params string[] arguments) => RunWith(null, arguments);

    /// <summary>A run that has to end well, and its JSON.</summary>
    internal async Task<JsonElement> Json(params string[] arguments) => (await Run([.. arguments, "--json"])).With(0).Json;

    internal async Task<Ended> RunWith(string? input, params string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        using var process = Machine.Start(database is null ? arguments : [.. arguments, "--database", database]);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            if (input is not null) await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    /// <summary>Writes a file.</summary>
    internal string Put(string name, string text) => Put(name, System.Text.Encoding.UTF8.GetBytes(text));

    internal string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes an article with front matter.</summary>
    internal string Article(string name, string source, string published, string text, string title = "Strikes on the port", string? more = null) => Put(
        name, $"---\nsource: {source}\nurl: https://{source.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.example/{Path.GetFileNameWithoutExtension(name)}\n"
        + $"title: \"{title}\"\npublished: {published}\n{(more is null ? "" : more + "\n")}---\n\n{text}\n");

    /// <summary>Ingests what is in the folder.</summary>
    internal async Task<List<JsonElement>> Ingest(params string[] more) => (await Run(["ingest", _folder, .. more, "--json"])).With(0).Lines;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

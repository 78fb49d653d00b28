using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

/// <summary>The program on one database, and a folder of files for it.</summary>
/// <param name="database">The database's connection string; null for runs without one.</param>
public sealed class Desk(string? database) : IDisposable
{
    private readonly string _folder = Shell.NewFolder();

    /// <summary>The folder of the files.</summary>
    public string Folder => _folder;

    /// <summary>The database's connection string.</summary>
    public string Database => database!;

    internal Task<Ran> Run(params string[] arguments) => RunWith(null, arguments);

    /// <summary>A run that has to end well, and its JSON.</summary>
    internal async Task<JsonElement> Json(params string[] arguments) => (await Run([.. arguments, "--json"])).With(0).Json;

    /// <summary>A run with something on standard input.</summary>
    internal Task<Ran> RunWith(string? input, params string[] arguments) => Shell.Run(input, database is null ? arguments : [.. arguments, "--database", database]);

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
    internal async Task<IReadOnlyList<JsonElement>> Ingest(params string[] more) => (await Run(["ingest", _folder, .. more, "--json"])).With(0).Lines;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

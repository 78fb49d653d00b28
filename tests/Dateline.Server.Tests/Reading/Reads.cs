using System.Text;
using Dateline.Server.Reading;

namespace Dateline.Server.Tests.Reading;

/// <summary>A folder of its own for one test, and what the reader makes of what is in it.</summary>
internal sealed class Reads : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("dateline-reading-").FullName;

    public ReadingLimits Limits { get; init; } = new();

    public string Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    public string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<List<Dateline.Server.Reading.Reading>> All(IEnumerable<string> paths, Stream? input = null)
    {
        List<Dateline.Server.Reading.Reading> all = [];
        await foreach (var reading in new DocumentReader(Limits).Read(paths, input, TestContext.Current.CancellationToken)) all.Add(reading);
        return all;
    }

    public async Task<Draft> Draft(string name, string text) => Drafted(Assert.Single(await All([Put(name, text)])));

    public async Task<Draft> Draft(string name, byte[] bytes) => Drafted(Assert.Single(await All([Put(name, bytes)])));

    public async Task<string> Refusal(string name, string text) => await Refusal(name, Encoding.UTF8.GetBytes(text));

    public async Task<string> Refusal(string name, byte[] bytes) => Refused(Assert.Single(await All([Put(name, bytes)])));

    public static Draft Drafted(Dateline.Server.Reading.Reading reading)
    {
        Assert.True(reading is Read, (reading as Unreadable)?.Reason);
        return ((Read)reading).Draft;
    }

    public static string Refused(Dateline.Server.Reading.Reading reading) => Assert.IsType<Unreadable>(reading).Reason;

    public static MemoryStream Input(string text) => new(Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

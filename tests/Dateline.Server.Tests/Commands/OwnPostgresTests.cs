using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

/// <summary>The program on a PostgreSQL of its own, which is killed or has no room.</summary>
public sealed class OwnPostgresTests : IDisposable
{
    private readonly string _folder = Shell.NewFolder();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task a_server_starts_it_again_and_goes_on_without_loss()
    {
        if (OperatingSystem.IsWindows()) return;
        using var serve = Shell.Start("serve", "--urls", "http://127.0.0.1:0", "--data", _folder);
        try
        {
            string? url = null;
            while (url is null)
                url = (await serve.StandardError.ReadLineAsync(Cancellation))!.Split(' ').FirstOrDefault(w => w.StartsWith("http://", StringComparison.Ordinal))?.TrimEnd(',');
            var said = serve.StandardError.ReadToEndAsync(Cancellation);
            await Ingested("first");
            using var client = new HttpClient();
            Kill();
            while (await Status(client, url) != HttpStatusCode.OK || !File.Exists(Pid)) await Task.Delay(50, Cancellation);
            await Ingested("second");
            var stories = (await Own("stories", "--json")).With(0).Json;
            Assert.Equal(2, stories.EnumerateArray().Sum(s => s.GetProperty("documents").GetInt32()));
            await Shell.Interrupt(serve);
            await serve.WaitForExitAsync(Cancellation);
            Assert.Equal(0, serve.ExitCode);
            Assert.Contains("had ended and was started again.", await said, StringComparison.Ordinal);
        }
        finally
        {
            if (!serve.HasExited) serve.Kill();
        }
    }

    [Fact]
    public async Task ingest_starts_it_again_and_goes_on_without_loss()
    {
        if (OperatingSystem.IsWindows()) return;
        var input = Enumerable.Range(0, 60).Select(i => JsonSerializer.Serialize(
            new { id = $"{i}", source = "Q", title = $"Report {i}", publishedAt = "2026-02-28", text = $"The army said that {i} ships were hit." })).ToList();
        using var ingest = Shell.Start("ingest", "-", "--json", "--data", _folder);
        var error = ingest.StandardError.ReadToEndAsync(Cancellation);
        await ingest.StandardInput.WriteAsync(string.Concat(input.Take(30).Select(l => l + "\n")).PadRight(70_000, '\n').AsMemory(), Cancellation);
        await ingest.StandardInput.FlushAsync(Cancellation);
        List<string> lines = [];
        for (var i = 0; i < 10; i++) lines.Add((await ingest.StandardOutput.ReadLineAsync(Cancellation))!);
        Kill();
        await ingest.StandardInput.WriteAsync(string.Concat(input.Skip(30).Select(l => l + "\n")).AsMemory(), Cancellation);
        ingest.StandardInput.Close();
        var rest = await ingest.StandardOutput.ReadToEndAsync(Cancellation);
        await ingest.WaitForExitAsync(Cancellation);
        var ended = new Ran(ingest.ExitCode, string.Join('\n', lines) + "\n" + rest, await error).With(0);
        Assert.Equal(60, ended.Lines.Count(l => l.Text("outcome") == "ingested"));
        Assert.Contains("had ended and was started again.", ended.Error, StringComparison.Ordinal);
        Assert.Equal(60, (await Own("stories", "--json")).With(0).Json.EnumerateArray().Sum(s => s.GetProperty("documents").GetInt32()));
    }

    [Fact]
    public async Task a_full_disk_is_called_that_and_all_goes_on_when_there_is_room()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !await Ran("mount", "-t", "tmpfs", "-o", "size=120m,mode=755", "tmpfs", _folder))
        {
            Assert.Skip("A small disk cannot be mounted here.");
            return;
        }
        try
        {
            (await Own("stories")).With(0);
            var filler = Path.Combine(_folder, "filler");
            await File.WriteAllBytesAsync(filler, new byte[new DriveInfo(_folder).AvailableFreeSpace - (12 << 20)], Cancellation);
            var random = new Random(7);
            var input = string.Concat(Enumerable.Range(0, 60).Select(i => JsonSerializer.Serialize(
                new { id = $"{i}", source = "Q", title = $"Report {i}", publishedAt = "2026-02-28", text = $"The army said that {i} ships were hit. " + Noise(random, 400_000) }) + "\n"));
            using var elsewhere = new Desk(null);
            var documents = elsewhere.Put("documents.jsonl", input);
            var full = (await Own("ingest", documents, "--patience", "1")).With(3);
            Assert.Contains($"The disk that holds {Path.Combine(_folder, "postgres")} is full", full.Error, StringComparison.Ordinal);
            Assert.Contains("were acknowledged", full.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("--database", full.Error, StringComparison.Ordinal);
            var fill = new DriveInfo(_folder).AvailableFreeSpace;
            if (fill > 1 << 20) await File.WriteAllBytesAsync(Path.Combine(_folder, "filler2"), new byte[fill - (1 << 18)], Cancellation);
            foreach (var command in new[] { "stories", "doctor" })
            {
                var ended = await Own(command);
                if (ended.Code == 0) continue;
                Assert.Contains("is full", ended.With(3).Error + ended.Out, StringComparison.Ordinal);
            }

            File.Delete(filler);
            File.Delete(Path.Combine(_folder, "filler2"));
            var first = elsewhere.Put("first.jsonl", string.Concat(input.Split('\n').Take(8).Select(l => l + "\n")));
            Assert.Equal(8, (await Own("ingest", first, "--json")).With(0).Lines.Count);
        }
        finally
        {
            await Ran("umount", "-l", _folder);
        }
    }

    private string Pid => Path.Combine(_folder, "postgres", "data", "postmaster.pid");

    private Task<Ran> Own(params string[] arguments) => Shell.Run("", [.. arguments, "--data", _folder]);

    private async Task Ingested(string id) => (await Shell.Run(
        JsonSerializer.Serialize(new { id, source = "Q", title = $"The {id} report", publishedAt = "2026-02-28", text = $"The army said that the {id} ship was hit." }) + "\n",
        "ingest", "-", "--data", _folder)).With(0);

    private static async Task<HttpStatusCode?> Status(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(new Uri($"{url}/health/ready"), Cancellation);
        return answer.StatusCode;
    }

    private void Kill()
    {
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(Pid).First(), null));
        server.Kill();
        server.WaitForExit();
    }

    private static async Task<bool> Ran(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode == 0;
    }

    private static string Noise(Random random, int characters) =>
        string.Create(characters, random, static (span, r) => { for (var i = 0; i < span.Length; i++) span[i] = i % 9 == 8 ? ' ' : (char)('a' + r.Next(26)); });
}

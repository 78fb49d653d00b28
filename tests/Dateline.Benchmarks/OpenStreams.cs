using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Stories;

namespace Dateline.Benchmarks;

/// <summary>Streams of live events that stay open: what they hold of memory, and how long an event takes to all of them.</summary>
internal static class OpenStreams
{
    private const int Streams = 1000;
    private const int Events = 20;
    private const long Most = 200L << 20;

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        await using var workspace = await Workspace.Open(ground.ConnectionString, ground.Folder, "streams", Engines.Choose(null), new Output(false), default);
        workspace.Engine.Start();
        await using var web = WebHost.Build(workspace, "http://127.0.0.1:0", Anyone.SignedIn);
        await web.StartAsync();
        var site = new Uri(web.Urls.First());
        var streams = new List<Listener>(Streams);
        try
        {
            // What one stream needs once, as code and as pools, is no stream's own.
            streams.Add(await Listener.Open(site));
            await Tell(workspace, 0);
            await streams[0].Heard(0);
            var before = Settled();
            while (streams.Count < Streams) streams.Add(await Listener.Open(site));
            var times = new List<double>(Events);
            for (var i = 1; i <= Events; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await Tell(workspace, i);
                foreach (var stream in streams) await stream.Heard(i);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            var after = Settled();
            times.Sort();
            yield return new(
                $"{Streams:#,0} open streams of live events that each heard {Events} events: working set of server and client together", "",
                string.Create(CultureInfo.InvariantCulture, $"{(after - before) / 1048576.0:0} MB more than with one ({after / 1048576.0:0} MB in all)"), "", "<= 200 MB", after - before <= Most);
            yield return Row.Info(
                "From a command until all of them have what it recorded", "",
                string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:0} ms (largest {times[^1]:0} ms)"));
        }
        finally
        {
            foreach (var stream in streams) stream.Dispose();
        }
    }

    private static Task<Receipt> Tell(Workspace workspace, int number)
    {
        var story = Marker(number);
        return workspace.Newsroom.Send(
            new FileDocument(story, "A story", new(story, $"d-{number}", "wire", "A headline", "source:wire", 1000, "It is new.", DateTimeOffset.UnixEpoch)), Act.System, default);
    }

    // The id of a story, which its events name.
    private static string Marker(int number) => string.Create(CultureInfo.InvariantCulture, $"s-told-{number:000}");

    /// <summary>The working set after what can be collected was, in bytes.</summary>
    private static long Settled()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>A client as small as one can be, so that what is measured is the server's.</summary>
    private sealed class Listener(Socket socket) : IDisposable
    {
        private static readonly byte[] buffer = new byte[1 << 16];
        private readonly StringBuilder unread = new();

        internal static async Task<Listener> Open(Uri site)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(site.Host, site.Port);
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /api/v1/live HTTP/1.1\r\nHost: {site.Authority}\r\n\r\n"));
            var listener = new Listener(socket);
            await listener.Until("retry: ");
            return listener;
        }

        internal Task Heard(int number) => Until(Marker(number));

        private async Task Until(string text)
        {
            while (!unread.ToString().Contains(text, StringComparison.Ordinal))
            {
                var read = await socket.ReceiveAsync(buffer);
                if (read == 0) throw new InvalidOperationException("The server closed a stream.");
                unread.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }
            unread.Clear();
        }

        public void Dispose() => socket.Dispose();
    }
}

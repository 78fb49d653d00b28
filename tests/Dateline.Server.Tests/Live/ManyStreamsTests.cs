using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Dateline.Accounts;
using Dateline.Server.Tests.Api;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Live;

/// <summary>By itself: what other tests took meanwhile would count as the streams'.</summary>
[Collection(nameof(ManyStreamsTests))]
[CollectionDefinition(nameof(ManyStreamsTests), DisableParallelization = true)]
public sealed class ManyStreamsTests(Shell shell)
{
    private const int Streams = 1000;
    private const long MostBytes = 200L << 20;

    [Fact]
    public async Task a_thousand_streams_fit_into_200_megabytes_and_each_is_told()
    {
        await using var site = await ApiHost.Open(shell);
        using var ana = await site.Key("Ana", Role.Analyst);
        await site.Fill();
        var before = Resident();
        var sockets = new List<TcpClient>();
        try
        {
            var request = Encoding.ASCII.GetBytes($"GET /api/v1/live HTTP/1.1\r\nHost: {site.Address.Authority}\r\nAuthorization: {ana.DefaultRequestHeaders.Authorization}\r\n\r\n");
            var buffer = new byte[8 << 10];
            for (var i = 0; i < Streams; i++)
            {
                var socket = new TcpClient();
                sockets.Add(socket);
                await socket.ConnectAsync(site.Address.Host, site.Address.Port, ApiHost.Cancellation);
                await socket.GetStream().WriteAsync(request, ApiHost.Cancellation);
                await Until(socket, "retry:", buffer);
            }
            // The figure holds the thousand clients too: they are in this process.
            var taken = Resident() - before;
            TestContext.Current.SendDiagnosticMessage("{0} streams: {1} MB", Streams, taken >> 20);
            Assert.True(taken <= MostBytes, $"{taken >> 20} MB");

            await ana.Post("/api/v1/documents", new { title = "All", text = "The mayor said that everybody hears it.", source = "Wire", id = "all" }, null).With(201);
            foreach (var socket in sockets) await Until(socket, "event: document_ingested", buffer);
        }
        finally
        {
            foreach (var socket in sockets) socket.Dispose();
        }
    }

    private static async Task Until(TcpClient socket, string text, byte[] buffer)
    {
        var read = new StringBuilder();
        while (!read.ToString().Contains(text, StringComparison.Ordinal))
        {
            var length = await socket.GetStream().ReadAsync(buffer, ApiHost.Cancellation);
            Assert.True(length > 0, $"The stream ended: {read}");
            read.Append(Encoding.UTF8.GetString(buffer, 0, length));
        }
    }

    private static long Resident()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}

using System.Net;
using System.Net.Http.Json;
using Dateline.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Requests that are sent again with their key are answered, and not done again.</summary>
public sealed class RepeatTests(Shell shell) : FilledHost(shell)
{
    [Fact]
    public async Task a_repeated_request_is_answered_and_not_done_again()
    {
        var body = new { title = "T", text = "The mayor said that the bridge is closed.", source = "Wire", url = "https://wire.example/bridge" };
        using var first = await Ana.Post("/api/v1/documents", body, null, "k-1");
        using var second = await Ana.Post("/api/v1/documents", body, null, "k-1");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(ApiHost.Cancellation), await second.Content.ReadAsStringAsync(ApiHost.Cancellation));
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        // Without the key the document is known by its identity.
        Assert.Equal("unchanged", (await Ana.Post("/api/v1/documents", body, null).With(200)).GetProperty("outcome").GetString());
        await Ana.Post("/api/v1/documents", body with { text = "Another." }, null, "k-1").Problem(422, "key-reused");
        using var ben = await Site.Key("Ben", Role.Analyst);
        Assert.Equal("unchanged", (await ben.Post("/api/v1/documents", body, null, "k-1").With(200)).GetProperty("outcome").GetString());
        await Ana.Post("/api/v1/documents", body, null, new string('k', 201)).Problem(400, "invalid");
    }

    [Fact]
    public async Task a_refused_request_does_not_use_its_key_up()
    {
        var path = $"/api/v1/stories/{(await Ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}/rename";
        await Ana.Post(path, new { title = "", reason = "So." }, "*", "k-2").Problem(422, "refused");
        await Ana.Post(path, new { title = "Good", reason = "So." }, "*", "k-2").With(200);
    }

    [Fact]
    public async Task one_of_two_at_once_with_one_key_is_done()
    {
        var body = new { title = "Once", text = "The mayor said that it rains.", source = "Wire", url = "https://wire.example/once" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var answer = await Ana.Post("/api/v1/documents", body, null, "k-3");
            return (int)answer.StatusCode;
        }));
        Assert.Contains(201, answers);
        Assert.All(answers, a => Assert.Contains(a, new[] { 201, 409 }));
        await Site.Workspace.Engine.Settle(ApiHost.Cancellation);
        Assert.Single((await Ana.Get("/api/v1/audit?actor=Ana")).Items(), a => a.GetProperty("what").GetString() == "document_ingested");
    }

    [Fact]
    public async Task an_answer_that_nobody_heard_is_given_again()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await ApiHost.Open(Shell, more: s => s.AddSingleton<IStartupFilter>(new Leaving(gone)));
        using var editor = await host.Key("Ed", Role.Editor);
        await host.Fill();
        var engine = host.Workspace.Engine;
        using var seen = await editor.GetAsync("/api/v1/sources/harbour-wire", ApiHost.Cancellation);
        var (tag, rating, head) = (seen.Headers.ETag!.ToString(), new { reliability = "B", reason = "Often right." }, await engine.Head(ApiHost.Cancellation));
        Task<HttpResponseMessage> Rate(CancellationToken cancellation)
        {
            var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/sources/harbour-wire/rating?wait=filed") { Content = JsonContent.Create(rating) };
            request.Headers.TryAddWithoutValidation("If-Match", tag);
            request.Headers.TryAddWithoutValidation("Idempotency-Key", "k-lost");
            return editor.SendAsync(request, cancellation);
        }
        // While its view cannot be written nothing is shown, so that the request waits, its event recorded.
        await using (var connection = await engine.Database.OpenConnectionAsync(ApiHost.Cancellation))
        {
            await using var held = await connection.BeginTransactionAsync(ApiHost.Cancellation);
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = "lock table sources in exclusive mode";
                await command.ExecuteNonQueryAsync(ApiHost.Cancellation);
            }
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(ApiHost.Cancellation);
            var first = Rate(cut.Token);
            while (await engine.Head(ApiHost.Cancellation) == head) await Task.Delay(5, ApiHost.Cancellation);
            await cut.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
            await gone.Task.WaitAsync(TimeSpan.FromMinutes(2), ApiHost.Cancellation);
            await Rate(ApiHost.Cancellation).Problem(409, "under-way");
            await held.RollbackAsync(ApiHost.Cancellation);
        }
        var again = await Rate(ApiHost.Cancellation);
        while (again.StatusCode == HttpStatusCode.Conflict)
        {
            again.Dispose();
            await Task.Delay(20, ApiHost.Cancellation);
            again = await Rate(ApiHost.Cancellation);
        }
        Assert.Equal((HttpStatusCode.OK, "true"), (again.StatusCode, again.Headers.GetValues("Idempotency-Replayed").Single()));
        Assert.Equal(head + 1, (await Task.FromResult(again).With(200)).GetProperty("position").GetInt64());
    }

    /// <summary>Tells when a client that sent a PUT has left.</summary>
    private sealed class Leaving(TaskCompletionSource gone) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                if (HttpMethods.IsPut(context.Request.Method)) context.RequestAborted.Register(() => gone.TrySetResult());
                return then(context);
            });
            next(app);
        };
    }
}

using System.Net;
using Dateline.Accounts;
using Npgsql;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>The server while its database is away: everybody hears it in words, whoever they are, and it goes on by itself once the database is back.</summary>
public sealed class AwayTests(Shell shell)
{
    [Fact]
    public async Task while_the_database_is_away_every_answer_says_so()
    {
        var database = await shell.NewDatabase();
        await using var site = await ApiHost.Open(shell, database: database);
        using var key = await site.Key("Ana", Role.Editor);
        using var browser = await site.Browser("Ben", Role.Administrator);
        await site.Fill();
        await Allow(database, false);
        try
        {
            foreach (var client in new[] { key, browser })
            {
                await client.GetAsync("/api/v1/stories", ApiHost.Cancellation).Problem(503, "database-away");
                await client.Post("/api/v1/documents", new { text = "The mayor said that it rains." }, null).Problem(503, "database-away");
                await client.Post("/api/v1/documents", new { text = "The mayor said that it rains." }, null, "k-1").Problem(503, "database-away");
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", ApiHost.Cancellation)).StatusCode);
                using var ready = await client.GetAsync("/health/ready", ApiHost.Cancellation);
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "the database does not answer\n"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(ApiHost.Cancellation)));
            }
            using var page = await browser.GetAsync("/", ApiHost.Cancellation);
            var html = await page.Content.ReadAsStringAsync(ApiHost.Cancellation);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Contains("The database does not answer just now", html, StringComparison.Ordinal);
            // With its style.
            var style = html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(style, ApiHost.Cancellation)).StatusCode);
        }
        finally
        {
            await Allow(database, true);
        }
        using var back = await key.GetAsync("/api/v1/stories", ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/", ApiHost.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task what_answers_get_answers_head_without_a_body()
    {
        await using var site = await ApiHost.Open(shell);
        using var browser = await site.Browser("Ben", Role.Reader);
        foreach (var path in new[] { "/", "/audit", "/api/v1/stories", "/openapi/v1.json", "/health/ready" })
        {
            using var get = await browser.GetAsync(path, ApiHost.Cancellation);
            using var head = await browser.SendAsync(new(HttpMethod.Head, path), ApiHost.Cancellation);
            Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(ApiHost.Cancellation));
        }
        using var live = await browser.SendAsync(new(HttpMethod.Head, "/api/v1/live"), ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, live.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Anonymous.SendAsync(new(HttpMethod.Head, "/api/v1/stories"), ApiHost.Cancellation)).StatusCode);
    }

    /// <summary>Lets nobody on to the database any more, or again.</summary>
    private async Task Allow(string database, bool allowed)
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await using var connection = new NpgsqlConnection(shell.Cluster.ConnectionString);
        await connection.OpenAsync(ApiHost.Cancellation);
        await using var command = new NpgsqlCommand($"alter database {name} allow_connections {allowed}; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'", connection);
        await command.ExecuteNonQueryAsync(ApiHost.Cancellation);
    }
}

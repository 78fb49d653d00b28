using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Accounts;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Parameters of addresses: what an endpoint does not take is refused there, by name, and nothing is done.</summary>
public sealed class ParameterTests(Shell shell) : IAsyncLifetime
{
    private ApiHost site = null!;
    private HttpClient root = null!;

    public async ValueTask InitializeAsync()
    {
        site = await ApiHost.Open(shell);
        root = await site.Browser("Root", Role.Administrator);
        await site.Fill();
    }

    public async ValueTask DisposeAsync()
    {
        root.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task no_endpoint_takes_a_parameter_that_it_does_not_know()
    {
        var head = await site.Workspace.Engine.Head(ApiHost.Cancellation);
        foreach (var (method, path, parameters) in await Operations())
            foreach (var nonsense in new[] { "nonsense=1", "nonsense", "%3Cscript%3E=1", "%E2%80%AEasOf=1" })
            {
                var problem = await Refused(method, $"{path}?{nonsense}", "unknown-parameter");
                Assert.Equal(parameters.Select(p => p.Name).Order(StringComparer.Ordinal), problem.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()!).Order(StringComparer.Ordinal));
                Assert.DoesNotContain(problem.GetRawText(), c => c is '<' or '\u202E');
            }
        Assert.Equal(head, await site.Workspace.Engine.Head(ApiHost.Cancellation));
    }

    [Fact]
    public async Task no_endpoint_takes_a_word_that_means_nothing_there_or_a_parameter_twice()
    {
        foreach (var (method, path, parameters) in await Operations())
            foreach (var (name, words) in parameters)
            {
                Assert.Equal(name, (await Refused(method, $"{path}?{name}=1&{name}=1", "invalid")).GetProperty("parameter").GetString());
                if (words is null) continue;
                foreach (var nonsense in new[] { "nonsense", "", words[0] + ",", words[0].ToUpperInvariant() })
                {
                    var problem = await Refused(method, $"{path}?{name}={nonsense}", "invalid");
                    Assert.Equal(name, problem.GetProperty("parameter").GetString());
                    Assert.Equal(words, problem.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()));
                    Assert.Contains(words[^1], problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
                }
            }
    }

    [Fact]
    public async Task every_word_that_is_named_is_taken()
    {
        var closed = (await Operations()).Where(o => o.Method == "get" && !o.Path.Contains('{', StringComparison.Ordinal)).SelectMany(o => o.Parameters.Select(p => (o.Path, p.Name, p.Words))).Where(p => p.Words is not null).ToList();
        Assert.Contains(closed, p => p.Path.EndsWith("/stories", StringComparison.Ordinal) && p.Name == "status");
        Assert.Contains(closed, p => p.Path.EndsWith("/claims", StringComparison.Ordinal) && p.Words!.Contains("verified"));
        foreach (var (path, name, words) in closed.Where(p => p.Name != "since"))
            foreach (var word in words!) await root.Get($"{path}?{name}={word}{(path.EndsWith("search", StringComparison.Ordinal) ? "&q=ships" : "")}{(path.EndsWith("diff", StringComparison.Ordinal) ? "&from=2026-01-01&to=2026-02-01" : "")}");
        // Where stories and claims stand is among the words that the lists can be asked for.
        foreach (var list in new[] { "stories", "claims" })
            foreach (var status in (await root.Get($"/api/v1/{list}")).Items().Select(i => i.GetProperty("status").GetString()))
                Assert.NotEmpty((await root.Get($"/api/v1/{list}?status={status}")).Items());
    }

    private async Task<JsonElement> Refused(string method, string path, string kind)
    {
        using var answer = await root.SendAsync(new(new(method.ToUpperInvariant()), path.Replace("{position}", "1", StringComparison.Ordinal).Replace("{revision}", "1", StringComparison.Ordinal)
            .Replace("{level}", "0", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)), ApiHost.Cancellation);
        var body = await answer.Content.ReadAsStringAsync(ApiHost.Cancellation);
        Assert.True((int)answer.StatusCode == 400 && body.Contains($"/problems/{kind}\"", StringComparison.Ordinal), $"{method} {path}: {(int)answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    private async Task<List<(string Method, string Path, List<(string Name, List<string>? Words)> Parameters)>> Operations() =>
        [.. (await site.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json", ApiHost.Cancellation)).GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Where(o => o.Name != "parameters").Select(o => (o.Name, p.Name, Parameters(o.Value))))];

    private static List<(string Name, List<string>? Words)> Parameters(JsonElement operation) => !operation.TryGetProperty("parameters", out var all) ? []
        : [.. all.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => (p.GetProperty("name").GetString()!,
            p.GetProperty("schema").TryGetProperty("enum", out var words) ? words.EnumerateArray().Select(w => w.GetString()!).ToList() : null))];
}

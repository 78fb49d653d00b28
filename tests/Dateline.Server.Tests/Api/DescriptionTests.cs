using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>The OpenAPI document is complete, and every problem has its page.</summary>
public sealed class DescriptionTests(Shell shell) : IAsyncLifetime
{
    private ApiHost site = null!;

    public async ValueTask InitializeAsync() => site = await ApiHost.Open(shell);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task the_api_is_described_and_every_problem_explained()
    {
        var document = await site.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json", ApiHost.Cancellation);
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Where(o => o.Name != "parameters").Select(o => (Path: p.Name, Method: o.Name, o.Value))).ToList();
        Assert.Equal(RoleTests.Expected.Split('\n').Length, operations.Count);
        Assert.All(operations, o =>
        {
            Assert.True(o.Value.TryGetProperty("summary", out _) && o.Value.TryGetProperty("operationId", out _) && o.Value.TryGetProperty("security", out _), $"{o.Method} {o.Path}");
            var answers = o.Value.GetProperty("responses").EnumerateObject().ToList();
            Assert.True(answers.Exists(a => a.Name.StartsWith('2')) && answers.Exists(a => a.Name == "401"), $"{o.Method} {o.Path}");
            Assert.All(answers.Where(a => a.Name is "200" or "201" or "202"), a => Assert.True(a.Value.TryGetProperty("content", out _), $"{o.Method} {o.Path} {a.Name}"));
        });
        var rename = operations.Single(o => o.Path.EndsWith("/rename", StringComparison.Ordinal));
        Assert.Contains(rename.Value.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "If-Match" && p.GetProperty("required").GetBoolean());
        Assert.All(operations, o => Assert.True(o.Path.StartsWith("/api/v1/", StringComparison.Ordinal) && o.Value.GetProperty("responses").TryGetProperty("429", out _), o.Path));
        Assert.Contains(operations.Single(o => o.Path == "/api/v1/live").Value.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "Last-Event-ID");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var piece = schemas.GetProperty("Found").GetProperty("properties").GetProperty("excerpt").GetProperty("items").GetProperty("$ref").GetString()!.Split('/')[^1];
        Assert.Equal(["match", "text"], schemas.GetProperty(piece).GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.False(schemas.GetProperty("ProblemDetails").TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False);
        // Null is one branch of "oneOf" beside a reference; a component that holds it as well would make null match twice, and so not at all.
        Assert.Contains(schemas.EnumerateObject(), s => s.Name == "Dating");
        Assert.All(schemas.EnumerateObject(), s => Assert.DoesNotContain(s.Value.TryGetProperty("enum", out var values) ? values.EnumerateArray() : [], v => v.ValueKind == JsonValueKind.Null));
        Assert.Equal(operations.Count, operations.Select(o => o.Value.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var problem in Dateline.Server.Api.Problems.All)
        {
            var page = await site.Anonymous.GetStringAsync(problem.Type, ApiHost.Cancellation);
            Assert.Contains(WebUtility.HtmlEncode(problem.Title).Replace("&#39;", "&#x27;", StringComparison.Ordinal), page, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await site.Anonymous.GetAsync("/problems/%3Cscript%3E", ApiHost.Cancellation)).StatusCode);
    }
}

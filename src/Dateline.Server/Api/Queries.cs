using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Dateline.Replay;
using Dateline.Verdicts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.OpenApi;

namespace Dateline.Server.Api;

/// <summary>The words that a parameter of an address takes.</summary>
internal sealed record TakesWords(string Name, IReadOnlyList<string> Words);

/// <summary>
/// Refuses what an endpoint does not take: a parameter that it does not know, one that stands there twice, a word that means nothing there. What
/// was misspelt would else be answered as if nobody had asked for it.
/// </summary>
internal static class Queries
{
    private const int LongestName = 60;

    /// <summary>Where the stories of a list may stand.</summary>
    internal static readonly string[] StoryStatuses = [Status.Emerging, Status.Developing, Status.Disputed, Status.Established, Status.Settled, Status.Closed, Status.Retracted];

    /// <summary>Where the claims of a list may stand; a standing verdict's rating is a status as well.</summary>
    internal static readonly string[] ClaimStatuses =
        [Status.SingleOrigin, Status.Corroborated, Status.Disputed, Status.Open, Status.Due, Status.Retracted, .. Words.All<Rating>()];

    /// <summary>What these words mean is the same wherever they are taken.</summary>
    private static readonly TakesWords[] everywhere = [new("clock", Words.All<Clock>()), new("wait", ["filed"])];

    /// <summary>Says which words a parameter takes; every other one is refused.</summary>
    internal static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, string name, params string[] words) => endpoint.WithMetadata(new TakesWords(name, words));

    internal static void Use(WebApplication app)
    {
        var known = new Lazy<FrozenDictionary<string, string[]>>(() => Known(app.Services));
        app.UseWhen(static c => c.Request.Path.StartsWithSegments("/api"), branch => branch.Use((context, next) =>
            context.GetEndpoint() is RouteEndpoint endpoint && known.Value.TryGetValue(Key(context.Request.Method, endpoint.RoutePattern.RawText), out var names)
                && Fault(context.Request.Query, names, endpoint.Metadata) is { } fault ? fault.ExecuteAsync(context) : next(context)));
    }

    /// <summary>Names the parameters in the description as they are written everywhere else, and the words that they take.</summary>
    internal static void Describe(OpenApiOperation operation, IEnumerable<object> metadata)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Query))
        {
            parameter.Name = Written(parameter.Name!);
            if (WordsOf(parameter.Name, metadata) is { } words && parameter.Schema is OpenApiSchema schema) schema.Enum = [.. words.Select(w => JsonValue.Create(w))];
        }
    }

    private static ProblemHttpResult? Fault(IQueryCollection query, string[] names, EndpointMetadataCollection metadata)
    {
        foreach (var (name, values) in query)
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
                return Problems.Of(
                    Problems.UnknownParameter, $"There is no parameter \"{Reading.TextHygiene.Line(name, LongestName)}\" here. {(names.Length == 0 ? "None is taken." : $"These are taken: {string.Join(", ", names)}.")}",
                    ("parameter", Reading.TextHygiene.Line(name, LongestName)), ("allowed", names));
            if (values.Count != 1) return Problems.Of(Problems.Invalid, $"{name} stands there {values.Count} times. Give it once.", ("parameter", name));
            if (WordsOf(name, metadata) is { } words && !words.Contains(values[0]!, StringComparer.Ordinal))
                return Problems.Of(Problems.Invalid, $"{name} is {(words.Count == 1 ? "" : "one of ")}{string.Join(", ", words)}; or leave it out.", ("parameter", name), ("allowed", words));
        }
        return null;
    }

    private static IReadOnlyList<string>? WordsOf(string name, IEnumerable<object> metadata) =>
        metadata.OfType<TakesWords>().Concat(everywhere).FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Words;

    /// <summary>The parameters of every endpoint, as they are described and bound.</summary>
    private static FrozenDictionary<string, string[]> Known(IServiceProvider services) =>
        services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(g => g.Items).ToFrozenDictionary(
            d => Key(d.HttpMethod, d.RelativePath), d => d.ParameterDescriptions.Where(p => p.Source == BindingSource.Query).Select(p => Written(p.Name)).ToArray());

    private static string Written(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Key(string? method, string? path) => $"{method} {path?.Trim('/')}";
}

using static Dateline.Server.Accounts.PlainPage;

namespace Dateline.Server.Api;

/// <summary>The pages that the <c>type</c> of a problem leads to.</summary>
internal static class ProblemPages
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/problems").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("", () => Of("Problems",
            "<ul>" + string.Concat(Problems.All.Select(p => $"<li><a href=\"{p.Type}\">{p.Status}: {Text(p.Title)}</a></li>")) + "</ul>"));
        pages.MapGet("/{name}", (string name) => Problems.All.FirstOrDefault(p => p.Name == name) is { } p
            ? Of(p.Title, $"<p>{Text(p.Meaning)}</p><p>Status {p.Status}. <a href=\"/problems\">All problems</a></p>")
            : Of("Not found", "<p>There is no such problem. <a href=\"/problems\">All problems</a></p>", 404));
    }
}

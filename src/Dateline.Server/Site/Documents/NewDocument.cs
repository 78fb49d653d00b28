using System.Globalization;
using System.Text;
using Dateline.Accounts;
using Dateline.Documents;
using Dateline.Server.Commands;
using Dateline.Server.Ingestion;
using Dateline.Server.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Server.Site.Documents;

/// <summary>A document that an analyst brings in by hand.</summary>
internal static class NewDocument
{
    private const string Form = "document";

    internal static void MapNewDocument(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/documents/new", static () => Show(null)).AddEndpointFilter(Person.AtLeast(Role.Analyst));
        pages.MapPost("/documents/new", static (HttpContext http, Views views) => Acting.Do(
            http, views, Form, static (sent, _) =>
            {
                var command = Command(sent);
                return Task.FromResult(new Deed(command, "", Address.Document(command.Document), "brought-in"));
            }, problem => Task.FromResult<IResult>(Show(problem)))).AddEndpointFilter(Person.AtLeast(Role.Analyst)).WithMetadata(new TakesDocument());
    }

    /// <summary>The same reading and the same limits as for a text file.</summary>
    private static IngestDocument Command(Sent sent)
    {
        var text = sent.Text("text").Replace("\r\n", "\n", StringComparison.Ordinal);
        try
        {
            var draft = new Fields(new ReadingLimits())
            {
                Source = sent.Text("source"),
                Url = sent.Text("url"),
                Title = sent.Text("title"),
                Published = Published(sent.Text("published")),
                Text = TextHygiene.Clean(text)
            }.ToDraft("text", Encoding.UTF8.GetBytes(text), "text/plain");
            return Identities.Command(draft, Workspace.Now);
        }
        catch (NotReadable e)
        {
            throw new Refused(e.Message);
        }
    }

    private static string? Published(string local) => local.Length == 0 ? null
        : DateTime.TryParseExact(local, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : throw new Refused("When it was published cannot be read. Choose a day and a time, or leave it empty for now.");

    private static RazorComponentResult<NewDocumentShown> Show(Problem? problem) => PagesSetup.Page<NewDocumentShown>(new { Problem = problem }, problem?.Status ?? 200);
}

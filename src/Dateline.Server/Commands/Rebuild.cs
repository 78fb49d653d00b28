using System.CommandLine;
using Dateline.Postgres.Views;

namespace Dateline.Server.Commands;

/// <summary><c>dateline rebuild</c></summary>
internal static class Rebuild
{
    internal static Command Command()
    {
        var view = new Argument<string?>("view") { Description = $"One of {string.Join(", ", AllViews.Catalogue.Select(v => v.Name))}; all when left out", Arity = ArgumentArity.ZeroOrOne };
        return new Command("rebuild", "Builds a view anew from the log, beside the live one, and swaps the two") { view }.Does(async (parse, output, workspace, cancellation) =>
        {
            string[] views = parse.GetValue(view) is { } one ? [one] : [.. AllViews.Catalogue.Select(v => v.Name)];
            foreach (var name in views)
            {
                await workspace.Engine.Rebuild(name, null, cancellation);
                if (output.IsJson) output.Json(new { view = name, position = await workspace.Engine.Head(cancellation) });
                else output.Line($"{name} was rebuilt.");
            }
            return Exit.Done;
        });
    }
}

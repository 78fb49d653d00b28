using System.CommandLine;
using Dateline.Postgres.Views;

namespace Dateline.Server.Commands;

/// <summary><c>dateline rebuild</c></summary>
internal static class Rebuild
{
    internal static Command Command()
    {
        var view = new Argument<string?>("view") { Description = $"One of {string.Join(", ", Names)}; all when left out", Arity = ArgumentArity.ZeroOrOne };
        return new Command("rebuild", "Builds a view anew from the log, beside the live one, and swaps the two") { view }.Does(async (parse, output, workspace, cancellation) =>
        {
            string[] views = parse.GetValue(view) is { } one ? [one] : [.. Names];
            foreach (var name in views)
            {
                await output.Progress(report => workspace.Engine.Rebuild(name, new Counted(name, report), cancellation));
                if (output.IsJson) output.Json(new { view = name, position = await workspace.Engine.Head(cancellation) });
                else output.Line($"{name} was rebuilt.");
            }
            return Exit.Done;
        });
    }

    private static IEnumerable<string> Names => AllViews.Catalogue.Select(v => v.Name);
}

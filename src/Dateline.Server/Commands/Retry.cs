using System.CommandLine;
using Dateline.Postgres.Queries;

namespace Dateline.Server.Commands;

/// <summary><c>dateline retry</c></summary>
internal static class Retry
{
    internal static Command Command()
    {
        var position = new Argument<long>("position") { Description = "The event's position in the log" };
        var follower = new Option<string>("--follower") { Description = "Who set it aside", DefaultValueFactory = _ => SetAsideList.Reactions };
        return new Command("retry", "Tries an event again that was set aside, once its cause is mended; `rebuild` does it for a view") { position, follower }.Does(
            async (parse, output, workspace, cancellation) =>
            {
                var at = parse.GetValue(position);
                try
                {
                    var done = await Hosting.Retry.Run(workspace, parse.GetValue(follower)!, at, cancellation);
                    await workspace.Settle(output, cancellation);
                    if (output.IsJson) output.Json(new { position = at, done });
                    else output.Line(done ? $"The event at position {at} was taken in." : $"The event at position {at} will be tried as soon as the followers come to it.");
                    return Exit.Done;
                }
                catch (Hosting.Missing e)
                {
                    throw new Refused(e.Message);
                }
            });
    }
}

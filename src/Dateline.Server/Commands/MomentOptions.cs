using System.CommandLine;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary>The options that name a moment, the same for every command that shows the past.</summary>
internal sealed class MomentOptions
{
    private readonly Option<string?> asOf = Shared.AsOf();
    private readonly Option<string> clock = Shared.Clock();
    private readonly Option<string?> known = new("--known") { Description = "With --clock published: only what was recorded by then" };
    private readonly Option<long?> position = Shared.Position("--position", "The position that an earlier answer was read up to, so that it means the same for ever; without --as-of the moment at which it was recorded", 0);

    /// <summary>Gives a command the options.</summary>
    internal Command On(Command command)
    {
        foreach (var option in new Option[] { asOf, clock, known, position }) command.Add(option);
        return command;
    }

    /// <summary>The moment that was asked for.</summary>
    /// <exception cref="UsageFault">It is none.</exception>
    internal Moment Of(ParseResult parse) => Moments.Of(
        parse.GetValue(asOf), parse.GetValue(clock), parse.GetValue(known), parse.GetValue(position), ("--as-of", "--clock", "--known", "--position"));
}

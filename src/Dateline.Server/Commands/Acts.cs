using System.CommandLine;
using System.CommandLine.Parsing;

namespace Dateline.Server.Commands;

/// <summary>What an editor asks for on a line: the thing that it is about, who asks and why.</summary>
internal sealed record Ask(ParseResult Line, string Id, string By, string Why, Workspace Workspace, CancellationToken Cancellation);

/// <summary>Commands that change a story or a claim and show what became of it.</summary>
/// <param name="of">What the things are called.</param>
/// <param name="show">Shows one of them as it stands.</param>
internal sealed class Acts(string of, Func<Workspace, string, Output, CancellationToken, Task> show)
{
    /// <summary>A command that does one such act.</summary>
    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="more">What it needs besides the thing, who and why.</param>
    /// <param name="make">Makes the command of what was asked, and says what to show afterwards.</param>
    /// <param name="named">What the thing that is named is, where it is not what is shown.</param>
    internal Command Act(string name, string description, Option[] more, Func<Ask, Task<(ICommand Command, string Shown)>> make, string? named = null)
    {
        var (id, by, because, expect) = (Shared.Id(named ?? of), Shared.By(), Shared.Because(), Shared.Expect());
        id.Arity = ArgumentArity.ZeroOrOne;
        var command = new Command(name, description) { id, by, because, expect };
        command.Validators.Add(given =>
        {
            var (front, behind) = (Front(given), given.GetValue(id));
            if (front is not null && (named ?? of) != of) given.AddError($"`{name}` is about a {named}: `dateline {of} {name} <id>`.");
            else if (front is not null && behind is not null) given.AddError($"Name one {of}: `dateline {of} {name} <id>`.");
            else if (front is null && behind is null) given.AddError($"Name the {named ?? of}: `dateline {of} {name} <id>`.");
        });
        foreach (var option in more) command.Add(option);
        return command.Does(async (parse, output, workspace, cancellation) =>
        {
            var asked = new Ask(parse, parse.GetValue(id) ?? Front(parse.CommandResult)!, parse.GetValue(by)!, parse.GetValue(because)!, workspace, cancellation);
            var (act, shown) = await make(asked);
            var receipt = await Stale.Send(workspace.Newsroom, act, new(asked.By, asked.Why, ExpectedVersion: parse.GetValue(expect)), cancellation);
            await workspace.Settle(output, cancellation);
            if (receipt.Position is null) output.Say("Nothing to do: it is so already.");
            await show(workspace, shown, output, cancellation);
            return Exit.Done;
        });
    }

    /// <inheritdoc cref="Act(string, string, Option[], Func{Ask, Task{ValueTuple{ICommand, string}}}, string)"/>
    internal Command Act(string name, string description, Option[] more, Func<Ask, (ICommand Command, string Shown)> make) =>
        Act(name, description, more, asked => Task.FromResult(make(asked)));

    // "claim c-1 split": the id before the act.
    private static string? Front(CommandResult act) =>
        act.Parent is CommandResult thing && thing.Command.Arguments.OfType<Argument<string>>().FirstOrDefault() is { } id ? thing.GetValue(id) : null;
}

using System.CommandLine;

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
        var command = new Command(name, description) { id, by, because, expect };
        foreach (var option in more) command.Add(option);
        return command.Does(async (parse, output, workspace, cancellation) =>
        {
            var asked = new Ask(parse, parse.GetValue(id)!, parse.GetValue(by)!, parse.GetValue(because)!, workspace, cancellation);
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
}

namespace Dateline.Accounts;

/// <summary>A command by which a second person approves what a first one proposed.</summary>
public interface ISecond : ICommand
{
    /// <summary>The second person.</summary>
    string By { get; }

    /// <summary>The first person, where an event of the command's stream is the proposal; otherwise null.</summary>
    string? Proposer(object @event);
}

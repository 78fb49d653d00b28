namespace Dateline.Marten;

/// <summary>A command on its way: who sends it, and what came of it.</summary>
internal sealed class Sending(ICommand command, Act act)
{
    private static readonly AsyncLocal<Sending?> current = new();

    /// <summary>The command that runs in this flow of execution.</summary>
    internal static Sending? Current
    {
        get => current.Value;
        set => current.Value = value;
    }

    internal ICommand Command => command;

    internal Act Act => act;

    /// <summary>The position before the command's events.</summary>
    internal long Before { get; set; }

    /// <summary>What was recorded; null when nothing was.</summary>
    internal Receipt? Receipt { get; set; }
}

using System.Collections.Frozen;
using System.Text;
using Dateline.Server.Commands;

namespace Dateline.Server.Site;

/// <summary>What sources are called: sentences of the log name origins by their ids, and people read names.</summary>
internal sealed class SourceNames(Workspace workspace)
{
    private const string Source = "source:";
    private const string Outlet = "outlet:";
    private static readonly TimeSpan fresh = TimeSpan.FromSeconds(30);
    private volatile Known? known;

    /// <summary>The names as they are known now, for whoever shows many sentences.</summary>
    internal async ValueTask<Known> Now(CancellationToken cancellation)
    {
        if (known is { } now && now.Until > Workspace.Now) return now;
        var names = (await workspace.Board.Sources(cancellation)).ToFrozenDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal);
        return known = new(Workspace.Now + fresh, names);
    }

    private static bool Named(string text) => text.Contains(Source, StringComparison.Ordinal) || text.Contains(Outlet, StringComparison.Ordinal);

    private static string In(string text, FrozenDictionary<string, string> names)
    {
        var said = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var begins = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            if (begins && rest.StartsWith(Source))
            {
                var end = at + Source.Length;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_')) end++;
                var id = text[(at + Source.Length)..end];
                said.Append(names.GetValueOrDefault(id, id));
                at = end;
            }
            else if (begins && rest.StartsWith(Outlet)) at += Outlet.Length;
            else said.Append(text[at++]);
        }
        return said.ToString();
    }

    /// <summary>The names until a moment.</summary>
    internal sealed record Known(DateTimeOffset Until, FrozenDictionary<string, string> Names)
    {
        /// <summary>What a source is called; its id where that is not known.</summary>
        internal string Of(string id) => Names.GetValueOrDefault(id, id);

        /// <summary>A sentence with the names of its origins: <c>One origin: source:harbour-wire.</c> → One origin: Harbour Wire.</summary>
        internal string In(string? text) => text is null ? "" : Named(text) ? SourceNames.In(text, Names) : text;
    }
}

using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

internal static class JsonText
{
    /// <summary>A field's text; null when it is null.</summary>
    internal static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    internal static IEnumerable<string> Names(this JsonElement json) => json.EnumerateObject().Select(p => p.Name);
}

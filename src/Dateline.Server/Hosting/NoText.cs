namespace Dateline.Server.Hosting;

/// <summary>
/// The character that no text of PostgreSQL's has (U+0000) is refused before it gets there: an error while a statement is being prepared leaves its
/// connection out of step with the server, so that the requests of others on it would fail.
/// </summary>
internal static class NoText
{
    internal const string Said = "A parameter holds a character or a value that cannot be.";

    /// <summary>Whether a request's address has it. Written otherwise than so, or in the path, the server takes no address with it.</summary>
    internal static bool IsIn(HttpRequest request) => request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true;
}

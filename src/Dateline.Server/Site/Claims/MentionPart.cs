namespace Dateline.Server.Site.Claims;

/// <summary>Which of a claim's mentions are listed: those of one stance, or of all, and the number of the first, from 0.</summary>
public readonly record struct MentionPart(Stance? Side, int First)
{
    /// <summary>How many are listed at once.</summary>
    public const int Most = 100;

    /// <summary>Its part of an address, such as <c>side=denying&amp;mentions=100</c>.</summary>
    internal (string, string?)[] Query => [("side", Side is { } side ? Words.Of(side) : null), ("mentions", First > 0 ? $"{First}" : null)];

    /// <summary>The part that an address asks for; what is none asks for the beginning, and for all.</summary>
    internal static MentionPart Of(HttpContext http) => new(
        (string?)http.Request.Query["side"] is { Length: > 0 } side ? Words.Parse<Stance>(side) : null, Address.First(http, "mentions"));
}

using System.Globalization;
using Dateline.Server.Commands;

namespace Dateline.Server.Extractors;

/// <summary>Where the chat extractor's server is and what it may cost. It is off unless DATELINE_CHAT_URL is set.</summary>
/// <param name="Url">The base of the API, such as <c>http://127.0.0.1:8080/v1</c>; <c>/chat/completions</c> is put after it.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Key">The key, where the server wants one.</param>
internal sealed record ChatSettings(Uri Url, string Model, string? Key)
{
    /// <summary>How long one text may take.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many tokens may be spent in one day (UTC); 0 for none.</summary>
    internal long TokensPerDay { get; init; } = 1_000_000;

    /// <summary>How long to wait before a server that did not answer is asked again.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The settings of the environment; null where the extractor is off.</summary>
    /// <exception cref="UsageFault">A setting is missing or cannot be used.</exception>
    internal static ChatSettings? Read(Func<string, string?> environment)
    {
        if (environment("DATELINE_CHAT_URL") is not { Length: > 0 } text) return null;
        if (!Uri.TryCreate(text.TrimEnd('/') + "/chat/completions", UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new UsageFault("DATELINE_CHAT_URL is no address: write it as https://host/v1.");
        var key = environment("DATELINE_CHAT_KEY") is { Length: > 0 } given ? given : null;
        if (key is not null && url.Scheme == "http" && !url.IsLoopback) throw new UsageFault("DATELINE_CHAT_URL: a key is sent over https only. Use https, or a server on this machine.");
        if (key?.Any(static c => c is < ' ' or > '~') == true) throw new UsageFault("DATELINE_CHAT_KEY holds characters that no key has.");
        var model = environment("DATELINE_CHAT_MODEL") is { Length: > 0 and <= 100 } name ? name : throw new UsageFault("DATELINE_CHAT_MODEL is missing: name the model to use.");
        return new(url, model, key)
        {
            Timeout = TimeSpan.FromSeconds(Number("DATELINE_CHAT_TIMEOUT", 1, 600, 60)),
            TokensPerDay = Number("DATELINE_CHAT_TOKENS_PER_DAY", 0, 1_000_000_000_000, 1_000_000)
        };

        long Number(string setting, long least, long most, long otherwise) => environment(setting) is not { Length: > 0 } value ? otherwise
            : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new UsageFault($"{setting} is no number between {least} and {most}.");
    }
}

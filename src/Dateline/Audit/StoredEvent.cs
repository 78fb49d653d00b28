namespace Dateline.Audit;

/// <summary>An event with every field that the log stores of it, as it stands there.</summary>
internal sealed record StoredEvent
{
    internal required long Position { get; init; }
    internal required Guid Id { get; init; }
    internal required string? Stream { get; init; }
    internal required long Version { get; init; }
    internal required string Type { get; init; }

    /// <summary>When it was recorded, in UTC, to the microsecond.</summary>
    internal required DateTime RecordedAt { get; init; }

    internal required string? Who { get; init; }

    /// <summary>Its data as JSON.</summary>
    internal required byte[]? Data { get; init; }

    /// <summary>Its headers as JSON: the reason, and the salt that hides the data's hash once it is removed.</summary>
    internal required byte[]? Headers { get; init; }

    internal required string? Correlation { get; init; }
    internal required string? Causation { get; init; }
    internal required string? Tenant { get; init; }
    internal required string? DotnetType { get; init; }
    internal required bool? Archived { get; init; }
    internal required byte[]? Binary { get; init; }

    /// <summary>The hashes that it was sealed with, as a redaction that removed text from it noted them; null for what stands as it was recorded.</summary>
    internal Sealed? SealedAs { get; init; }
}

/// <summary>What is sealed of an event's data and metadata: SHA-256 hashes in lower-case hexadecimal.</summary>
/// <param name="Data">Over the salt of its headers with a line feed, where it has one, and the canonical form of its data.</param>
/// <param name="Metadata">Over the canonical form of headers, correlation, causation and the other stored fields; by now of the event's form as well.</param>
/// <param name="Reason">Over the salt with a line feed and the reason, where it has one and its form is sealed apart.</param>
public sealed record Sealed(string Data, string Metadata, string? Reason = null);

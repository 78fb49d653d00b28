using System.Text.Json.Serialization;

namespace Dateline.Documents;

/// <summary>How a publication time is known where the document does not state the moment.</summary>
public enum Dating
{
    /// <summary>It states the day alone; noon UTC stands for it, which is the same day in nearly every time zone.</summary>
    [JsonStringEnumMemberName("day")] Day,

    /// <summary>It states day and time without a zone; they are taken as UTC.</summary>
    [JsonStringEnumMemberName("no-zone")] NoZone,

    /// <summary>It states nothing; it counts as published when it came in.</summary>
    [JsonStringEnumMemberName("arrival")] Arrival
}

using System.Text.Json.Serialization;
using Dateline.Replay;

namespace Dateline.Server.Site.Claims;

/// <summary>How a mention stands to its claim.</summary>
public enum Stance
{
    /// <summary>It says that it is so.</summary>
    [JsonStringEnumMemberName("asserting")] Asserting,

    /// <summary>It says that it is not so.</summary>
    [JsonStringEnumMemberName("denying")] Denying,

    /// <summary>It vouches for neither.</summary>
    [JsonStringEnumMemberName("uncommitted")] Uncommitted,

    /// <summary>It was retracted.</summary>
    [JsonStringEnumMemberName("former")] Former
}

/// <summary>Tells mentions apart by their stance.</summary>
internal static class Stances
{
    private static readonly string underspecified = Words.Of(Dateline.Claims.Certainty.Underspecified);
    private static readonly string negative = Words.Of(Dateline.Claims.Polarity.Negative);

    internal static Stance Of(MentionLine mention) => mention.Retracted is null ? Said(mention) : Stance.Former;

    internal static Stance Of(MentionFacts mention) => mention.Stands
        ? Said(mention.Mention.IsCommitted, mention.Mention.Polarity == Dateline.Claims.Polarity.Negative) : Stance.Former;

    /// <summary>How a mention stands to its claim, or stood before it was retracted.</summary>
    internal static Stance Said(MentionLine mention) => Said(mention.Certainty != underspecified, mention.Polarity == negative);

    private static Stance Said(bool committed, bool denies) => !committed ? Stance.Uncommitted : denies ? Stance.Denying : Stance.Asserting;

    /// <summary>What stands above those of a stance.</summary>
    internal static string Title(Stance stance) => stance switch
    {
        Stance.Asserting => "Asserted by",
        Stance.Denying => "Denied by",
        Stance.Uncommitted => "Mentioned, not vouched for, by",
        _ => "No longer said by"
    };
}

namespace Dateline.Server.Site.Sources;

/// <summary>The Admiralty scale in words (NATO AJP-2.1).</summary>
internal static class Admiralty
{
    internal static string Of(string letter) => letter switch
    {
        "A" => "completely reliable",
        "B" => "usually reliable",
        "C" => "fairly reliable",
        "D" => "not usually reliable",
        "E" => "unreliable",
        _ => "cannot be judged"
    };
}

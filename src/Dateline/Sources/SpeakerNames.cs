using Dateline.Documents;

namespace Dateline.Sources;

/// <summary>Under which name a speaker is counted, however documents introduce them.</summary>
public static class SpeakerNames
{
    /// <summary>
    /// The name without the office before it: "Ludo Feremann" of "Transport minister Ludo Feremann". What names a body, several people, somebody's spokesman or a surname
    /// alone stays as it is: it may be somebody else.
    /// </summary>
    /// <param name="speaker">Who speaks, as a document names them.</param>
    public static string Plain(string speaker)
    {
        var names = PersonNames.Of(speaker).Where(n => !n.Alone).Select(n => n.Name).ToList();
        if (names.Count == 0 || !speaker.EndsWith(names[0], StringComparison.Ordinal) || names.Exists(n => !names[0].EndsWith(n, StringComparison.Ordinal))) return speaker;
        var before = speaker[..^names[0].Length];
        return PersonNames.AreOffice(before) ? names[0] : speaker;
    }
}

namespace Dateline.Server.Tests.Commands;

public sealed class ExplainTests : IDisposable
{
    private readonly Desk _desk = new(null);

    [Fact]
    public async Task a_plain_text_is_shown_with_its_claims_numbered_and_its_parts_told_apart()
    {
        var shown = (await _desk.RunWith("Storm\n\nBy Ines Kavanagh\n\nDOHA (AP) - The port may have been hit on Saturday, the army said.\n", "extract", "--explain")).With(0).Out;
        Assert.Contains("[1>The port may have been hit on Saturday<1], the army said.", shown, StringComparison.Ordinal);
        foreach (var words in new[] { "byline: By Ines Kavanagh", "dateline: DOHA (AP) -", "the army", "possible", "a date" }) Assert.Contains(words, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_a_terminal_would_obey_is_taken_out()
    {
        var shown = (await _desk.RunWith("The army said the \u001b[31mport\u001b]0;x\u0007 fell \u202ein May\u202c.", "extract", "--explain")).With(0).Out;
        Assert.Contains("port", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, c => c is '\u001b' or '\u0007' or '\u202e' or '\u202c');
    }

    [Fact]
    public async Task lines_of_json_are_shown_one_after_another_and_another_language_is_said_to_be_unsupported()
    {
        var ended = (await _desk.RunWith(
            "{\"id\":\"a\",\"text\":\"He said no.\"}\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"Der Minister sagte, dass die Brücke nicht sicher ist und das Land für die Reparatur zahlt.\"}\n", "extract", "--explain")).With(1);
        Assert.Contains("[1>no<1]", ended.Out, StringComparison.Ordinal);
        Assert.Contains("only English is supported", ended.Out, StringComparison.Ordinal);
        Assert.StartsWith("Line 2 is left out", ended.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _desk.Dispose();
}

using Dateline.Server.Commands;

namespace Dateline.Server.Tests.Commands;

public sealed class OutputTests
{
    [Theory]
    [InlineData("plain “text”, ünïcode 🛥", "plain “text”, ünïcode 🛥")]
    [InlineData("a\u001b[31mb\u009b2Jc\u0007", "a [31mb 2Jc ")]
    [InlineData("a\u202eb\u2066c\u061cd\u200fe", "a b c d e")]
    [InlineData("tag\U000E0041", "tag ")]
    [InlineData("two\nlines\r\n", "two\nlines \n")]
    public void what_a_terminal_would_obey_loses_its_effect(string text, string safe) => Assert.Equal(safe, Output.Safe(text));

    [Fact]
    public void a_lone_surrogate_is_replaced() => Assert.Equal("lone \ufffd end", Output.Safe("lone \ud83d end"));

    [Theory]
    [InlineData("postgres://me@localhost/news", "Host=localhost;Username=me;Database=news")]
    [InlineData("postgresql://me:s%40crét@db.example:6543/news?sslmode=require", "Host=db.example;Port=6543;Username=me;Password=s@crét;Database=news;SSL Mode=Require")]
    [InlineData("host=/run/postgresql;username=me", "Host=/run/postgresql;Username=me")]
    public void connection_strings_may_be_uris(string given, string taken) =>
        Assert.True(new Npgsql.NpgsqlConnectionStringBuilder(taken).EquivalentTo(new Npgsql.NpgsqlConnectionStringBuilder(ConnectionStrings.Parse(given))));

    [Fact]
    public void passwords_are_not_shown()
    {
        var masked = ConnectionStrings.Masked("Host=x;Username=y;Password=hush;SSL Password=hushhush");
        Assert.DoesNotContain("hush", masked, StringComparison.Ordinal);
        Assert.Contains("y", masked, StringComparison.Ordinal);
    }
}

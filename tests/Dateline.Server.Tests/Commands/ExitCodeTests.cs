namespace Dateline.Server.Tests.Commands;

public sealed class ExitCodeTests(Shell shell)
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("ingest")]
    [InlineData("stories --clock wrong")]
    [InlineData("verdict propose c-1 --rating perhaps --confidence low --because x --evidence d --as ana")]
    [InlineData("verdict approve c-1 v-1 --as ben")]
    [InlineData("match --claims /nowhere/claims.jsonl")]
    [InlineData("stories --database Host=x --data /tmp/y")]
    [InlineData("stories --schema Robert';--")]
    public async Task wrong_usage_is_2_and_says_what_is_wrong(string line)
    {
        using var desk = new Desk(null);
        var ended = (await desk.Run(line.Split(' '))).With(2);
        Assert.Equal("", ended.Out);
        Assert.NotEqual("", ended.Error);
        Assert.DoesNotContain("hush", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--database", "stories", "--database", "")]
    [InlineData("--data", "stories", "--data", "")]
    [InlineData("--data", "demo", "--data", " ")]
    [InlineData("--max-text is a whole number from 1;", "ingest", "-", "--max-text", "-5")]
    [InlineData("--max-text is a whole number from 1;", "ingest", "-", "--max-text", "abc")]
    [InlineData("--patience is a whole number from 0 to 86400;", "ingest", "-", "--patience", "-1")]
    [InlineData("--in-flight is a whole number from 1 to 1000;", "ingest", "-", "--in-flight", "0")]
    [InlineData("--position is a whole number from 0;", "stories", "--position", "x")]
    [InlineData("--expect is a whole number from 0;", "story", "close", "s-1", "--as", "ana", "--because", "x", "--expect", "1.5")]
    [InlineData("--window is a whole number from 1 to 1000000;", "group", "--window", "0")]
    [InlineData("--revision is a whole number from 1;", "audit", "redact", "propose", "d-1", "--revision", "0", "--kind", "x", "--because", "x", "--as", "ana")]
    public async Task an_option_that_cannot_be_used_is_2_and_says_what_can(string said, params string[] arguments)
    {
        using var desk = new Desk(null);
        var ended = (await desk.Run(arguments)).With(2);
        Assert.Contains(said, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task settings_of_the_environment_that_cannot_be_used_are_refused()
    {
        using var desk = await shell.NewDesk();
        Assert.Contains("DATELINE_POISON: \"banana\"", (await With(["stories", "--database", desk.Database], ("DATELINE_POISON", "banana"))).With(2).Error, StringComparison.Ordinal);
        var programs = (await With(["stories", "--data", Path.Combine(desk.Folder, "own")], ("DATELINE_POSTGRES_BIN", "/nonexistent"))).With(3).Error;
        Assert.Contains("DATELINE_POSTGRES_BIN names /nonexistent, which holds no programs", programs, StringComparison.Ordinal);
        (await With(["stories", "--database", desk.Database], ("DATELINE_POSTGRES_BIN", "/nonexistent"), ("DATELINE_POISON", "set-aside"))).With(0);
    }

    private static async Task<Ran> With(string[] arguments, params (string, string)[] environment)
    {
        using var process = Shell.Start(arguments, environment);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [InlineData("2026-02-28T18:00:00")]
    public async Task a_moment_that_is_none_is_2_and_shows_how_to_write_one(string moment)
    {
        using var desk = await shell.NewDesk();
        Assert.Contains("2026-02-28T18:00:00Z", (await desk.Run("stories", "--as-of", moment)).With(2).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=/nowhere/at/all;Username=x;Database=y")]
    [InlineData("Host=127.0.0.1;Port=1;Username=x;Password=hush;Database=y;Timeout=3")]
    [InlineData("Password=hush;nonsense")]
    [InlineData("Password=hush;Username=x")]
    [InlineData("postgresql://x:hush@127.0.0.1:1/y?connect_timeout=3")]
    public async Task no_database_is_3(string database)
    {
        using var desk = new Desk(database);
        foreach (var command in new[] { "stories", "doctor" })
        {
            var ended = (await desk.Run(command)).With(3);
            Assert.DoesNotContain("hush", ended.Out + ended.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task what_does_not_exist_is_1_and_says_where_to_look()
    {
        using var desk = await shell.NewDesk();
        Assert.Contains("dateline stories", (await desk.Run("story", "s-nothing")).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("no claim c-nothing", (await desk.Run("claim", "c-nothing")).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("no document d-nothing", (await desk.Run("document", "d-nothing")).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("no view nothing", (await desk.Run("rebuild", "nothing")).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("source list", (await desk.Run("source", "rate", "nobody", "--reliability", "B", "--as", "ana", "--because", "x")).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("Swap", (await desk.Run("diff", "--from", "2026-02-02", "--to", "2026-02-01")).With(2).Error, StringComparison.Ordinal);
        (await desk.Run("rebuild")).With(0);
        Assert.Contains("no stories", (await desk.Run("stories")).With(0).Out, StringComparison.Ordinal);
        Assert.Equal("[]", (await desk.Run("stories", "--json")).With(0).Out.Trim());
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("stories")]
    [InlineData("story")]
    [InlineData("story merge")]
    [InlineData("claim")]
    [InlineData("document")]
    [InlineData("source rate")]
    [InlineData("diff")]
    [InlineData("verdict propose")]
    [InlineData("audit log")]
    [InlineData("rebuild")]
    [InlineData("doctor")]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("extract")]
    [InlineData("match")]
    [InlineData("group")]
    public async Task every_command_has_help_and_takes_a_database(string command)
    {
        using var desk = new Desk(null);
        var help = (await desk.Run([.. command.Split(' '), "--help"])).With(0).Out;
        Assert.Contains("--data", help, StringComparison.Ordinal);
        Assert.Contains("--json", help, StringComparison.Ordinal);
    }
}

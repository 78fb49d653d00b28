using System.Diagnostics;

namespace Dateline.Contract.Build;

/// <summary>Whether the packages of Marten and Wolverine restore is found out once, by an ordinary build, without a warning.</summary>
public sealed class ProbeTests : IDisposable
{
    private const string LeftOut = "Marten and Wolverine are left out";
    private readonly string folder = Directory.CreateTempSubdirectory("dateline-probe-").FullName;

    public ProbeTests()
    {
        // The repository's build in small: the probe, the project that it restores, and the one that tells.
        Put("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        Put("Directory.Build.props", """<Project InitialTargets="ProbeCritterStack"><Import Project="src/Dateline.Marten/Probe.targets" /></Project>""");
        Put("Directory.Build.targets", "<Project />");
        Put("Directory.Packages.props", "<Project />");
        Put("src/Dateline.Marten/Probe.targets", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Probe.targets")));
        Put("src/Dateline.Postgres/Dateline.Postgres.csproj", Project(""));
        Put("src/Other/Other.csproj", Project("""<ItemGroup><ProjectReference Include="../Dateline.Postgres/Dateline.Postgres.csproj" /></ItemGroup>"""));
        Put("Directory.Solution.props", """<Project InitialTargets="ProbeCritterStack"><Import Project="src/Dateline.Marten/Probe.targets" /></Project>""");
        Put("All.slnx", """<Solution><Project Path="src/Other/Other.csproj" /><Project Path="src/Dateline.Postgres/Dateline.Postgres.csproj" /></Solution>""");
    }

    private string Found => Path.Combine(folder, "src", "Dateline.Marten", "obj", "critterstack.props");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task where_they_do_not_restore_a_build_says_so_in_one_line_and_asks_no_second_time()
    {
        Needs("""<PackageReference Include="Dateline.There.Is.None" Version="1.0.0" />""");
        Assert.Single(await Build(), l => l.Contains(LeftOut, StringComparison.Ordinal));
        Assert.Contains("<CritterStack>false</CritterStack>", File.ReadAllText(Found), StringComparison.Ordinal);
        var asked = File.GetLastWriteTimeUtc(Found);
        Needs("");
        Assert.Single(await Build(), l => l.Contains(LeftOut, StringComparison.Ordinal));
        Assert.Equal(asked, File.GetLastWriteTimeUtc(Found));
    }

    [Fact]
    public async Task where_they_restore_the_first_build_has_them_and_says_nothing()
    {
        Needs("");
        Assert.DoesNotContain(await Build(), l => l.Contains(LeftOut, StringComparison.Ordinal));
        Assert.Contains("<CritterStack>true</CritterStack>", File.ReadAllText(Found), StringComparison.Ordinal);
        Assert.Single(await Build("-p:CritterStack=false"), l => l.Contains(LeftOut, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("restore", "All.slnx")]
    [InlineData("restore", "src/Other")]
    [InlineData("build", "All.slnx")]
    public async Task one_line_is_for_one_command(string command, string what)
    {
        Needs("""<PackageReference Include="Dateline.There.Is.None" Version="1.0.0" />""");
        for (var time = 0; time < 2; time++) Assert.Single(await Run(command, what), l => l.Contains(LeftOut, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("restore", "All.slnx")]
    [InlineData("restore", "src/Other")]
    public async Task a_restore_that_finds_them_says_nothing(string command, string what)
    {
        Needs("");
        for (var time = 0; time < 2; time++) Assert.DoesNotContain(await Run(command, what), l => l.Contains(LeftOut, StringComparison.Ordinal));
    }

    [Fact]
    public async Task who_says_which_is_not_probed_for()
    {
        Needs("""<PackageReference Include="Dateline.There.Is.None" Version="1.0.0" />""");
        Assert.DoesNotContain(await Build("-p:CritterStack=true"), l => l.Contains(LeftOut, StringComparison.Ordinal));
        Assert.Single(await Build("-p:CritterStack=false"), l => l.Contains(LeftOut, StringComparison.Ordinal));
        Assert.False(File.Exists(Found));
    }

    private void Needs(string package) => Put(
        "tests/Dateline.Contract/Dateline.Contract.csproj", Project($"""<ItemGroup Condition="'$(CritterStack)' == 'true'">{package}</ItemGroup>"""));

    private static string Project(string more) =>
        $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{more}</Project>""";

    private void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        File.WriteAllText(Path.Combine(folder, path), text);
    }

    private Task<string[]> Build(params string[] more) => Run("build", ["src/Dateline.Postgres", .. more]);

    /// <summary>The lines of a command that has to end well and without a warning.</summary>
    private async Task<string[]> Run(string command, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in (string[])[command, .. more, "-nologo", "-v:m", "-nodeReuse:false"]) start.ArgumentList.Add(argument);
        foreach (var name in (string[])["CritterStack", "RestoreAdditionalProjectSources"]) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var build = Process.Start(start)!;
        var (output, error) = (build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = await output + await error;
        Assert.True(build.ExitCode == 0, said);
        Assert.DoesNotContain("warning ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("error ", said, StringComparison.Ordinal);
        return said.Split('\n');
    }
}

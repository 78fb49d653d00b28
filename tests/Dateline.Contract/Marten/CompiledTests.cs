using Dateline.Marten;

namespace Dateline.Contract.Marten;

/// <summary>What is compiled for the handlers is compiled once, and kept.</summary>
public sealed class CompiledTests : IDisposable
{
    private const string One = "public static class Handler { public static int Answer => 1; }";
    private const string Two = "public static class Handler { public static int Answer => 2; }";

    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-handlers").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void once_in_a_process()
    {
        var compiled = new Compiled(_folder);
        Assert.Same(compiled.Generate(One), compiled.Generate(One));
        Assert.Equal((1, 2), (Answer(compiled, One), Answer(compiled, Two)));
    }

    [Fact]
    public void once_for_all_processes_that_come_after()
    {
        Assert.Equal(1, Answer(new(_folder), One));
        var kept = Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal(2, Answer(new(_folder), Two));
        File.Copy(Directory.GetFiles(_folder).Single(f => f != kept), kept, overwrite: true);
        Assert.Equal(2, Answer(new(_folder), One));
    }

    [Fact]
    public void what_is_kept_and_broken_is_compiled_again()
    {
        Assert.Equal(1, Answer(new(_folder), One));
        File.WriteAllBytes(Assert.Single(Directory.GetFiles(_folder)), [1, 2, 3]);
        Assert.Equal(1, Answer(new(_folder), One));
        Assert.True(new FileInfo(Assert.Single(Directory.GetFiles(_folder))).Length > 3);
    }

    [Fact]
    public void what_was_kept_for_an_earlier_build_goes()
    {
        var old = Path.Combine(_folder, "handler-0.dll");
        File.WriteAllBytes(old, [1]);
        File.SetLastWriteTimeUtc(old, DateTime.UnixEpoch);
        Assert.Equal(1, Answer(new(_folder), One));
        Assert.False(File.Exists(old));
    }

    [Fact]
    public void a_folder_that_cannot_be_written_to_hinders_nothing()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllBytes(file, []);
        Assert.Equal(1, Answer(new(Path.Combine(file, "handlers")), One));
    }

    [Fact]
    public void what_does_not_compile_is_said() => Assert.Contains("CS0103", Assert.Throws<InvalidOperationException>(() => new Compiled(_folder).Generate("class A { int B => c; }")).Message, StringComparison.Ordinal);

    private static int Answer(Compiled compiled, string code) => (int)compiled.Generate(code).GetType("Handler")!.GetProperty("Answer")!.GetValue(null)!;
}

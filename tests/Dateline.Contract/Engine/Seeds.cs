namespace Dateline.Contract.Engine;

/// <summary>The seeds of random histories: a few in every run, and as many more as DATELINE_TEST_SEEDS says.</summary>
public static class Seeds
{
    public static TheoryData<int> Few { get; } = From(1, 3);

    public static TheoryData<int> Two { get; } = From(4, 2);

    private static TheoryData<int> From(int first, int count) =>
        [.. Enumerable.Range(first, count), .. Enumerable.Range(100, int.TryParse(Environment.GetEnvironmentVariable("DATELINE_TEST_SEEDS"), out var more) ? Math.Clamp(more, 0, 1000) : 0)];
}

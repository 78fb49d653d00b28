namespace Dateline.Matching;
/// <summary>tmp</summary>
public static class Knobs
{
    /// <summary>tmp</summary>
    public static double Get(string n, double d) => double.TryParse(Environment.GetEnvironmentVariable(n), out var v) ? v : d;
}

namespace Dateline.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured, as a sentence.</param>
/// <param name="Limit">What the machine gives without Dateline, measured in the same run.</param>
/// <param name="Dateline">What Dateline gives.</param>
/// <param name="Ratio">The one by the other.</param>
/// <param name="Required">What is required.</param>
/// <param name="Holds">Whether it is so; null where the line is for information.</param>
internal sealed record Row(string What, string Limit, string Dateline, string Ratio, string Required, bool? Holds)
{
    /// <summary>A line for information.</summary>
    internal static Row Info(string what, string limit, string dateline, string ratio = "") => new(what, limit, dateline, ratio, "", null);
}

/// <summary>A benchmark: its name on the command line, and how it is run.</summary>
internal sealed record Bench(string Name, Func<Ground, Options, IAsyncEnumerable<Row>> Run);

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>Fewer and shorter rounds.</summary>
    internal bool Quick { get; init; }

    /// <summary>How many documents are ingested.</summary>
    internal int Documents { get; init; } = 3000;

    /// <summary>Where ingestion goes on to, so that its last documents are compared with its first; 0 for no further.</summary>
    internal int Until { get; init; }

    /// <summary>The benchmarks; all when empty.</summary>
    internal IReadOnlyList<string> Names { get; init; } = [];

    internal int Rounds => Quick ? 3 : 7;

    internal static Options Parse(string[] args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--quick" => options with { Quick = true, Documents = Math.Min(options.Documents, 1000) },
                "--full" => options with { Documents = 10_000, Until = 200_000 },
                "--documents" when i + 1 < args.Length => options with { Documents = Number(args[++i]) },
                "--until" when i + 1 < args.Length => options with { Until = Number(args[++i]) },
                ['-', ..] => throw new ArgumentException($"{args[i]} is no option. There are --quick, --full, --documents N and --until N."),
                _ => options with { Names = [.. options.Names, args[i]] }
            };
        }
        return options;
    }

    private static int Number(string word) => int.TryParse(word, out var n) && n > 0 ? n : throw new ArgumentException($"{word} is no number of documents.");
}

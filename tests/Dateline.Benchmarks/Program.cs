using Dateline.Benchmarks;

// Ingestion comes first because it also measures the process's memory.
Bench[] all =
[
    new("ingest", Ingest.Run), new("extract", Extract.Run), new("desk", DeskAlone.Run), new("match", MatchAlone.Run), new("append-one", AppendOne.Run), new("append-8", AppendMany.Run),
    new("append-100", AppendHundred.Run), new("rebuild", RebuildView.Run), new("seal", SealedLogBench.Run), new("board", BoardPage.Run), new("slider", SliderStep.Run),
    new("streams", OpenStreams.Run), new("load", Load.Run), new("history", HistoryBench.Run), new("replay", ReplayBench.Run), new("engines", SideBySide.Run)
];
Options options;
try
{
    options = Options.Parse(args);
    if (options.Names.FirstOrDefault(n => !all.Any(b => b.Name == n)) is { } unknown)
        throw new ArgumentException($"There is no benchmark {unknown}. The benchmarks are {string.Join(", ", all.Select(b => b.Name))}.");
}
catch (ArgumentException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

var rows = new List<Row>();
await using var ground = await Ground.Open();
foreach (var bench in all.Where(b => options.Names.Count == 0 || options.Names.Contains(b.Name)))
{
    await Console.Error.WriteLineAsync($"{bench.Name} …");
    await foreach (var row in bench.Run(ground, options)) rows.Add(row);
}
Console.WriteLine($"{Environment.ProcessorCount} cores, PostgreSQL {ground.Version}, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}{(options.Quick ? ", quick" : "")}");
Console.WriteLine();
Print(["what", "limit", "Dateline", "ratio", "required", "holds"]);
Print(["---", "---", "---", "---", "---", "---"]);
foreach (var r in rows) Print([r.What, r.Limit, r.Dateline, r.Ratio, r.Required, r.Holds switch { true => "yes", false => "no", _ => "" }]);
return 0;

static void Print(string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

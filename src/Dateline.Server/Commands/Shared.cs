using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dateline.Accounts;

namespace Dateline.Server.Commands;

/// <summary>Options that several commands take.</summary>
internal static class Shared
{
    internal static readonly Option<string?> Data = Filled(new("--data")
    {
        Description = "Folder of Dateline's own PostgreSQL (default: the user's state folder); goes before DATELINE_DATABASE",
        Recursive = true
    }, "Name a folder, or leave it out for the user's state folder.");

    internal static readonly Option<string?> Database = Filled(new("--database")
    {
        Description = "Connection string of a PostgreSQL to use instead (default: DATELINE_DATABASE)",
        Recursive = true
    }, "Write it as Host=localhost;Username=me;Database=news or as postgresql://me@localhost/news, or leave it out for Dateline's own PostgreSQL.");

    internal static readonly Option<string> Schema = new("--schema")
    {
        Description = "The workspace: the schema that holds all tables",
        Recursive = true,
        DefaultValueFactory = _ => "dateline"
    };

    internal static readonly Option<string?> Engine = Among(new("--engine")
    {
        Description = "marten or builtin (default: marten where this build has it)",
        Recursive = true
    });

    internal static readonly Option<bool> Json = new("--json") { Description = "Print JSON", Recursive = true };

    private static Option<string?> Filled(Option<string?> option, string advice)
    {
        option.Validators.Add(given =>
        {
            if (given.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value))) given.AddError($"{option.Name} is empty. {advice}");
        });
        return option;
    }

    private static Option<string?> Among(Option<string?> option)
    {
        option.AcceptOnlyFromAmong(Engines.Marten, Engines.BuiltIn);
        return option;
    }

    internal static Option<string?> AsOf() => new("--as-of") { Description = "Show it as it stood then: 2026-02-28 (the end of that day, UTC) or 2026-02-28T18:00:00Z" };

    internal static Option<string> Clock()
    {
        var option = new Option<string>("--clock")
        {
            Description = "recorded: what did we know? published: what could anyone have known?",
            DefaultValueFactory = _ => "recorded"
        };
        option.AcceptOnlyFromAmong("recorded", "published");
        return option;
    }

    internal static Option<string> By() => Person(new Option<string>("--as") { Description = "Who acts", Required = true });

    /// <summary>Who acts, where that can be left out.</summary>
    internal static Option<string?> ByOrNull(string description) => Person(new Option<string?>("--as") { Description = description });

    internal static Option<T> Person<T>(Option<T> option)
    {
        option.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var name }] && PersonNames.Fault(name) is { } fault) given.AddError($"{option.Name}: {fault}");
        });
        return option;
    }

    internal static Option<string> Because() => new("--because") { Description = "Why", Required = true };

    internal static Option<long?> Expect() => Position("--expect", "The version of the claim or story that you saw; refused when it has moved on", 0);

    /// <summary>An option that is a whole number within bounds, or left out.</summary>
    internal static Option<int?> Number(string name, string description, int least, int most = int.MaxValue) =>
        new(name) { Description = description, CustomParser = given => (int?)Whole(given, name, least, most) };

    /// <summary>The same with a number for where it is left out.</summary>
    internal static Option<int> Number(string name, string description, int least, int most, int otherwise) =>
        new(name) { Description = description, CustomParser = given => (int)(Whole(given, name, least, most) ?? otherwise), DefaultValueFactory = _ => otherwise };

    /// <summary>An option that is a place in the log, or in a stream.</summary>
    internal static Option<long?> Position(string name, string description, long least) =>
        new(name) { Description = description, CustomParser = given => Whole(given, name, least, long.MaxValue) };

    private static long? Whole(ArgumentResult given, string name, long least, long most)
    {
        if (given.Tokens is [{ Value: var text }] && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        var bound = most is int.MaxValue or long.MaxValue ? "" : $" to {most}";
        given.AddError($"{name} is a whole number from {least}{bound}; \"{string.Join(' ', given.Tokens.Select(t => t.Value))}\" is none.");
        return null;
    }

    internal static Argument<string> Id(string what) => new("id") { Description = $"The {what}'s id" };

    /// <summary>An option whose values are the words of an enumeration.</summary>
    internal static Option<string> Word<T>(string name, string description, bool required) where T : struct, Enum
    {
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", Words.All<T>())}", Required = required };
        option.AcceptOnlyFromAmong([.. Words.All<T>()]);
        return option;
    }

    /// <summary>The values of an option that takes several, given apart or with commas between them.</summary>
    internal static IEnumerable<string> Several(this ParseResult parse, Option<string[]> option) => parse.GetValue(option)!
        .SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal);
}

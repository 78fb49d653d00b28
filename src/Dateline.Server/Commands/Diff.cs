using System.CommandLine;
using Dateline.Accounts;
using Dateline.Documents;
using Dateline.Postgres.Accounts;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary><c>dateline diff</c></summary>
internal static class Diff
{
    internal static Command Command()
    {
        var (earlier, later) = (new Ends("from", "earlier"), new Ends("to", "later"));
        var since = new Option<bool>("--since-last-looked") { Description = "What changed since the person named by --as last looked" };
        var person = Shared.ByOrNull("Who looks");
        var mark = new Option<bool>("--mark") { Description = "With --as: note that the person has looked, up to where this answer goes" };
        var story = new Option<string?>("--story") { Description = "Only what changed in this story" };
        var clock = Shared.Clock();
        var command = new Command("diff", "What changed between two moments, or since somebody last looked") { since, person, mark, story, clock };
        foreach (var option in earlier.Options.Concat(later.Options)) command.Add(option);
        return command.Does(async (parse, output, workspace, cancellation) =>
        {
            var (by, who) = (parse.GetValue(clock)!, parse.GetValue(person));
            if ((parse.GetValue(since) || parse.GetValue(mark)) && string.IsNullOrWhiteSpace(who)) throw new UsageFault("--since-last-looked and --mark need --as: whose look is it?");
            if (parse.GetValue(since) && (earlier.IsNamed(parse) || later.IsNamed(parse))) throw new UsageFault("--since-last-looked names both moments. Leave --from and --to out.");
            if (!parse.GetValue(since) && !(earlier.IsNamed(parse) && later.IsNamed(parse))) throw new UsageFault("Name both moments, --from and --to, or ask --since-last-looked --as somebody.");
            if (parse.GetValue(mark) && !parse.GetValue(since) && Words.Parse<Clock>(by) == Clock.Published)
                throw new UsageFault("--mark notes how far the log was seen: it goes with the recorded clock, or with --since-last-looked.");
            var looked = new Looked(workspace.Engine.Database);
            await workspace.Settle(output, cancellation);
            var look = parse.GetValue(since) ? await looked.Of(Account.IdOf(who!), cancellation) : null;
            if (parse.GetValue(since) && look is null) return await FirstLook(looked, who!, parse.GetValue(mark), workspace, output, cancellation);
            var (from, to) = look is not null ? (Since(look, Words.Parse<Clock>(by)!.Value), new Moment(Workspace.Now, Words.Parse<Clock>(by)!.Value)) : (earlier.Of(parse, by), later.Of(parse, by));
            if (from.At > to.At || (from.Position > to.Position && from.Clock == Clock.Recorded))
                throw new UsageFault("The later moment is before the earlier one. Swap the two, such as --from and --to.");
            var difference = await Differ.Between(workspace.Newsroom, from, to, parse.GetValue(story), Workspace.Now, (a, b) => workspace.History.Between(a, b, cancellation), cancellation);
            if (output.IsJson) output.Json(difference.Changes);
            else if (difference.Changes.Count == 0) output.Line("Nothing changed.");
            else output.Table(["at", "position", "what", "change"], difference.Changes.Select(c => new[] { Output.Time(c.At), $"#{c.Position}", c.Kind, Told(c) }));
            var moments = $"From {Output.Time(difference.From)} to {Output.Time(difference.To)} on the {Words.Of(difference.Clock)} clock; the log was read up to positions {difference.FromPosition} and {difference.Position}.";
            if (output.IsJson) output.Say(moments);
            else output.Line(moments);
            if (parse.GetValue(mark)) await looked.Note(Account.IdOf(who!), new(difference.To < Workspace.Now ? difference.To : Workspace.Now, difference.Position), cancellation);
            return Exit.Done;
        });
    }

    /// <summary>The moment at which an account's owner last looked: on the recorded clock its position, on the published one its time.</summary>
    internal static Moment Since(LastLook look, Clock clock) => clock == Clock.Recorded ? new(look.At, clock, Position: look.Position) : new(look.At, clock);

    /// <summary>Who has never looked has nothing to compare with, but can begin now.</summary>
    private static async Task<int> FirstLook(Looked looked, string person, bool mark, Workspace workspace, Output output, CancellationToken cancellation)
    {
        if (!mark) throw new Refused($"{person} has never looked. Name a moment with --from, and add --mark to note the look.");
        var noted = await looked.Note(Account.IdOf(person), new(Workspace.Now, await workspace.Engine.Head(cancellation)), cancellation);
        output.Say($"{person} has never looked before: noted up to position {noted.Position}. From now on this shows what changed since.");
        if (output.IsJson) output.Json(Array.Empty<Change>());
        return Exit.Done;
    }

    private static string Told(Change c) => c.Pieces is { } pieces
        ? $"{c.Text} {string.Concat(pieces.Select(p => p.Fate switch { Fate.Cut => $"[-{p.Text}-]", Fate.Added => $"{{+{p.Text}+}}", _ => p.Text })).ReplaceLineEndings(" ")}"
        : c.Value is { } v ? $"{c.Text} “{v.Earlier}” → “{v.Later}”" : c.Text;

    /// <summary>The options of one of the two moments.</summary>
    private sealed class Ends(string name, string which)
    {
        private readonly Option<string?> at = new($"--{name}") { Description = $"The {which} moment" };
        private readonly Option<string?> known = new($"--{name}-known") { Description = $"With --clock published: only what was recorded by then counts at the {which} moment" };
        private readonly Option<long?> position = Shared.Position($"--{name}-position", $"The {which} moment's position in the log, as an earlier answer showed it", 0);

        internal IEnumerable<Option> Options => [at, known, position];

        internal bool IsNamed(ParseResult parse) => parse.GetValue(at) is not null || parse.GetValue(position) is not null;

        internal Moment Of(ParseResult parse, string clock) => Moments.Of(
            parse.GetValue(at), clock, parse.GetValue(known), parse.GetValue(position), ($"--{name}", "--clock", $"--{name}-known", $"--{name}-position"));
    }
}

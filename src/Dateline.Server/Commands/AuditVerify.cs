using System.CommandLine;
using System.Diagnostics;
using Dateline.Audit;
using Dateline.Postgres.Queries;
using Dateline.Postgres.Seal;

namespace Dateline.Server.Commands;

/// <summary><c>dateline audit verify</c></summary>
internal static class AuditVerify
{
    private static readonly Option<string?> key = AuditKeys.Key();
    private static readonly Option<string?> verifier = AuditKeys.Verifier();
    private static readonly Option<string[]> checkpoints = AuditKeys.Checkpoints();
    private static readonly Option<string?> export = new("--export") { Description = "An exported folder: verified by itself, or, with --database or --data, compared with that database" };
    private static readonly Option<string?> proof = new("--proof") { Description = "A file with a proof from audit prove" };

    internal static Command Command() =>
        new Command("verify", "Derives the seal of every event anew and names the first position that differs; works offline on an export or a proof. It is about events, rows of streams, original bytes and seal; views are derived, and `rebuild` makes them anew") { checkpoints, verifier, key, export, proof }.Does(
            (parse, output, cancellation) => AuditKeys.Answer(async () => parse.GetValue(proof) is { } file ? Proof(file, parse, output)
                : parse.GetValue(export) is { } folder && parse.GetValue(Shared.Database) is null && parse.GetValue(Shared.Data) is null
                    ? await Offline(folder, parse, output, cancellation)
                    : await Database(parse, output, cancellation)));

    private static int Proof(string file, ParseResult parse, Output output)
    {
        var trusted = AuditKeys.Given(parse, verifier) ?? AuditKeys.Named(parse, key)?.Verifier()
            ?? throw new UsageFault("--proof: say which key to trust with --verifier: the log's verifier key, which audit checkpoint printed, or a file that holds it.");
        var proved = OfflineAudit.Check(AuditKeys.Text(file), trusted);
        if (output.IsJson) output.Json(proved);
        else
        {
            output.Line($"The event at position {proved.Position} is in the log {proved.Origin}, of which {proved.Signed} events were signed."
                + (proved.Redacted ? " Text was removed from it since; this is what is left:" : ""));
            output.Line(proved.Event);
        }
        return Exit.Done;
    }

    private static async Task<int> Offline(string folder, ParseResult parse, Output output, CancellationToken cancellation)
    {
        var given = AuditKeys.Given(parse, verifier) ?? AuditKeys.Named(parse, key)?.Verifier();
        var trusted = given ?? OfflineAudit.VerifierOf(folder);
        List<Checkpoint> signed = [Checkpoint.Open(OfflineAudit.CheckpointOf(folder), trusted), .. Kept(parse, trusted)];
        var clock = Stopwatch.StartNew();
        var found = await Reported(output, progress => OfflineAudit.Verify(folder, signed, progress, cancellation));
        if (given is null) output.Say($"The verifier key came with the export, so whoever made the export chose it. Compare it with the one you had before: {trusted}");
        return Show(found, clock.Elapsed, output);
    }

    private static async Task<int> Database(ParseResult parse, Output output, CancellationToken cancellation)
    {
        await using var workspace = await Workspace.Open(parse, output, cancellation);
        var file = AuditKeys.File(parse, key, workspace);
        var trusted = AuditKeys.Given(parse, verifier) ?? file.Verifier();
        var signed = trusted is null ? [] : Kept(parse, trusted).ToList();
        if (trusted is null && parse.GetValue(checkpoints) is { Length: > 0 })
            throw new UsageFault("--checkpoint: say which key to trust with --verifier: the log's verifier key or a file that holds it.");
        var clock = Stopwatch.StartNew();
        var log = new SealedLog(workspace.Engine.Database);
        // Who names another key to trust does not trust this one.
        var found = await Reported(output, progress => trusted?.ToString() == file.Verifier()?.ToString()
            ? log.Verify(file, signed, parse.GetValue(export), progress, cancellation) : log.Verify(signed, parse.GetValue(export), progress, cancellation));
        await new Verifications(workspace.Engine.Database).Keep(found, Environment.UserName, clock.Elapsed, cancellation);
        if (found.Signed is null && found.First is null)
            output.Say("No signed checkpoint was at hand: the events were compared with the seal in the same database alone. Whoever can change both is not found out; sign with `dateline audit checkpoint`.");
        return Show(found, clock.Elapsed, output, await HeldUp(workspace, found, cancellation));
    }

    /// <summary>Verifies, and shows how far that is.</summary>
    private static async Task<Verification> Reported(Output output, Func<IProgress<(long At, long Of)>, Task<Verification>> verify)
    {
        Verification? found = null;
        await output.Progress(async report => found = await verify(new Counted("verified", report)));
        return found!;
    }

    private static IEnumerable<Checkpoint> Kept(ParseResult parse, VerifierKey trusted) => (parse.GetValue(checkpoints) ?? []).Select(path => AuditKeys.Open(path, trusted));

    /// <summary>Why redactions are not carried out, and what to do, by their positions.</summary>
    private static async Task<Dictionary<long, string>> HeldUp(Workspace workspace, Verification found, CancellationToken cancellation)
    {
        var (held, list) = (new Dictionary<long, string>(), new SetAsideList(workspace.Engine.Database));
        foreach (var f in (await workspace.Engine.Followers(cancellation)).Where(f => f is { Name: SetAsideList.Redactions, State: "stopped", StoppedAt: not null }))
        {
            foreach (var r in found.Redactions.Where(r => r.Position > f.StoppedAt && r.Events.IsEmpty)) held[r.Position] = "`dateline doctor` says what holds it up.";
            held[f.StoppedAt!.Value] = $"It could not be carried out: {f.Error}. Mend the cause, then start Dateline again.";
        }
        foreach (var r in found.Redactions)
            if (await list.Find(SetAsideList.Redactions, r.Position, cancellation) is { } aside)
                held[r.Position] = $"It was set aside: {aside.Error}. Mend the cause, then: dateline retry {r.Position} --follower {SetAsideList.Redactions}";
        return held;
    }

    private static string Waits(Redaction r) =>
        r.Document is null ? "It stands in no event, or is removed as soon as the followers run." : "The text is still there: it is removed as soon as the followers run.";

    private static int Show(Verification found, TimeSpan took, Output output, Dictionary<long, string>? held = null)
    {
        if (output.IsJson) output.Json(new { found.Holds, found.Events, found.Sealed, found.Signed, found.First, found.Damaged, found.Redactions, found.Missing, found.Streams, found.Unwitnessed });
        else
        {
            foreach (var r in found.Redactions)
                output.Line($"Redaction   #{r.Position} {Output.Time(r.At)}: {r.Kind} {(r.Document is null ? "wherever it stood" : $"in revision {r.Revision} of {r.Document}")}, by {r.By}, seconded by {r.SecondedBy}: {r.LegalReason}. "
                    + (r.Events.Length > 0 ? $"Text was removed from {Output.Positions(r.Events)}." : held?.ContainsKey(r.Position) == true ? "Nothing was removed." : Waits(r))
                    + (held?.TryGetValue(r.Position, out var why) == true ? $" {why}" : ""));
            if (found.Redactions.Count > 0) output.Line($"            {AuditRedact.Said}");
            foreach (var r in found.Redactions.Where(r => !r.Unproved.IsEmpty))
                output.Line($"            Of these {Output.Positions(r.Unproved)} {(r.Unproved.Length == 1 ? "was" : "were")} recorded before the seal held apart what a redaction never touches: "
                    + $"that #{r.Position} took nothing but text there is not proved. An export made before it would show.");
            if (found.Unwitnessed is { } gone) output.Line($"SIGNED      {gone}");
            if (found.Missing is { } missing) output.Line($"ORIGINALS   {missing.What}");
            if (found.Streams is { } streams) output.Line($"STREAMS     {streams.What}");
            foreach (var damage in found.Damaged) output.Line($"Seal        {damage}");
            if (found.First is { } first)
                output.Line($"DIFFERS     {(first.From == first.To ? $"at position {first.From}" : $"between positions {first.From} and {first.To}")}. {first.What}");
            output.Line($"{found.Events} events were read in {took.TotalSeconds:0.0} s; {Math.Min(found.Sealed, found.Events)} are sealed, {(found.Signed is { } n ? $"{n} signed" : "none signed")}.");
            if (found.Holds) output.Line("Every event is as it was recorded.");
        }
        return found.Holds ? Exit.Done : Exit.Refused;
    }
}

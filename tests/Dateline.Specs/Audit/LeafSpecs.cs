using System.Buffers;
using System.Text;
using System.Text.Json;
using Dateline.Audit;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs.Audit;

/// <summary>Leaves are sealed for ever: whatever makes them, they stay the same.</summary>
public sealed class LeafSpecs
{
    private const string Both = ",\"position\":5,\"recorded\":\"2026-02-28T12:00:00.123456Z\",\"stream\":\"claim/c-1\",\"type\":\"claim_mentioned\",\"version\":2,\"who\":\"Zoë\"}";
    private static readonly string[] names = ["quote", "cue", "via", "evidence", "name", "numbers", "url", "id", "é", "a\"b", "text\\", "te\\u0078t"];

    [Theory]
    [InlineData("""{"leaf": 2, "salt": "5f2c", "reason": "It was \"asked\"."}""", "dateline-leaf@2", "a2eeba60ba863bd535e5b3d5e7b6e5837f2d407edb2a303fd240290e6e92eabc")]
    [InlineData("""{"salt": "5f2c", "reason": "It was \"asked\"."}""", "dateline-leaf@1", "549fb823cb37d9cb83874eb0735bc74da31bc336f9de1fdf68ad3c514f07e3dd")]
    public void an_event_has_the_leaf_that_it_was_first_sealed_with(string headers, string format, string metadata)
    {
        var e = Event("claim_mentioned", """{"cue": "said", "quote": "Two \"ships\" {hit}", "score": 900, "claimId": "c-1", "numbers": [{"text": "two", "value": 2}], "nested": [{"evidence": [1], "kept": null}], "mentionId": "d-1/1#1"}""", headers);
        Assert.Equal(
            $$"""{"data":"9f8682e76e94fc0433ec3756d27ae102839730d2595d20b0ab167a98677ae752","format":"{{format}}","id":"0193a1b2-0000-7000-8000-000000000001","metadata":"{{metadata}}"{{Both}}""",
            Encoding.UTF8.GetString(new LeafRecord().Of(e, null)));
    }

    [Fact]
    public async Task leaves_that_are_hashed_together_are_those_that_are_made_one_by_one()
    {
        var events = Enumerable.Range(1, 2500).Select(i => Event("source_rated", $$"""{"by": "editor {{i % 7}}", "reliability": "{{i % 5}}"}""", i % 3 == 0 ? null : $$"""{"leaf": 2, "salt": "{{i}}"}""") with { Position = i }).ToList();
        var (record, sealedWith, at) = (new LeafRecord(), new Sealed("a", "b"), 0);
        await foreach (var leaves in LeafHashes.Of(events.ToAsyncEnumerable(), p => p % 5 == 0 ? sealedWith : null, waits: true, TestContext.Current.CancellationToken))
            for (var i = 0; i < leaves.Count; i++, at++)
            {
                Assert.Equal(MerkleTree.HashLeaf(record.Of(events[at], (at + 1) % 5 == 0 ? sealedWith : null)), leaves.Hash(i));
                Assert.Equal((at + 1) % 3 != 0, leaves.SealsForm(i));
                Assert.Equal(JsonSerializer.Serialize(new { events[at].Position, events[at].Who, events[at].Data }), JsonSerializer.Serialize(new { leaves.Fields(i).Event().Position, leaves.Fields(i).Event().Who, leaves.Fields(i).Event().Data }));
            }
        Assert.Equal(events.Count, at);
    }

    [Fact]
    public void the_form_that_is_taken_of_the_canonical_form_is_the_canonical_form_without_the_text()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (stored, type) = (Encoding.UTF8.GetBytes(Made(random, 0)), random.Next(2) == 0 ? "source_registered" : "claim_mentioned");
            var (json, left) = (new CanonicalJson(), new ArrayBufferWriter<byte>());
            json.Of(stored);
            KeptMembers.Write(json.Last, Encoding.UTF8.GetBytes(type), left);
            return json.HadEscapedName || left.WrittenSpan.SequenceEqual(new CanonicalJson().Of(stored, Encoding.UTF8.GetBytes(type), Redactable.IsText));
        }).QuickCheckThrowOnFailure();
    }

    private static string Made(Random random, int depth) => random.Next(depth == 0 ? 6 : depth > 4 ? 4 : 9) switch
    {
        0 => "-17",
        1 => "null",
        2 => "\"a \\\"b\\\" {x}, [y]: \\\\\"",
        3 => "\"\"",
        4 => $"[{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Made(random, depth + 1)))}]",
        _ => $"{{{string.Join(", ", names.Where(_ => random.Next(3) == 0).OrderBy(_ => random.Next()).Select(n => $"\"{n.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("text\\", "text\\\\", StringComparison.Ordinal)}\": {Made(random, depth + 1)}"))}}}"
    };

    private static StoredEvent Event(string type, string data, string? headers) => new()
    {
        Position = 5,
        Id = new Guid("0193a1b2-0000-7000-8000-000000000001"),
        Stream = "claim/c-1",
        Version = 2,
        Type = type,
        RecordedAt = new DateTime(2026, 2, 28, 12, 0, 0, DateTimeKind.Utc).AddTicks(1234560),
        Who = "Zoë",
        Data = Encoding.UTF8.GetBytes(data),
        Headers = headers is null ? null : Encoding.UTF8.GetBytes(headers),
        Correlation = "r-1",
        Causation = null,
        Tenant = "*DEFAULT*",
        DotnetType = "A, B",
        Archived = false,
        Binary = null
    };
}

using Dateline.Audit;
using Dateline.Postgres.Engine;
using Dateline.Sources;

namespace Dateline.Contract.Engine;

/// <summary>What the leader remembers of what it wrote, so that it need not be read back.</summary>
public sealed class TailTests
{
    private readonly Tail tail = new();

    public TailTests() => tail.Open();

    [Fact]
    public void what_was_written_is_read_in_order_up_to_where_it_is_asked_for()
    {
        tail.Add(tail.Turn, [At(2), At(1), At(3), At(4)]);
        Assert.Equal([1, 2, 3], Positions(tail.Read(0, 3, 100)));
        Assert.Equal([2, 3], Positions(tail.Read(1, 4, 2)));
        Assert.Equal("source_registered", tail.Read(0, 1, 100)![0].Event.Type);
    }

    [Fact]
    public void events_that_somebody_else_wrote_between_are_not_passed_over()
    {
        tail.Add(tail.Turn, [At(1), At(2), At(4)]);
        Assert.Null(tail.Read(0, 4, 100));
        Assert.Null(tail.Read(2, 4, 100));
        Assert.Equal([4], Positions(tail.Read(3, 4, 100)));
        tail.Add(tail.Turn, Enumerable.Range(10, 600).Select(p => At(p)));
        Assert.Equal(600, tail.Read(9, 1000, 2000)!.Count);
    }

    [Fact]
    public void nothing_written_before_it_was_closed_is_left_or_added_later()
    {
        var turn = tail.Turn;
        tail.Add(turn, [At(1)]);
        tail.Close();
        Assert.Null(tail.Read(0, 1, 100));
        tail.Add(turn, [At(1)]);
        tail.Open();
        tail.Add(turn, [At(1)]);
        Assert.Null(tail.Read(0, 1, 100));
    }

    [Fact]
    public void what_the_views_have_taken_in_is_let_go()
    {
        tail.Add(tail.Turn, [At(1), At(2)]);
        tail.Pass(1);
        tail.Add(tail.Turn, [At(1)]);
        Assert.Null(tail.Read(0, 2, 100));
        Assert.Equal([2], Positions(tail.Read(1, 2, 100)));
    }

    [Fact]
    public void there_is_an_end_to_what_it_holds()
    {
        tail.Add(tail.Turn, Enumerable.Range(1, 100).Select(p => At(p, 1 << 20)));
        Assert.Null(tail.Read(50, 100, 100));
        tail.Pass(100);
        tail.Add(tail.Turn, [At(101)]);
        Assert.Equal([101], Positions(tail.Read(100, 101, 100)));
    }

    [Theory]
    [InlineData(4_000, false)]
    [InlineData(5_000, true)]
    [InlineData(30_000, false)]
    public void views_that_are_near_are_waited_for_and_those_far_behind_are_not(long written, bool waits)
    {
        Assert.Equal(waits, tail.IsAhead(written));
        tail.Pass(written);
        Assert.False(tail.IsAhead(written));
    }

    private static long[] Positions(List<TailEvent>? events) => [.. Assert.IsType<List<TailEvent>>(events).Select(e => e.Row.Position)];

    private static TailEvent At(long position, int padding = 0) => new(
        new StoredEvent
        {
            Position = position,
            Id = Guid.NewGuid(),
            Stream = "source/a",
            Version = position,
            Type = "source_registered",
            RecordedAt = DateTime.UtcNow,
            Who = "system",
            Data = [.. EventJson.Write(new SourceRegistered("a", "A")), .. Enumerable.Repeat((byte)' ', padding)],
            Headers = null,
            Correlation = null,
            Causation = null,
            Tenant = null,
            DotnetType = null,
            Archived = false,
            Binary = null
        },
        null);
}

using Dateline.Sources;

namespace Dateline.Contract.Engine;

/// <summary>A stream with an event that cannot be read: whoever asks for it is told which event, what is wrong with it and what to do.</summary>
public abstract class UnreadableStreamTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private const string WhatToDo =
        " Nothing can be decided on source/a or shown of it before it can be read: use the version of Dateline that recorded the event, or bring its row back from a backup."
        + " `dateline audit verify` says whether it was changed.";

    [Theory]
    [InlineData("source_registered", """{"sourceId": 7}""", null, "Its data is not of the form of a source_registered, at $.sourceId.")]
    [InlineData("source_registered", """{"sourceId": 7}""", "Dateline.Sources.SourceRegistered, Dateline", "Its data is not of the form of a source_registered, at $.sourceId.")]
    [InlineData("a_name_of_tomorrow", "{}", null, "a_name_of_tomorrow")]
    [InlineData("a_name_of_tomorrow", "{}", "Dateline.OfTomorrow, Dateline.Core", "a_name_of_tomorrow")]
    public async Task a_command_and_a_look_are_refused_alike(string type, string data, string? dotnet, string why)
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "a"));
        await desk.Send(new RegisterSource("b", "b"));
        await desk.Do($"""
            insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, mt_dotnet_type, user_name)
            values (3, gen_random_uuid(), 'source/a', 2, '{type}', '{data}', clock_timestamp(), {(dotnet is null ? "null" : $"'{dotnet}'")}, 'x');
            update mt_streams set version = 2 where id = 'source/a'
            """);
        await desk.DisposeAsync();
        await using var again = await Open(desk.ConnectionString);
        var look = await Assert.ThrowsAsync<Refused>(() => again.Newsroom.Load<Source>("source/a", null, Cancellation));
        Assert.StartsWith("The event at position 3 cannot be read. ", look.Message, StringComparison.Ordinal);
        Assert.Contains(why, look.Message, StringComparison.Ordinal);
        Assert.EndsWith(WhatToDo, look.Message, StringComparison.Ordinal);
        Assert.Equal(look.Message, (await Assert.ThrowsAsync<Refused>(() => again.Send(new RegisterSource("a", "other")))).Message);

        // What came before it can be seen, and nothing else is held up.
        Assert.Equal(1, (await again.Newsroom.Load<Source>("source/a", 2, Cancellation)).Version);
        await again.Send(new RegisterSource("c", "c"));
        Assert.Equal(1, (await again.Newsroom.Load<Source>("source/c", null, Cancellation)).Version);
    }
}

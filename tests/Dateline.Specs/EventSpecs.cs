using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs;

public sealed class EventSpecs
{
    public static TheoryData<string> Names => [.. EventTypes.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void the_first_stored_form_of_an_event_still_loads(string name)
    {
        var stored = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Events", name + ".json"));
        var loaded = EventJson.Read(name, Encoding.UTF8.GetBytes(stored));
        Assert.Equal(EventTypes.TypeOf(name), loaded.GetType());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(stored), JsonNode.Parse(EventJson.Write(loaded))), name);
        Assert.Equivalent(Examples.All.Single(e => e.GetType() == loaded.GetType()), loaded, strict: true);
    }

    [Fact]
    public void names_are_snake_case_and_of_one_event_each()
    {
        Assert.Equal(30, EventTypes.All.Count);
        Assert.Equal(EventTypes.All.Count, EventTypes.All.Select(e => e.Type).Distinct().Count());
        Assert.All(EventTypes.All, e => Assert.Equal(string.Concat(e.Type.Name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : $"{c}")), e.Name));
    }

    [Fact]
    public void no_event_holds_a_floating_point_number()
    {
        var seen = new HashSet<Type>();
        var queue = new Queue<Type>(EventTypes.All.Select(e => e.Type));
        while (queue.TryDequeue(out var type))
        {
            Assert.False(type == typeof(double) || type == typeof(float) || type == typeof(decimal), type.Name);
            foreach (var p in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                foreach (var inner in p.PropertyType.IsGenericType ? p.PropertyType.GetGenericArguments() : [p.PropertyType])
                    if ((inner.Namespace?.StartsWith("Dateline", StringComparison.Ordinal) == true || inner.IsPrimitive || inner == typeof(decimal)) && seen.Add(inner)) queue.Enqueue(inner);
        }
        Assert.Contains(typeof(Claims.Span), seen);
    }

    [Fact]
    public void an_unknown_name_or_form_is_an_error_in_words()
    {
        Assert.Contains("weather_changed", Assert.ThrowsAny<System.Text.Json.JsonException>(() => EventJson.Read("weather_changed", "{}"u8)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => EventJson.Read("claim_raised", "{\"claimId\":7}"u8));
    }

    [Fact]
    public void every_fold_takes_every_event_in_any_order()
    {
        Prop.ForAll<int[]>(order =>
        {
            var events = order.Select(i => Examples.All[Math.Abs(i % Examples.All.Count)]).ToList();
            _ = events.Aggregate((Claims.Claim?)null, Claims.Claim.Evolve);
            _ = events.Aggregate((Documents.Document?)null, Documents.Document.Evolve);
            _ = events.Aggregate((Stories.Story?)null, Stories.Story.Evolve);
            _ = events.Aggregate((Sources.Source?)null, Sources.Source.Evolve);
            return true;
        }).QuickCheckThrowOnFailure();
    }
}

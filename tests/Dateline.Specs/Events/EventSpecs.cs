using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Claims;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

/// <summary>The first stored form of each event is kept beside this file. What was stored once loads for ever.</summary>
public class EventSpecs
{
    public static TheoryData<string> Names => [.. EventTypes.All.Select(e => e.Name)];

    private static string Golden(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("events." + name) ?? throw new FileNotFoundException($"Events/{name}.json is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Written(object fact) => Encoding.UTF8.GetString(EventJson.Write(fact));

    [Theory]
    [MemberData(nameof(Names))]
    public void the_first_stored_form_of_an_event_loads_and_is_written_as_it_was(string name)
    {
        var golden = Golden(name);
        var fact = EventJson.Read(name, Encoding.UTF8.GetBytes(golden));
        Assert.Equal(EventTypes.TypeOf(name), fact.GetType());
        Assert.Equal(JsonNode.Parse(golden)!.ToJsonString(EventJson.Options), Written(fact));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void the_first_stored_form_of_an_event_gives_every_member(string name)
    {
        var members = JsonNode.Parse(Golden(name))!.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal);
        var parameters = EventTypes.TypeOf(name)!.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();
        Assert.Equal(parameters.Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!)).Order(StringComparer.Ordinal), members);
    }

    [Fact]
    public void every_kept_form_belongs_to_an_event() => Assert.Equal(
        EventTypes.All.Select(e => "events." + e.Name).Order(StringComparer.Ordinal),
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith("events.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void names_are_in_snake_case() => Assert.All(EventTypes.All, e => Assert.Matches("^[a-z]+(_[a-z]+)*$", e.Name));

    [Fact]
    public void names_are_the_words_of_their_types() =>
        Assert.All(EventTypes.All, e => Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(e.Type.Name), e.Name));

    [Fact]
    public void names_and_types_are_unique()
    {
        Assert.Distinct(EventTypes.All.Select(e => e.Name));
        Assert.Distinct(EventTypes.All.Select(e => e.Type));
    }

    [Fact]
    public void a_name_and_its_type_lead_to_each_other() => Assert.All(EventTypes.All, e =>
    {
        Assert.Equal(e.Name, EventTypes.NameOf(e.Type));
        Assert.Equal(e.Type, EventTypes.TypeOf(e.Name));
    });

    [Fact]
    public void what_is_no_event_has_no_name()
    {
        Assert.Throws<ArgumentException>(() => EventTypes.NameOf<string>());
        Assert.Null(EventTypes.TypeOf("Claim_Raised"));
    }

    [Fact]
    public void events_are_sealed() => Assert.All(EventTypes.All, e => Assert.True(e.Type.IsSealed));

    [Fact]
    public void no_event_holds_a_floating_point_number()
    {
        var seen = new HashSet<Type>();
        var waiting = new Queue<Type>(EventTypes.All.Select(e => e.Type));
        while (waiting.TryDequeue(out var type))
        {
            if (!seen.Add(type)) continue;
            Assert.False(type == typeof(double) || type == typeof(float) || type == typeof(Half), $"A {type.Name} is stored.");
            foreach (var argument in type.GetGenericArguments()) waiting.Enqueue(argument);
            if (type.GetElementType() is { } element) waiting.Enqueue(element);
            if (type.Assembly != typeof(EventTypes).Assembly) continue;
            foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)) waiting.Enqueue(member.PropertyType);
        }
        Assert.Contains(typeof(NumberFact), seen);
    }

    [Fact]
    public void members_are_camel_case_and_what_is_absent_is_left_out() => Assert.Equal(
        """{"claimId":"c-1","text":"200 people left","mode":"assertion","publishedAt":"2026-03-01T12:00:00+00:00"}""", Written(Raised()));

    [Fact]
    public void text_is_written_as_it_is() => Assert.Contains("Łódź <&> 東京 'x'", Written(Opened(title: "Łódź <&> 東京 'x'")), StringComparison.Ordinal);

    [Fact]
    public void times_are_written_in_utc() => Assert.Contains(
        "\"2026-03-01T12:00:00+00:00\"", Written(Opened() with { PublishedAt = Noon.ToOffset(TimeSpan.FromHours(5.5)) }), StringComparison.Ordinal);

    [Fact]
    public void an_unknown_event_is_not_read() =>
        Assert.Contains("does not know the event story_told", Assert.Throws<JsonException>(() => EventJson.Read("story_told", "{}"u8)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{\"storyId\":1}")]
    [InlineData("{\"publishedAt\":\"noon\"}")]
    public void data_of_another_form_is_not_read(string json) =>
        Assert.ThrowsAny<JsonException>(() => EventJson.Read("story_opened", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void an_unknown_word_is_not_read() => Assert.ThrowsAny<JsonException>(() =>
        EventJson.Read("source_rated", """{"sourceId":"wire","reliability":"G","by":"ana"}"""u8));

    [Fact]
    public void a_member_that_a_later_version_added_is_passed_over() => Assert.Equal(
        new Stories.StoryClosed("s-1", "ana"), EventJson.Read("story_closed", """{"storyId":"s-1","by":"ana","mood":"good"}"""u8));
}

using System.Text.Json;
using Dateline.Claims;
using Dateline.Extraction;
using Dateline.Server.Commands;
using Dateline.Server.Extractors;

namespace Dateline.Server.Tests.Extractors;

public sealed class ChatExtractorTests
{
    private const string Text = "CNN reported that the army said 200 jets may have left on Saturday. The army denied it.";

    private static readonly object Good = new
    {
        claims = new[] { new { quote = "200 jets may have left on Saturday", speaker = "the army", cue = "said", via = new[] { "CNN" }, polarity = "positive", mode = "assertion", certainty = "possible" } }
    };

    private static ExtractionInput Input(string text = Text) => new("d", 1, "T", text, "en", new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), null);

    private static ChatExtractor To(ChatServer server, Func<ChatSettings, ChatSettings>? with = null, string? key = "secret")
    {
        var settings = new ChatSettings(new(server.Url + "/chat/completions"), "small/model", key);
        return new(with?.Invoke(settings) ?? settings, TimeProvider.System);
    }

    private static async Task<T> Throws<T>(string answer, int status = 200, Func<ChatSettings, ChatSettings>? with = null, string text = Text) where T : Exception
    {
        await using var server = new ChatServer(_ => (status, answer));
        using var chat = To(server, with);
        return await Assert.ThrowsAsync<T>(() => chat.Read(Input(text), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task what_the_model_quotes_becomes_mentions_with_numbers_and_dates()
    {
        await using var server = new ChatServer(_ => (200, ChatServer.Saying(Good)));
        using var chat = To(server);
        var mention = Assert.Single((await chat.Read(Input(), TestContext.Current.CancellationToken)).Mentions);
        Assert.Null(OutputCheck.Fault([mention], Text));
        Assert.Equal(("the army", "said", "CNN", Certainty.Possible), (mention.Speaker?.Text, mention.Cue?.Text, mention.Via.Single().Text, mention.Certainty));
        Assert.Equal(("200", "2026-02-28"), (mention.Numbers.Single().Value, mention.Dates.Single().From));
        Assert.Equal(("chat-small-model@2", "d/1#chat-small-model@2.1"), (chat.Name, mention.Id));
        var (path, authorization, body) = Assert.Single(server.Asked);
        Assert.Equal(("/v1/chat/completions", "Bearer secret"), (path, authorization));
        var messages = JsonDocument.Parse(body).RootElement.GetProperty("messages");
        Assert.Equal(Text, messages[1].GetProperty("content").GetString());
        Assert.Contains("the quoted words themselves say that something is not so", messages[0].GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task words_are_found_where_they_are_no_part_of_others()
    {
        const string text = "Arman told the army that the man left; a man said so.";
        await using var server = new ChatServer(_ => (200, ChatServer.Saying(new
        {
            claims = new[] { new { quote = "man", speaker = "a", cue = "so", polarity = "positive", mode = "assertion", certainty = "certain" } }
        })));
        using var chat = To(server);
        var mention = Assert.Single((await chat.Read(Input(text), TestContext.Current.CancellationToken)).Mentions);
        Assert.Equal((29, 39, 50), (mention.Content.Start, mention.Speaker!.Start, mention.Cue!.Start));
    }

    [Fact]
    public async Task what_the_model_lists_twice_is_one_mention()
    {
        static object Claim(string quote, string certainty) => new { quote, speaker = "the army", polarity = "positive", mode = "assertion", certainty };
        await using var server = new ChatServer(_ => (200, ChatServer.Saying(new { claims = new[] { Claim("200 jets", "certain"), Claim("200 jets", "certain"), Claim("200 jets", "possible"), Claim("Saturday", "certain"), Claim("200 jets", "certain") } })));
        using var chat = To(server);
        var mentions = (await chat.Read(Input(), TestContext.Current.CancellationToken)).Mentions;
        Assert.Equal(["200 jets", "200 jets", "Saturday"], mentions.Select(m => m.Content.Text));
        Assert.Equal([".1", ".2", ".3"], mentions.Select(m => m.Id[^2..]));
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    [InlineData(20_000, false)]
    public async Task a_claim_came_by_a_chain_of_bounded_length(int via, bool read)
    {
        var words = ChatServer.Saying(new { claims = new[] { new { quote = "200 jets", via = Enumerable.Repeat("CNN", via), polarity = "positive", mode = "assertion", certainty = "certain" } } });
        if (!read)
        {
            Assert.Contains("more than 16", (await Throws<ExtractorFault>(words)).Message, StringComparison.Ordinal);
            return;
        }
        await using var server = new ChatServer(_ => (200, words));
        using var chat = To(server);
        Assert.Equal(via, Assert.Single((await chat.Read(Input(), TestContext.Current.CancellationToken)).Mentions).Via.Count);
    }

    [Theory]
    [InlineData("\"60\"")]
    [InlineData("\"many\"")]
    [InlineData("null")]
    [InlineData("-1")]
    [InlineData("[60]")]
    public async Task a_count_of_tokens_in_another_form_refuses_no_answer(string total)
    {
        await using var server = new ChatServer(_ => (200, ChatServer.Saying(Good).Replace("\"total_tokens\":100", $"\"total_tokens\":{total}", StringComparison.Ordinal)));
        using var chat = To(server);
        Assert.Single((await chat.Read(Input(), TestContext.Current.CancellationToken)).Mentions);
    }

    [Fact]
    public async Task json_between_marks_of_markdown_is_read()
    {
        await using var server = new ChatServer(_ => (200, ChatServer.Saying($"```json\n{JsonSerializer.Serialize(Good)}\n```")));
        using var chat = To(server);
        Assert.Single((await chat.Read(Input(), TestContext.Current.CancellationToken)).Mentions);
    }

    [Theory]
    [InlineData("{\"claims\":[{\"quote\":\"300 jets\",\"polarity\":\"positive\",\"mode\":\"assertion\",\"certainty\":\"certain\"}]}", "does not quote the text")]
    [InlineData("{\"claims\":[{\"quote\":\"200 jets\",\"speaker\":\"the navy\",\"polarity\":\"positive\",\"mode\":\"assertion\",\"certainty\":\"certain\"}]}", "The speaker of claim 1")]
    [InlineData("{\"claims\":[{\"quote\":\"200 jets\",\"polarity\":\"maybe\",\"mode\":\"assertion\",\"certainty\":\"certain\"}]}", "The polarity of claim 1")]
    [InlineData("{\"claims\":[{\"quote\":\"\",\"polarity\":\"positive\",\"mode\":\"assertion\",\"certainty\":\"certain\"}]}", "does not quote the text")]
    [InlineData("{\"claims\":[{\"quote\":\"ets may ha\",\"polarity\":\"positive\",\"mode\":\"assertion\",\"certainty\":\"certain\"}]}", "whole words")]
    [InlineData("{\"claims\":[{\"quote\":\"200 jets\",\"speaker\":\"rm\",\"polarity\":\"positive\",\"mode\":\"assertion\",\"certainty\":\"certain\"}]}", "The speaker of claim 1")]
    [InlineData("{\"claims\":{}}", "not the JSON")]
    [InlineData("{\"claims\":[7]}", "not the JSON")]
    [InlineData("I am sorry.", "not the JSON")]
    public async Task words_that_do_not_quote_or_have_another_form_are_refused(string words, string why) =>
        Assert.Contains(why, (await Throws<ExtractorFault>(ChatServer.Saying(words))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("nothing")]
    [InlineData("{}")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("{\"choices\":[{\"message\":{}}]}")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":null}}]}")]
    [InlineData("{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"{\"}}]}")]
    public async Task an_answer_that_is_none_is_refused(string answer) => await Throws<ExtractorFault>(answer);

    [Fact]
    public async Task a_text_that_a_server_refuses_has_failed_once_it_has_answered_another()
    {
        await using var server = new ChatServer(body => body.Contains("refuse", StringComparison.Ordinal) ? (400, "") : (200, ChatServer.Saying(Good)));
        using var chat = To(server);
        var refused = Input() with { Text = "They refuse 200 jets." };
        Assert.False((await Assert.ThrowsAsync<ExtractorGone>(() => chat.Read(refused, TestContext.Current.CancellationToken))).ForGood);
        await chat.Read(Input(), TestContext.Current.CancellationToken);
        Assert.Contains("400", (await Assert.ThrowsAsync<ExtractorFault>(() => chat.Read(refused, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_text_that_is_too_long_for_the_server_has_failed() => await Throws<ExtractorFault>("", 413);

    [Fact]
    public async Task an_answer_that_is_too_long_is_refused() => await Throws<ExtractorFault>(new string(' ', (1 << 20) + 1));

    [Fact]
    public async Task a_text_that_is_too_long_is_not_sent() => await Throws<ExtractorFault>("", text: new string('a', 60_001));

    [Theory]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(401, true)]
    [InlineData(404, true)]
    [InlineData(302, true)]
    public async Task a_server_that_cannot_be_used_is_gone_for_now_or_for_good(int status, bool forGood) => Assert.Equal(forGood, (await Throws<ExtractorGone>("", status)).ForGood);

    [Fact]
    public async Task a_server_that_does_not_answer_in_time_is_gone_for_now()
    {
        await using var server = new ChatServer(_ => null);
        using var chat = To(server, s => s with { Timeout = TimeSpan.FromMilliseconds(300) });
        Assert.False((await Assert.ThrowsAsync<ExtractorGone>(() => chat.Read(Input(), TestContext.Current.CancellationToken))).ForGood);
    }

    [Fact]
    public async Task the_days_tokens_are_the_most_that_is_spent()
    {
        await using var server = new ChatServer(_ => (200, ChatServer.Saying(Good, tokens: 60)));
        using var chat = To(server, s => s with { TokensPerDay = 100 });
        await chat.Read(Input(), TestContext.Current.CancellationToken);
        await chat.Read(Input(), TestContext.Current.CancellationToken);
        Assert.Contains("100 tokens", (await Assert.ThrowsAsync<ExtractorGone>(() => chat.Read(Input(), TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public void it_is_off_unless_an_address_is_set() => Assert.Null(ChatSettings.Read(static _ => null));

    [Theory]
    [InlineData("ftp://host", "m", "", "no address")]
    [InlineData("https://host/v1", "", "", "DATELINE_CHAT_MODEL")]
    [InlineData("http://example.org/v1", "m", "k", "https only")]
    [InlineData("https://host/v1", "m", "k\n", "DATELINE_CHAT_KEY")]
    public void a_setting_that_cannot_be_used_is_named(string url, string model, string key, string why) => Assert.Contains(
        why, Assert.Throws<UsageFault>(() => ChatSettings.Read(n => n switch { "DATELINE_CHAT_URL" => url, "DATELINE_CHAT_MODEL" => model, "DATELINE_CHAT_KEY" => key, _ => null })).Message, StringComparison.Ordinal);

    [Fact]
    public void a_key_may_go_to_this_machine_without_https() =>
        Assert.Equal("http://127.0.0.1:1/v1/chat/completions", ChatSettings.Read(n => n switch { "DATELINE_CHAT_URL" => "http://127.0.0.1:1/v1/", "DATELINE_CHAT_TIMEOUT" => "5", "DATELINE_CHAT_TOKENS_PER_DAY" => null, _ => "k" })?.Url.ToString());
}

using System.Net;
using Dateline.Documents;
using Dateline.Server.Tests.Commands;

namespace Dateline.Server.Tests.Pages;

/// <summary>The form that brings a document in takes what the API takes.</summary>
public sealed class NewDocumentTests(Shell shell, Browser browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("قال الوزير إن الجسر مغلق. ", 120_000)]
    [InlineData("The mayor said that the bridge is closed. ", 500_000)]
    public async Task a_long_text_is_recorded_whole(string sentence, int length)
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        using var ana = newsroom.Client("ana", "analyst");
        var text = string.Concat(Enumerable.Repeat(sentence, length / sentence.Length)).TrimEnd();
        using var answer = await Send(ana, text);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Cancellation));
        var id = answer.Headers.Location!.OriginalString.Split('/', '?', '#').First(p => p.StartsWith("d-", StringComparison.Ordinal));
        var page = await DocumentPage.Of(newsroom.Workspace.Newsroom, id, null, Cancellation);
        Assert.Equal(text, Assert.Single(page!.Revisions).Text);
    }

    [Fact]
    public async Task a_text_that_is_too_long_is_said_to_be()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        using var ana = newsroom.Client("ana", "analyst");
        using var answer = await Send(ana, new string('x', 9 << 20));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("too large", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string text)
    {
        const string before = "name=\"__RequestVerificationToken\" value=\"";
        using var got = await client.GetAsync("/documents/new", Cancellation);
        var page = await got.Content.ReadAsStringAsync(Cancellation);
        var start = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
        using var form = new MultipartFormDataContent { { new StringContent(page[start..page.IndexOf('"', start)]), "__RequestVerificationToken" } };
        foreach (var (name, value) in new[] { ("source", "Harbour Wire"), ("title", "A long report"), ("text", text) }) form.Add(new StringContent(value), name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/documents/new") { Content = form };
        // Else what is too large is cut off while it is sent, and the answer with it.
        request.Headers.ExpectContinue = true;
        request.Headers.Add("Cookie", $"{client.DefaultRequestHeaders.GetValues("Cookie").Single()}; {got.Headers.GetValues("Set-Cookie").First().Split(';')[0]}");
        return await client.SendAsync(request, Cancellation);
    }
}

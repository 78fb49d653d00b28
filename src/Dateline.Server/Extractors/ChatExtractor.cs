using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dateline.Extraction;

namespace Dateline.Server.Extractors;

/// <summary>
/// Has a language model find the claims: any server with an OpenAI-compatible chat API. The model quotes; places, numbers, dates and worth are found
/// here. Time, sizes and tokens a day are bounded; neither texts nor keys are ever written to a log.
/// </summary>
internal sealed class ChatExtractor : IExtractor, IDisposable
{
    private const int LongestText = 60_000;
    private const int LongestAnswer = 1 << 20;
    private const int MostTokens = 8192;

    private readonly ChatSettings settings;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private (DateOnly Day, long Tokens) spent;
    private bool hasAnswered;

    internal ChatExtractor(ChatSettings settings, TimeProvider time)
    {
        (this.settings, this.time) = (settings, time);
        // A redirect could carry the key and the text to another server.
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) }) { Timeout = settings.Timeout, MaxResponseContentBufferSize = LongestAnswer };
        if (settings.Key is { } key) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Name = $"chat-{string.Concat(settings.Model.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-'))}@{ChatPrompt.Version}";
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<Extraction.Extraction> Read(ExtractionInput input, CancellationToken cancellation)
    {
        if (input.Text.Length > LongestText) throw new ExtractorFault($"The text is longer than {LongestText} characters.");
        var reserved = Reserve(input.Text.Length);
        using var content = new StringContent(ChatPrompt.Request(settings.Model, (int)reserved.Answer, input), Encoding.UTF8, "application/json");
        using var response = await Ask(content, reserved.All, cancellation);
        if (!response.IsSuccessStatusCode) spent.Tokens -= reserved.All;
        if (response.StatusCode is HttpStatusCode.RequestEntityTooLarge) throw new ExtractorFault($"The chat server refuses the text ({(int)response.StatusCode}).");
        // A server that has answered nothing yet may refuse what all requests have in common, such as the model's name.
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
            throw hasAnswered ? new ExtractorFault($"The chat server refuses the text ({(int)response.StatusCode}).") : new ExtractorGone(
                $"The chat server refuses what it is asked ({(int)response.StatusCode}). If it refuses every text, check DATELINE_CHAT_URL and DATELINE_CHAT_MODEL, then start again.", mayBeText: true);
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)response.StatusCode >= 500)
            throw new ExtractorGone(
                $"The chat server is busy or broken ({(int)response.StatusCode}).",
                mayBeText: response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable));
        if (!response.IsSuccessStatusCode)
            throw new ExtractorGone($"The chat server answers {(int)response.StatusCode}. Check DATELINE_CHAT_URL, DATELINE_CHAT_MODEL and DATELINE_CHAT_KEY, then start again.", forGood: true);
        hasAnswered = true;
        var (answer, tokens) = ChatAnswer.Message(await Bytes(response, cancellation));
        // What the server does not count is counted as four characters a token; an answer that cannot be read has cost what was set aside for it.
        spent.Tokens += (tokens ?? (input.Text.Length + answer.Length) / 4) - reserved.All;
        return new([.. ChatAnswer.Mentions(answer, input, Name).Select(m => Extractor.Measure(input, m))], null, []);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> Ask(StringContent content, long reserved, CancellationToken cancellation)
    {
        try
        {
            return await http.PostAsync(settings.Url, content, cancellation);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new ExtractorFault($"The chat server's answer is longer than {LongestAnswer} bytes.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            // A server that was reached may have counted.
            if (e is HttpRequestException) spent.Tokens -= reserved;
            throw e is TaskCanceledException ? new ExtractorGone($"The chat server did not answer within {settings.Timeout.TotalSeconds:0} s.", mayBeText: true) : new ExtractorGone("The chat server cannot be reached.");
        }
    }

    private static async Task<byte[]> Bytes(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync(cancellation);
        }
        catch (HttpRequestException)
        {
            throw new ExtractorGone("The chat server broke off its answer.", mayBeText: true);
        }
    }

    // Set aside before the server is asked: the words of the text and the longest answer, or what is left of the day, where it may still do.
    private (long All, long Answer) Reserve(int length)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (spent.Day != today) spent = (today, 0);
        var left = settings.TokensPerDay - spent.Tokens;
        if (left <= 0) throw new ExtractorGone($"The day's {settings.TokensPerDay} tokens are spent (DATELINE_CHAT_TOKENS_PER_DAY); it goes on tomorrow (UTC).");
        var answer = Math.Clamp(left - length / 4, 1, MostTokens);
        var all = Math.Min(left, length / 4 + answer);
        spent.Tokens += all;
        return (all, answer);
    }
}

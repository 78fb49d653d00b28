using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;

namespace Dateline.Server.Api;

/// <summary>
/// <c>Idempotency-Key</c>: a request that is repeated with the same key is answered as it was the first time, for a day. Keys are each person's
/// own; an answer that was no success is not kept, because nothing was done. What the request records carries an id made of the key, so that the
/// log tells whether it was done where a process died before it could keep its answer.
/// </summary>
internal static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(2);
    private static readonly string[] kept = ["ETag", "Location"];

    internal static void Use(WebApplication app) => app.UseWhen(
        static c => c.Request.Path.StartsWithSegments("/api") && c.Request.Headers.ContainsKey(Header) && c.User.Identity?.IsAuthenticated == true,
        branch => branch.Use((context, next) => Answer(context, next)));

    private static async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Describing.TakesIdempotencyKey>() is null)
            throw new BadRequest($"{Header} is not taken here. What is ingested in batches is recognized by its identity: send it again without the header.");
        if (context.Request.Headers[Header] is not [{ Length: > 0 and <= LongestKey } key] || key.Any(c => c is < '!' or > '~'))
            throw new BadRequest($"{Header} is 1 to {LongestKey} visible ASCII characters.");
        var (answers, account, time) = (context.RequestServices.GetRequiredService<Answers>(), context.User.AccountId(), context.RequestServices.GetRequiredService<TimeProvider>());
        var (fingerprint, now) = (await Fingerprint(context), time.GetUtcNow());
        var known = await answers.Claim(account, key, fingerprint, now, CancellationToken.None);
        if (known.IsMine) context.Repeats(Ids.Sha256([.. Encoding.UTF8.GetBytes($"{account}\n{key}\n"), .. fingerprint])[..32], known.IsAgain ? now - Answers.Kept : null);
        if (known.IsMine) await Do(context, next, answers, account, key);
        else if (!known.Same) await Problems.Of(Problems.KeyReused).ExecuteAsync(context);
        else if (known.Answer is { } answer) await Repeat(context, answer);
        else
        {
            context.Response.Headers.RetryAfter = "2";
            await Problems.Of(Problems.UnderWay).ExecuteAsync(context);
        }
    }

    private static async Task Do(HttpContext context, RequestDelegate next, Answers answers, string account, string key)
    {
        var (body, buffer) = (context.Response.Body, new MemoryStream());
        context.Response.Body = buffer;
        // What is begun is carried through, whoever still listens: an answer that nobody heard is what the key is for.
        using var bound = new CancellationTokenSource(longest);
        var gone = context.RequestAborted;
        context.RequestAborted = bound.Token;
        var done = false;
        try
        {
            await next(context);
            if (context.Response.StatusCode is >= 200 and < 300)
            {
                var headers = kept.Where(h => context.Response.Headers.ContainsKey(h)).ToDictionary(h => h, h => context.Response.Headers[h].ToString());
                await answers.Keep(account, key, new(context.Response.StatusCode, context.Response.ContentType, JsonSerializer.Serialize(headers), buffer.ToArray()), CancellationToken.None);
                done = true;
            }
        }
        finally
        {
            (context.Response.Body, context.RequestAborted) = (body, gone);
            if (!done) await answers.Release(account, key, CancellationToken.None);
        }
        buffer.Position = 0;
        await buffer.CopyToAsync(body, context.RequestAborted);
    }

    private static async Task Repeat(HttpContext context, Answer answer)
    {
        (context.Response.StatusCode, context.Response.ContentType, context.Response.ContentLength) = (answer.Status, answer.ContentType, answer.Body.Length);
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(answer.Headers)!) context.Response.Headers[name] = value;
        context.Response.Headers["Idempotency-Replayed"] = "true";
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>What makes two requests the same: method, address, the version that was seen, and body.</summary>
    private static async Task<byte[]> Fingerprint(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n{context.Request.Headers.IfMatch}\n"));
        var buffer = new byte[16 << 10];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;) hash.AppendData(buffer, 0, read);
        context.Request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}

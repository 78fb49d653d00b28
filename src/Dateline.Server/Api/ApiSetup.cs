using System.Collections;
using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Dateline.Postgres.Accounts;
using Dateline.Postgres.Queries;
using Dateline.Server.Commands;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dateline.Server.Api;

/// <summary>Puts the HTTP API into a web host.</summary>
internal static class ApiSetup
{
    private const long LargestRequest = 1 << 20;
    private static readonly string[] packings = ["gzip", "br", "deflate"];

    /// <summary>Adds what <see cref="MapApi"/> needs; the host adds the <see cref="Workspace"/> and the accounts.</summary>
    internal static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton(p => new Lists(p.GetRequiredService<Workspace>().Engine.Database)).AddSingleton(p => new Answers(p.GetRequiredService<Workspace>().Engine.Database))
            .AddSingleton(p => new Searches(p.GetRequiredService<Workspace>().Engine.Database));
        services.TryAddSingleton(new BatchOptions());
        services.ConfigureHttpJsonOptions(o => Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<KestrelServerOptions>(Limit);
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/jsonl"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest).Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        // What is packed and breaks off would else look whole.
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);
        services.AddRequestDecompression();
        services.AddProblemDetails();
        services.AddOpenApi("v1", Describe.Document);
        return services;
    }

    /// <summary>Turns what goes wrong in a request of the API into a problem: before anybody asks who sends it, because that can go wrong as well.</summary>
    internal static void UseApiFaults(this WebApplication app) => Faults.Use(app);

    /// <summary>Maps <c>/api/v1</c>, its description and the pages of its problems.</summary>
    internal static void MapApi(this WebApplication app)
    {
        app.UseWhen(static c => c.Request.Path.StartsWithSegments("/api"), static b =>
        {
            b.UseResponseCompression();
            b.Use(static (context, next) => IsUnpacked(context) ? next(context) : Problems.Of(
                Problems.MediaType, $"The body is packed in a way that is not taken. Send it as {string.Join(", ", packings)}, or as it is.").ExecuteAsync(context));
            b.UseRequestDecompression();
        });
        Queries.Use(app);
        Idempotency.Use(app);
        var api = app.MapGroup("/api/v1");
        StoriesApi.Map(api);
        ClaimsApi.Map(api);
        DocumentsApi.Map(api);
        BatchApi.Map(api);
        ReadingsApi.Map(api);
        SourcesApi.Map(api);
        LogApi.Map(api);
        FollowersApi.Map(api);
        PeopleApi.Map(api);
        SelfApi.Map(api);
        SearchApi.Map(api);
        SealApi.Map(api);
        WordsApi.Map(api);
        TextApi.Map(api);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        ProblemPages.Map(app);
    }

    /// <summary>Whether the body can be unpacked; the answer to one that cannot be names what can (RFC 9110, 12.5.3).</summary>
    private static bool IsUnpacked(HttpContext context)
    {
        string packing = context.Request.Headers.ContentEncoding.ToString().Trim();
        if (packing.Length == 0 || packings.Append("identity").Contains(packing, StringComparer.OrdinalIgnoreCase)) return true;
        context.Response.Headers.AcceptEncoding = string.Join(", ", packings);
        return false;
    }

    /// <summary>How the API reads and writes JSON: unknown and repeated fields are refused; what a page could take for markup is escaped.</summary>
    internal static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 16;
        options.Encoder = Encoder();
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(WithoutNulls);
    }

    /// <summary>What the annotations do not check: that no element of a list is null. It is seen by what holds the list, as arrays are not told that they were read.</summary>
    private static void WithoutNulls(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object) return;
        var lists = type.Properties.Where(static p => p.Get is not null && typeof(IEnumerable).IsAssignableFrom(p.PropertyType) && p.PropertyType != typeof(string)).ToList();
        if (lists.Count == 0) return;
        type.OnDeserialized += read =>
        {
            foreach (var list in lists)
                if (list.Get!(read) is IEnumerable elements && elements.Cast<object?>().Contains(null)) throw new JsonException($"An element of {list.Name} is null.");
        };
    }

    /// <summary>Escapes what HTML could obey, and what is invisible: controls, and characters that change the direction of writing or hide.</summary>
    private static JavaScriptEncoder Encoder()
    {
        var allowed = new TextEncoderSettings(UnicodeRanges.All);
        allowed.ForbidCharacters([.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(c => (char)c).Where(c => char.GetUnicodeCategory(c) == UnicodeCategory.Format)]);
        return JavaScriptEncoder.Create(allowed);
    }

    /// <summary>Bounds of every request; some endpoints take larger bodies. Whoever sends or reads too slowly is cut off.</summary>
    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        (limits.MaxRequestBodySize, limits.MaxRequestHeadersTotalSize, limits.MaxRequestHeaderCount, limits.MaxRequestLineSize) = (LargestRequest, 32 << 10, 64, 8 << 10);
        (limits.RequestHeadersTimeout, limits.KeepAliveTimeout) = (TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2));
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        limits.MaxConcurrentConnections = 10_000;
        limits.Http2.MaxStreamsPerConnection = 100;
    }
}

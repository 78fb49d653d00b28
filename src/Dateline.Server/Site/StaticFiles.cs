using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Dateline.Server.Site;

/// <summary>The pages' style and scripts, kept in the program; their address changes with their bytes, so that browsers keep them for good.</summary>
internal static class StaticFiles
{
    private static readonly FrozenDictionary<string, byte[]> files = Read();
    private static readonly string version = Ids.Sha256([.. files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value)])[..12];

    /// <summary>Where the style is.</summary>
    internal static string Style => Of("dateline.css");

    /// <summary>Where the script is that begins.</summary>
    internal static string Script => Of("main.js");

    /// <summary>Where the icon is.</summary>
    internal static string Icon => Of("icon.svg");

    // Who asks is not looked up, so that pages have their style while the database is away.
    internal static void MapAssets(this IEndpointRouteBuilder web) => web.MapGet("/assets/{version}/{name}", static (string name, HttpContext http) =>
    {
        if (!files.TryGetValue(name, out var bytes)) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        var type = Path.GetExtension(name) switch { ".css" => "text/css", ".js" => "text/javascript", _ => "image/svg+xml" };
        return Results.Bytes(bytes, $"{type}; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }).ShortCircuit().AllowAnonymous().ExcludeFromDescription();

    private static string Of(string name) => $"/assets/{version}/{name}";

    /// <summary>Every script by its name, and all styles together, the base first.</summary>
    private static FrozenDictionary<string, byte[]> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = assembly.GetManifestResourceNames().Where(n => n.StartsWith("site/", StringComparison.Ordinal)).ToDictionary(n => n["site/".Length..], Text);
        var styles = all.Where(f => f.Key.EndsWith(".css", StringComparison.Ordinal)).OrderBy(f => f.Key != "base.css").ThenBy(f => f.Key, StringComparer.Ordinal);
        return all.Where(f => !f.Key.EndsWith(".css", StringComparison.Ordinal)).Append(new("dateline.css", string.Join('\n', styles.Select(s => s.Value))))
            .ToFrozenDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));

        string Text(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }
}

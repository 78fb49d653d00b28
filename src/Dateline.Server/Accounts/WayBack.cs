using Microsoft.AspNetCore.Routing.Template;

namespace Dateline.Server.Accounts;

/// <summary>Where a form leads that was sent after its session had ended.</summary>
internal static class WayBack
{
    /// <summary>The address on this site of the page that the form was on, as the request says (RFC 9110, 10.1.3); "/" where it says none.</summary>
    internal static string Of(HttpRequest request)
    {
        if (!Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) || !Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
            || Uri.Compare(from, own, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0) return "/";
        var pages = request.HttpContext.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText is not null && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .Select(e => new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!), [])).ToList();
        if (pages.Exists(p => p.TryMatch(from.AbsolutePath, []))) return SignInForm.Local(from.PathAndQuery);
        // A form that was refused before showed its page again at an address that takes forms alone: the page is the one above it.
        for (var path = from.AbsolutePath; path.LastIndexOf('/') is > 0 and var end;)
        {
            path = path[..end];
            if (pages.Exists(p => p.TryMatch(path, []))) return SignInForm.Local(path);
        }
        return "/";
    }
}

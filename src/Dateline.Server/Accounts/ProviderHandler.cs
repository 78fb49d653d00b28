using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Dateline.Server.Accounts;

/// <summary>ASP.NET Core's OAuth handler with endpoints that are discovered at the first sign-in, and not when the server starts.</summary>
internal sealed class ProviderHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, Discovery discovery)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    /// <summary>Stands where the options want a secret and the client has none; it is sent to nobody.</summary>
    internal const string NoSecret = "none";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await Fill();
        await base.HandleChallengeAsync(properties);
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        await Fill();
        return Options.ClientSecret == NoSecret ? await ExchangeWithoutSecret(context) : await base.ExchangeCodeAsync(context);
    }

    /// <summary>The access token request of a public client, which has the code verifier only (RFC 6749, 4.1.3; RFC 7636, 4.5): providers refuse a secret that they gave to nobody.</summary>
    private async Task<OAuthTokenResponse> ExchangeWithoutSecret(OAuthCodeExchangeContext context)
    {
        context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier);
        using var request = new HttpRequestMessage(HttpMethod.Post, Options.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = Options.ClientId,
                ["code"] = context.Code,
                ["redirect_uri"] = context.RedirectUri,
                [OAuthConstants.CodeVerifierKey] = verifier ?? ""
            }),
            Headers = { { "Accept", "application/json" } }
        };
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        return answer.IsSuccessStatusCode ? OAuthTokenResponse.Success(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted)))
            : OAuthTokenResponse.Failed(new HttpRequestException($"The token endpoint answered {(int)answer.StatusCode}."));
    }

    private async Task Fill()
    {
        var endpoints = await discovery.Find(Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (endpoints.Authorize, endpoints.Token);
    }
}

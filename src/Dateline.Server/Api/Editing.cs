using System.Globalization;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;

namespace Dateline.Server.Api;

/// <summary>A body that says why.</summary>
internal interface IReasoned
{
    string Reason { get; }
}

/// <summary>What an editor asks for: the thing that it is about, the body and who asks.</summary>
internal sealed record Edit<TBody>(string Id, TBody Body, string By, Workspace Workspace, CancellationToken Cancellation);

/// <summary>What editors do to things of one kind: <c>POST /{id}/{verb}</c>.</summary>
/// <param name="things">Where the things are.</param>
/// <param name="of">What one of them is called.</param>
/// <param name="stream">The stream of one.</param>
internal sealed class Editing<TState>(RouteGroupBuilder things, string of, Func<string, string> stream) where TState : class, IFold<TState>
{
    /// <summary>An act on a thing that there is.</summary>
    internal void Act<TBody>(string verb, string summary, Func<Edit<TBody>, Task<ICommand>> make) where TBody : IReasoned => things.MapPost("/{id}/" + verb,
        async (string id, TBody body, HttpContext context, Workspace workspace, string? wait) =>
        {
            await Sending.Needed<TState>(workspace, stream(id.Known(of)), $"There is no {of} {id}.", context.RequestAborted);
            var command = await make(new(id, body, context.User.PersonName(), workspace, context.RequestAborted));
            return await Sending.Send(context, workspace, command, body.Reason, wait);
        }).WithName(verb + CultureInfo.InvariantCulture.TextInfo.ToTitleCase(of)).WithSummary(summary).Acts().RequireAuthorization(Policies.Edit);

    /// <inheritdoc cref="Act{TBody}(string, string, Func{Edit{TBody}, Task{ICommand}})"/>
    internal void Act<TBody>(string verb, string summary, Func<Edit<TBody>, ICommand> make) where TBody : IReasoned =>
        Act<TBody>(verb, summary, edit => Task.FromResult(make(edit)));
}

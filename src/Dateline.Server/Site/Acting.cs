using System.Globalization;
using Dateline.Accounts;
using Dateline.Audit;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Server.Site.Parts;

namespace Dateline.Server.Site;

/// <summary>What a person sent with a form.</summary>
internal sealed class Sent
{
    private readonly IFormCollection form;

    /// <exception cref="UsageFault">A field has a character that no text has.</exception>
    internal Sent(IFormCollection form) => this.form = form.Any(f => f.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) == true)) ? throw new UsageFault(NoText.Said) : form;

    /// <summary>The version of the story or claim that the form was made for; null when it does not say.</summary>
    internal long? Version => long.TryParse(Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Why the person does it.</summary>
    internal string Why => Text("because");

    /// <summary>All of it, to fill the form in again.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> All =>
        form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.OfType<string>()]);

    /// <summary>A field without outer white space; empty when it is not there.</summary>
    internal string Text(string name) => ((string?)form[name] ?? "").Trim();

    /// <summary>All values of a field.</summary>
    internal IReadOnlyList<string> Several(string name) => [.. form[name].OfType<string>().Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>A field as a word of an enumeration.</summary>
    /// <exception cref="Refused">It is none of them.</exception>
    internal T Word<T>(string name, string what) where T : struct, Enum =>
        Words.Parse<T>(Text(name)) ?? throw new Refused($"Choose {what}: {string.Join(", ", Words.All<T>())}.");
}

/// <summary>What a form asks for.</summary>
/// <param name="Command">The command.</param>
/// <param name="Why">The reason that the person gave.</param>
/// <param name="To">The address to go to once it is done.</param>
/// <param name="Done">The word by which that page says what was done (<see cref="Parts.Done"/>).</param>
internal sealed record Deed(ICommand Command, string Why, string To, string Done);

/// <summary>Why a form did not do what it asked for, and what is needed to try again.</summary>
/// <param name="Status">The answer's status code.</param>
/// <param name="Title">What kind of problem it is.</param>
/// <param name="Said">What was wrong, and what to do.</param>
/// <param name="Form">Which form it was.</param>
/// <param name="Filled">What was filled in.</param>
/// <param name="Since">What others did since the person's page was made.</param>
public sealed record Problem(
    int Status, string Title, string Said, string Form, IReadOnlyDictionary<string, IReadOnlyList<string>> Filled, IReadOnlyList<AuditEntry> Since)
{
    /// <summary>What was filled in in a field of a form; null when it was another form.</summary>
    public string? In(string form, string field) => form == Form && Filled.TryGetValue(field, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>Whether a value of a field was chosen.</summary>
    public bool Has(string form, string field, string value) => form == Form && Filled.TryGetValue(field, out var values) && values.Contains(value);

    /// <summary>Whether something was wrong; else the form is only shown again, with what was filled in so far.</summary>
    public bool IsWrong => Status >= 400;

    /// <summary>A form that is shown again because somebody wants to see more before it is sent.</summary>
    internal static Problem None(string form, IReadOnlyDictionary<string, IReadOnlyList<string>> filled) =>
        new(200, "The form is gone", "The page has changed, so that this cannot be sent any more.", form, filled, []);

    /// <summary>Whether the page still has the form. What others did can take it away, or the whole page; what was filled in is shown as text then.</summary>
    public bool IsOffered { get; private set; }

    /// <summary>Says that the page has a form.</summary>
    public void Offer(string form) => IsOffered |= form == Form;
}

/// <summary>Does what forms ask for, as the command line does it: the same commands, the same refusals.</summary>
internal static class Acting
{
    private const int MostSince = 20;

    /// <summary>Leads on after a form was sent, so that loading the page again sends nothing.</summary>
    internal static IResult SeeOther(HttpContext http, string to)
    {
        http.Response.Headers.Location = to;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Sends what a form asks for; where that cannot be done, its page says why and keeps what was filled in.</summary>
    /// <param name="http">The request.</param>
    /// <param name="views">Where to send it.</param>
    /// <param name="form">The form's name.</param>
    /// <param name="make">Makes the deed of what was sent.</param>
    /// <param name="again">Shows the form's page with a problem.</param>
    internal static async Task<IResult> Do(HttpContext http, Views views, string form, Func<Sent, Person, Task<Deed>> make, Func<Problem, Task<IResult>> again)
    {
        var (sent, person, cancellation) = (new Sent(await http.Request.ReadFormAsync(http.RequestAborted)), Person.Of(http)!, http.RequestAborted);
        try
        {
            var deed = await make(sent, person);
            await TwoPeople.Check(views.Workspace.Newsroom, deed.Command, cancellation);
            var receipt = await views.Workspace.Newsroom.Send(deed.Command, new(person.Name, deed.Why, ExpectedVersion: sent.Version), cancellation);
            if (receipt.Position is { } position) await views.Settle(position, cancellation);
            var (path, fragment) = deed.To.Split('#', 2) is [var p, var f] ? (p, "#" + f) : (deed.To, "");
            return SeeOther(http, Address.With(path, ("done", receipt.Position is null ? "nothing" : deed.Done)) + fragment);
        }
        catch (Conflict conflict)
        {
            var entries = await views.Workspace.Audit.Latest(new(conflict.Stream, Most: 1000), cancellation);
            var since = entries.Where(e => e.Version > conflict.Expected).Take(MostSince).ToList();
            return await Again(new(
                409, "Something changed while you were writing", "Nothing was recorded. Look at what happened since you opened this page.", form, sent.All, since));
        }
        catch (Refused refused)
        {
            return await Again(new(422, "This was refused", refused.Message, form, sent.All, []));
        }
        catch (Missing missing)
        {
            return await Again(new(404, "It is not there", missing.Message, form, sent.All, []));
        }

        // Where the thing itself is gone, such as a story that was merged away, what was written stands on a page of its own.
        async Task<IResult> Again(Problem problem)
        {
            try
            {
                return await again(problem);
            }
            catch (Missing)
            {
                return PagesSetup.Page<PageGone>(new { Problem = problem }, problem.Status);
            }
        }
    }
}

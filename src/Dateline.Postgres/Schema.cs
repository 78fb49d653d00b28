using System.Reflection;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Dateline.Postgres.Views;
using Npgsql;

namespace Dateline.Postgres;

/// <summary>The SQL files of this assembly, one object a file, and the schema that they make.</summary>
public static partial class Schema
{
    /// <summary>The version of the tables. A database with a newer one is refused.</summary>
    public const int Version = 20;

    // The version since which a view's tables and rows are what they are now. The seal is not among them: what was sealed stays sealed as it was.
    private static readonly (int Since, string View)[] renewed =
    [
        .. AllViews.Catalogue.Where(v => v.Name != SealFollower.ViewName).Select(v => (11, v.Name)),
        (20, BoardFollower.ViewName), (14, LiveFollower.ViewName), (20, HistoryFollower.ViewName), (16, AuditFollower.ViewName)
    ];

    private const int MostAttempts = 10;

    // The first version whose processes end when a later one has brought the schema up to date; those of before would go on filling views in their own way.
    private const int EndsByItself = 14;

    /// <summary>The SQL files of a folder, in order of their names.</summary>
    /// <param name="folder">Folder below <c>Sql</c>, such as <c>Views/board</c>.</param>
    public static IReadOnlyList<string> Files(string folder) =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Select(n => (Name: n, Path: n.Replace('\\', '/')))
            .Where(n => n.Path.StartsWith(folder + "/", StringComparison.Ordinal) && n.Path.IndexOf('/', folder.Length + 1) < 0)
            .OrderBy(n => n.Path, StringComparer.Ordinal).Select(n => Text(n.Name))
    ];

    /// <summary>
    /// Makes the schema and whatever is missing in it. Safe to call from several processes at once; an existing object stays as it is.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="schema">The schema's name.</param>
    /// <param name="migrate">Whether it may be made, and one of an earlier version brought up to date.</param>
    /// <param name="say">Takes a line about that.</param>
    /// <param name="cancellation">Leaves it as it is.</param>
    /// <exception cref="SchemaMissing">There is none, and it is not to be made.</exception>
    /// <exception cref="SchemaFault">The schema was made by a newer version of Dateline, or by an older one and is to be left alone; or the database does not keep text as UTF-8.</exception>
    public static async Task Ensure(NpgsqlDataSource database, string schema, bool migrate, Action<string> say, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await EnsureOnce(database, schema, migrate, say, cancellation);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < MostAttempts)
            {
                // Whoever reads or writes meanwhile takes the tables in another order; nothing was changed.
            }
        }
    }

    private static async Task EnsureOnce(NpgsqlDataSource database, string schema, bool migrate, Action<string> say, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await NeedUnicode(connection, cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Run(connection, $"select pg_advisory_xact_lock(hashtextextended('dateline schema {schema}', 0))", cancellation);
        var earlier = await VersionOf(connection, schema, cancellation);
        if (earlier is { } version)
        {
            RefuseLater(schema, version);
            if (version == Version) return;
            if (!migrate)
                throw new SchemaFault($"The schema {schema} has version {version}, this Dateline has version {Version}. Any command but this one brings it up to date: tables and "
                    + "functions are added, views are filled anew, no event is changed. Make a backup first if you may want to go back; older versions refuse it afterwards.");
            if (version < EndsByItself && await LeaderLock.AnybodyHolds(connection, cancellation))
                throw new SchemaFault($"The schema {schema} has version {version}, and a process of that version runs the followers of the database: it would go on filling the views in its own way. "
                    + "End it (`dateline serve` or another command that runs), then try again.");
            say($"The schema {schema} has version {version} and is brought to version {Version}.");
        }
        else if (!migrate)
        {
            throw new SchemaMissing($"There is nothing of Dateline's in the schema {schema} yet. Any command but this one makes its tables, such as `dateline ingest`.");
        }
        try
        {
            var outdated = Outdated(earlier);
            foreach (var table in outdated.SelectMany(v => v.Tables)) await Run(connection, $"drop table if exists {schema}.{table}", cancellation);
            await Make(connection, schema, cancellation);
            foreach (var view in outdated) await Renew(connection, view, cancellation);
            // Whoever leads, and may be of the earlier version, writes nothing more.
            if (earlier is not null) await Run(connection, "update leadership set epoch = epoch + 1", cancellation);
            await Run(connection, $"comment on schema {schema} is 'dateline schema version {Version}'", cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SchemaFault($"The tables of the schema {schema} cannot be made or brought to version {Version} by this role: {e.MessageText}. "
                + "Let the events' owner run any command on it once, such as `dateline stories --database …`.");
        }
        await transaction.CommitAsync(cancellation);
    }

    private static async Task Make(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        await Run(connection, $"create schema if not exists {schema}", cancellation);
        foreach (var file in Files("Log").Concat(Files("Engine")).Concat(Files("Accounts")).Concat(AllViews.Catalogue.SelectMany(v => Files("Views/" + v.Name)))) await Run(connection, file, cancellation);
        // What an application's role was given before, it is given again with what is new.
        await Run(connection, "select give_to_application(pg_get_userbyid(f.relowner)) from pg_class f, pg_class e where f.oid = 'followers'::regclass and e.oid = 'mt_events'::regclass and f.relowner <> e.relowner", cancellation);
    }

    /// <summary>The views whose tables or rows an earlier version kept otherwise.</summary>
    private static List<View> Outdated(int? earlier) => [.. AllViews.Catalogue.Where(v => renewed.Any(r => r.View == v.Name && r.Since > earlier))];

    /// <summary>Has a view filled anew, from tables that are empty; until then the log is folded where the history would be asked, and the others go as far as they are filled.</summary>
    private static async Task Renew(NpgsqlConnection connection, View view, CancellationToken cancellation)
    {
        await using var renew = new NpgsqlCommand(
            """
            with moved as (update mt_event_progression set last_seq_id = 0 where name = $1), again as (delete from set_aside where follower = $1)
            update followers set generation = generation + 1, state = 'running', position = null, error = null where name = $1
            """, connection);
        await renew.With(Cursors.RowOf(view.Name)).ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Whether a name can be a schema: lower-case letters, digits and underscores, at most 40 of them.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 40 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    internal static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // Documents come in every script, and names are compared in Unicode's normal form, which other encodings do not know.
    private static async Task NeedUnicode(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select current_database(), current_setting('server_encoding')", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        if (row.GetString(1) is var encoding and not "UTF8")
            throw new SchemaFault($"The database {row.GetString(0)} keeps text as {encoding}; Dateline needs UTF8. Make one with: create database … encoding 'UTF8' template template0.");
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

/// <summary>The database's tables and this version of Dateline do not fit together. The message says what to do.</summary>
public class SchemaFault(string message) : Exception(message);

/// <summary>The database has no tables of Dateline's, and whoever opened it was not to make any.</summary>
public sealed class SchemaMissing(string message) : SchemaFault(message);

using Dateline.Postgres;
using Dateline.Postgres.Engine;
using Marten;
using Npgsql;
using Wolverine;

namespace Dateline.Marten;

/// <summary>
/// The tables and functions that Marten and Wolverine have beside Dateline's. Their versions are noted on one of them once all are there, so that an
/// engine that finds them makes nothing, and needs no right to.
/// </summary>
internal sealed class OwnObjects(NpgsqlDataSource database, EngineOptions options)
{
    private static readonly string versions = $"Marten {VersionOf(typeof(IDocumentStore))}, WolverineFx {VersionOf(typeof(WolverineOptions))}, Dateline schema {Schema.Version}";

    /// <summary>Makes what is missing by a way that is given, one process at a time; says so where it is news.</summary>
    /// <exception cref="SchemaFault">They are not to be made, or this role may not.</exception>
    internal async Task Ensure(Func<bool, Task> open, CancellationToken cancellation)
    {
        if (await AreThere(cancellation))
        {
            await open(true);
            return;
        }
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await Schema.Run(connection, "select pg_advisory_lock(hashtextextended('dateline marten objects ' || current_schema(), 0))", cancellation);
        try
        {
            if (await AreThere(cancellation))
            {
                await open(true);
                return;
            }
            if (!options.Migrate || !options.Joins)
                throw new SchemaFault($"The tables and functions that Marten and Wolverine have of their own are not in the schema {options.Schema} yet, or are of another version than {versions}. "
                    + "Any command but this one makes them, such as `dateline stories --engine marten`; no table of Dateline's is changed. Or use --engine builtin, which needs none.");
            if (await IsInUse(connection, cancellation)) options.Say($"Marten's and Wolverine's own tables and functions are added to the schema {options.Schema} ({versions}).");
            await open(false);
            await Schema.Run(connection, $"comment on table wolverine_nodes is '{versions}'", cancellation);
        }
        catch (Exception e) when ((e as PostgresException ?? MartenNewsroom.CauseOf(e)) is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied)
        {
            throw new SchemaFault($"The tables that Marten and Wolverine have of their own cannot be made in the schema {options.Schema} by this role: {denied.MessageText}. "
                + "Let the events' owner run any command with --engine marten on it once, such as `dateline stories --engine marten --database …`, and grant this role what it made; or use --engine builtin.");
        }
        finally
        {
            if (connection.FullState == System.Data.ConnectionState.Open) await Schema.Run(connection, "select pg_advisory_unlock_all()", CancellationToken.None);
        }
    }

    /// <summary>Whether more than reading is possible, by this role and in a database that takes writes (a standby takes none): else no node of Wolverine's is begun.</summary>
    internal async Task<bool> MayWrite(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select coalesce(has_table_privilege(to_regclass('wolverine_nodes'), 'insert'), true) and not current_setting('transaction_read_only')::boolean");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<bool> AreThere(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select obj_description(to_regclass('wolverine_nodes'), 'pg_class')");
        return await command.ExecuteScalarAsync(cancellation) as string == versions;
    }

    private static async Task<bool> IsInUse(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from mt_events)", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static string VersionOf(Type type) => type.Assembly.GetName().Version!.ToString();
}

using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Postgres.Cluster;

/// <summary>
/// The role that runs Dateline on its own PostgreSQL: it adds events and has no privilege to change, delete or truncate any. The cluster's owner makes the
/// tables and is not used after that.
/// </summary>
public static class ApplicationRole
{
    /// <summary>Its name.</summary>
    public const string Name = "dateline_app";

    // A role is the whole cluster's, while locks are a database's: somebody may make it for another database meanwhile.
    private const string Make =
        $"""
        do $$ begin
            if to_regrole('{Name}') is null then create role {Name} login; end if;
        exception when duplicate_object or unique_violation then null;
        end $$
        """;

    /// <summary>Makes the schema as the cluster's owner, gives it to the role, and gives the role's connection string.</summary>
    /// <param name="owner">The connection string of the owner, who is a superuser.</param>
    /// <param name="schema">The schema's name.</param>
    /// <param name="migrate">Whether a schema of an earlier version is brought up to date.</param>
    /// <param name="say">Takes a line about that.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SchemaFault">The schema and this version do not fit together.</exception>
    public static async Task<string> Connect(string owner, string schema, bool migrate, Action<string> say, CancellationToken cancellation)
    {
        // The engine says what is wrong with such a name.
        if (!Schema.IsName(schema)) return owner;
        await using var database = PostgresEngine.Connect(owner, schema);
        await Schema.Ensure(database, schema, migrate, say, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var given = new NpgsqlCommand(
            "select pg_get_userbyid(relowner) = $1 from pg_class where relnamespace = current_schema()::regnamespace and relname = 'followers'", connection);
        if (await given.With(Name).ExecuteScalarAsync(cancellation) is not true)
        {
            await Schema.Run(connection, "select pg_advisory_xact_lock(hashtextextended('dateline application role', 0))", cancellation);
            await Schema.Run(connection, Make, cancellation);
            await Schema.Run(connection, $"select give_to_application('{Name}')", cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return new NpgsqlConnectionStringBuilder(owner) { Username = Name }.ConnectionString;
    }
}

using Npgsql;

namespace Dateline.Postgres;

// Which version a schema has, and what is done where that is a later one.
public static partial class Schema
{
    /// <summary>Gives the schema of a connection, and what tells its version.</summary>
    internal const string Current = "select current_schema(), obj_description(current_schema()::regnamespace, 'pg_namespace')";

    /// <summary>Refuses to go on where a later version has brought the schema of a connection up to date meanwhile.</summary>
    /// <exception cref="SchemaFault">It has.</exception>
    internal static async Task AssertNotLater(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Current, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        AssertNotLater(row);
    }

    /// <summary>The same for the row of <see cref="Current"/>.</summary>
    /// <exception cref="SchemaFault">It has.</exception>
    internal static void AssertNotLater(NpgsqlDataReader row) => RefuseLater(row.Text(0) ?? "", ParseVersion(row.Text(1)));

    private static void RefuseLater(string schema, int? version)
    {
        if (version > Version) throw new SchemaFault($"The schema {schema} has version {version}; this Dateline knows versions up to {Version}. Use a newer Dateline.");
    }

    private static async Task<int?> VersionOf(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = $1", connection)
        { Parameters = { new() { Value = schema } } };
        return ParseVersion(await command.ExecuteScalarAsync(cancellation) as string);
    }

    private static int? ParseVersion(string? comment)
    {
        const string prefix = "dateline schema version ";
        return comment is not null && comment.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(comment.AsSpan(prefix.Length), out var version) ? version : null;
    }
}

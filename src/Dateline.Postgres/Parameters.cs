using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres;

/// <summary>Positional parameters, added in order.</summary>
internal static class Parameters
{
    internal static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value ?? DBNull.Value });
        return command;
    }

    /// <summary>One parameter that is an array, and not a parameter for each of its elements.</summary>
    internal static NpgsqlCommand With(this NpgsqlCommand command, string[] array) => command.With((object)array);

    internal static NpgsqlBatchCommand With(this NpgsqlBatchCommand command, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value ?? DBNull.Value });
        return command;
    }

    /// <summary>A parameter whose type SQL cannot tell by itself, for instance because it may be null.</summary>
    internal static NpgsqlParameter Typed(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    /// <summary>The rows of a query, each made into something.</summary>
    internal static async Task<List<T>> Rows<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> make, CancellationToken cancellation)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var made = new List<T>();
        while (await rows.ReadAsync(cancellation)) made.Add(make(rows));
        return made;
    }

    /// <summary>A text that may be null.</summary>
    internal static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A bigint that may be null.</summary>
    internal static long? Bigint(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>A moment.</summary>
    internal static DateTimeOffset At(this NpgsqlDataReader row, int column) => new(row.GetDateTime(column), TimeSpan.Zero);
}

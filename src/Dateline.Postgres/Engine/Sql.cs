using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>Collects the statements of followers as the commands of one batch, which PostgreSQL runs as one transaction.</summary>
internal sealed class Sql(NpgsqlBatch batch) : ISql
{
    /// <inheritdoc/>
    public void Add(string statement, params ReadOnlySpan<object?> parameters)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand(statement).With(parameters));
    }
}

namespace Dateline;

/// <summary>Takes the SQL statements of a follower; they are run in the order they were added, in the transaction that moves its cursor.</summary>
public interface ISql
{
    /// <summary>Adds a statement with positional parameters ($1, $2, …).</summary>
    /// <param name="statement">The SQL text; never made of data.</param>
    /// <param name="parameters">Its parameters, in order; null for SQL's null.</param>
    void Add(string statement, params ReadOnlySpan<object?> parameters);
}

/// <summary>
/// A named cursor on the log that is handed events in order and adds SQL statements, which are committed together with its cursor.
/// An instance may remember what it wrote; after any failure it is thrown away and a new one continues from the cursor.
/// </summary>
public interface IFollower
{
    /// <summary>Its name, which names its cursor as well.</summary>
    string Name { get; }

    /// <summary>The stored names of the events it is handed; empty for all.</summary>
    IReadOnlyCollection<string> Types { get; }

    /// <summary>Takes in events, in log order; each event of its types is handed over once.</summary>
    ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation);
}

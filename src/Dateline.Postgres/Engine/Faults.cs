using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>What to do with an event that a follower cannot take in.</summary>
public enum Poison
{
    /// <summary>The follower stops before it, visibly, and tries again when the process starts anew.</summary>
    Stop,

    /// <summary>The event is set aside with an alarm, and the follower goes on. The seal stops all the same.</summary>
    SetAside
}

/// <summary>Tells apart what the database does to us from what an event does to a follower.</summary>
internal static class Faults
{
    internal const string StreamMoved = "DL001";
    internal const string AnotherLeads = "DL002";
    internal const string CursorMoved = "DL003";

    /// <summary>
    /// Whether it will pass without anything being changed: the connection, a restart of the database, a full disk, a lock. Classes of
    /// SQLSTATE: 08 connection, 53 resources, 55 object state, 57 operator, 58 system, 40 transaction rollback.
    /// </summary>
    internal static bool Passes(Exception e) => e switch
    {
        OperationCanceledException => true,
        // Whoever runs next, and knows the schema, takes it in.
        SchemaFault => true,
        PostgresException { SqlState: StreamMoved or AnotherLeads or CursorMoved } => true,
        PostgresException p => p.IsTransient || p.SqlState is ['0', '8', ..] or ['5', '3' or '5' or '7' or '8', ..] or ['4', '0', ..],
        NpgsqlException => true,
        _ when IsCut(e) => true,
        IOException or System.Net.Sockets.SocketException or TimeoutException or ObjectDisposedException => true,
        _ => false
    };

    /// <summary>Whether it is what Npgsql throws now and then while a connection of its is cut, instead of an exception of its own.</summary>
    internal static bool IsCut(Exception e) => e is NullReferenceException { Source: "Npgsql" };

    /// <summary>One line that is safe to store and show: no document text.</summary>
    internal static string Describe(Exception e) => e switch
    {
        PostgresException p => $"{p.SqlState}: {p.MessageText}",
        NpgsqlException { InnerException: (IOException or System.Net.Sockets.SocketException or TimeoutException) and { Message: var why } } =>
            $"the database cannot be reached ({why})",
        Refused or UnreadableEvent or SchemaFault => e.Message,
        NpgsqlException or IOException or System.Net.Sockets.SocketException or TimeoutException => "the database does not answer",
        _ when IsCut(e) => "the database does not answer",
        _ => $"{e.GetType().Name} in {Place(e.TargetSite)}"
    };

    /// <summary>The method as its source calls it: of an async one the compiler makes a class <c>&lt;Name&gt;d__1</c>.</summary>
    private static string Place(System.Reflection.MethodBase? method) => method?.DeclaringType switch
    {
        null => "a place that is not known",
        { Name: ['<', .. var made], DeclaringType: { } outer } when made.IndexOf('>', StringComparison.Ordinal) is > 0 and var end => $"{outer.Name}.{made[..end]}",
        var type => $"{type.Name}.{method.Name}"
    };
}

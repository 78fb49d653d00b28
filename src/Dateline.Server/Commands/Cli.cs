using System.CommandLine;
using Dateline.Postgres;
using Dateline.Postgres.Cluster;
using Dateline.Server.Ingestion;
using Dateline.Server.Reading;
using Npgsql;

namespace Dateline.Server.Commands;

/// <summary>How a command ended, as the shell sees it.</summary>
internal static class Exit
{
    internal const int Done = 0;
    internal const int Refused = 1;
    internal const int Usage = 2;
    internal const int NoDatabase = 3;
}

/// <summary>The command line: all commands, and what becomes of their errors.</summary>
internal static class Cli
{
    internal static async Task<int> Run(string[] args)
    {
        var parse = Root().Parse(args);
        if (parse.Errors.Count > 0)
        {
            foreach (var error in parse.Errors) await Console.Error.WriteLineAsync(TextHygiene.Line(error.Message, 1000));
            await Console.Error.WriteLineAsync($"`dateline {string.Concat(Path(parse.CommandResult))}--help` shows what it takes.");
            return Exit.Usage;
        }
        // After Ctrl-C the database is left in order, however long that takes it.
        return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
    }

    internal static RootCommand Root() => new("Watches the documents that an editorial team reads, and answers for any date: who said what, who knew, who decided.")
    {
        Shared.Data, Shared.Database, Shared.Schema, Shared.Engine, Shared.Json,
        Ingest.Command(), Stories.Command(), Story.Command(), Claim.Command(), Document.Command(), Source.Command(), Diff.Command(), Verdict.Command(), Policy.Command(),
        Audit.Command(), Rebuild.Command(), Retry.Command(), Doctor.Command(), Serve.Command(), Demo.Command(), Extract.Command(), Reextract.Command(), Match.Command(), Group.Command()
    };

    /// <summary>Gives a command its action, with the errors that a person can meet turned into one line and an exit code.</summary>
    internal static Command Does(this Command command, Func<ParseResult, Output, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (parse, cancellation) =>
        {
            var output = new Output(parse.GetValue(Shared.Json));
            try
            {
                return await action(parse, output, cancellation);
            }
            catch (Exception e) when (Environment.GetEnvironmentVariable("DATELINE_DEBUG") != "1")
            {
                output.Say(Message(e));
                return CodeOf(e);
            }
        });
        return command;
    }

    /// <summary>The same for a command that works on the database.</summary>
    internal static Command Does(this Command command, Func<ParseResult, Output, Workspace, CancellationToken, Task<int>> action) =>
        command.Does(async (parse, output, cancellation) =>
        {
            await using var workspace = await Workspace.Open(parse, output, cancellation);
            try
            {
                return await action(parse, output, workspace, cancellation);
            }
            catch (Exception e) when (workspace.Explained(e) is var explained && explained != e)
            {
                throw explained;
            }
        });

    private static int CodeOf(Exception e) => e switch
    {
        UsageFault => Exit.Usage,
        DatabaseGone or ClusterFault or SchemaFault or NpgsqlException or System.Net.Sockets.SocketException or TimeoutException => Exit.NoDatabase,
        _ => Exit.Refused
    };

    /// <summary>What went wrong in one line: what, where, and what to do.</summary>
    internal static string Message(Exception e) => e switch
    {
        Refused or Conflict or Stale or UsageFault or DatabaseGone or ClusterFault or SchemaFault => e.Message,
        OperationCanceledException => "Stopped before it was done. What was acknowledged is recorded.",
        PostgresException { SqlState: "28P01" or "28000" } => "The database refuses the user or password of the connection string. Check --database or DATELINE_DATABASE.",
        PostgresException { SqlState: "53100" } => "The database's disk is full. Nothing was half written; make room and repeat the command.",
        PostgresException p => $"The database refuses: {p.MessageText} ({p.SqlState}). `dateline doctor` says more.",
        NpgsqlException or System.Net.Sockets.SocketException or TimeoutException =>
            $"The database cannot be reached: {e.Message} Check --database or DATELINE_DATABASE, or leave both out for Dateline's own PostgreSQL.",
        IOException or UnauthorizedAccessException => e.Message,
        _ => $"This should not have happened: {e.GetType().Name}: {e.Message} DATELINE_DEBUG=1 shows where; please report it."
    };

    private static IEnumerable<string> Path(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult parent ? Path(parent).Append(result.Command.Name + " ") : [];
}

/// <summary>Words on the command line that cannot be used. The message says which and what is allowed.</summary>
internal sealed class UsageFault(string message) : Exception(message);

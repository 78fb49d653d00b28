using Dateline.Postgres.Engine;

namespace Dateline.Server.Commands;

/// <summary>The engines of this build, and which one runs.</summary>
internal sealed record Engines(string Name, string Why)
{
    internal const string Marten = "marten";
    internal const string BuiltIn = "builtin";

    /// <summary>The engine that is asked for, else the best that this build has.</summary>
    /// <exception cref="Refused">It is not part of this build.</exception>
    internal static Engines Choose(string? asked) => asked switch
    {
        Marten when !HasMarten => throw new Refused(
            "Marten and Wolverine are not part of this build. Use --engine builtin, or build with -p:CritterStack=true where their packages restore."),
        Marten => new(Marten, "Marten and Wolverine, as asked for"),
        BuiltIn => new(BuiltIn, "the built-in engine, as asked for"),
        _ when HasMarten => new(Marten, "Marten and Wolverine, which are part of this build"),
        _ => new(BuiltIn, "the built-in engine; Marten and Wolverine are not part of this build")
    };

    /// <summary>Opens it on a database.</summary>
    internal async Task<IEngine> Open(string connectionString, EngineOptions options, CancellationToken cancellation) => Name == Marten
        ? await OpenMarten(connectionString, options, cancellation)
        : await PostgresEngine.Open(connectionString, options, cancellation);

#if CRITTER_STACK
    private static bool HasMarten => true;

    private static async Task<IEngine> OpenMarten(string connectionString, EngineOptions options, CancellationToken cancellation) =>
        await Dateline.Marten.MartenEngine.Open(connectionString, options, cancellation);
#else
    private static bool HasMarten => false;

    private static Task<IEngine> OpenMarten(string connectionString, EngineOptions options, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{Marten} cannot be chosen.");
#endif
}

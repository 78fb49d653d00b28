using Dateline.Postgres.Engine;

namespace Dateline.Contract.Engine;

/// <summary>An engine that is held to the contract.</summary>
public interface IEngineUnderTest
{
    /// <summary>Opens it on a database.</summary>
    static abstract Task<IEngine> Open(string connectionString, EngineOptions options, CancellationToken cancellation);
}

/// <summary>What a suite needs; an empty subclass of a suite enrols an engine.</summary>
public abstract class Suite<TEngine>(TestDatabase databases) where TEngine : IEngineUnderTest
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The connection string of a database that nobody has opened.</summary>
    protected Task<string> NewDatabase() => databases.NewDatabase();

    /// <summary>The engine on a database of its own.</summary>
    protected async Task<Newsdesk> Open(Func<EngineOptions, EngineOptions>? with = null) => await Newsdesk.Open<TEngine>(await databases.NewDatabase(), with);

    /// <summary>The engine on a database that is there.</summary>
    protected static Task<Newsdesk> Open(string connectionString, Func<EngineOptions, EngineOptions>? with = null) => Newsdesk.Open<TEngine>(connectionString, with);
}

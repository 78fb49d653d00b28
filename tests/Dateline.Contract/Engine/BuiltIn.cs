using Dateline.Postgres.Engine;

namespace Dateline.Contract.Engine;

/// <summary>The built-in engine.</summary>
public sealed class BuiltIn : IEngineUnderTest
{
    public static async Task<IEngine> Open(string connectionString, EngineOptions options, CancellationToken cancellation) =>
        await PostgresEngine.Open(connectionString, options, cancellation);
}

public sealed class BuiltInAppend(TestDatabase databases) : AppendTests<BuiltIn>(databases);

public sealed class BuiltInFollowers(TestDatabase databases) : FollowerTests<BuiltIn>(databases);

public sealed class BuiltInReplay(TestDatabase databases) : ReplayTests<BuiltIn>(databases);

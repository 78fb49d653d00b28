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

public sealed class BuiltInDecisions(TestDatabase databases) : DecisionTests<BuiltIn>(databases);

public sealed class BuiltInRows(TestDatabase databases) : RowsTests<BuiltIn>(databases);

public sealed class BuiltInAnchors(TestDatabase databases) : AnchorTests<BuiltIn>(databases);

public sealed class BuiltInReactions(TestDatabase databases) : ReactionTests<BuiltIn>(databases);

public sealed class BuiltInRecovery(TestDatabase databases) : RecoveryTests<BuiltIn>(databases);

public sealed class BuiltInBacklog(TestDatabase databases) : BacklogTests<BuiltIn>(databases);

public sealed class BuiltInRedaction(TestDatabase databases) : RedactionTests<BuiltIn>(databases);

public sealed class BuiltInRebuild(TestDatabase databases) : RebuildTests<BuiltIn>(databases);

public sealed class BuiltInPoison(TestDatabase databases) : PoisonTests<BuiltIn>(databases);

public sealed class BuiltInRefusals(TestDatabase databases) : RefusalTests<BuiltIn>(databases);

public sealed class BuiltInUnreadableStreams(TestDatabase databases) : UnreadableStreamTests<BuiltIn>(databases);

public sealed class BuiltInConnections(TestDatabase databases) : ConnectionTests<BuiltIn>(databases)
{
    protected override int Fewest => 4;
}

public sealed class BuiltInStops(TestDatabase databases) : StopTests<BuiltIn>(databases);

public sealed class BuiltInFullDisk : FullDiskTests<BuiltIn>;

public sealed class BuiltInFaults(TestDatabase databases) : FaultTests<BuiltIn>(databases);

public sealed class BuiltInHousekeeping(TestDatabase databases) : HousekeepingTests<BuiltIn>(databases);

public sealed class BuiltInNumbering(TestDatabase databases) : NumberingTests<BuiltIn>(databases);

public sealed class BuiltInForeignWriters(TestDatabase databases) : ForeignWriterTests<BuiltIn>(databases);

public sealed class BuiltInSchemaVersions(TestDatabase databases) : SchemaVersionTests<BuiltIn>(databases);

public sealed class BuiltInHistory(TestDatabase databases) : HistoryTests<BuiltIn>(databases);

public sealed class BuiltInTwoPeople(TestDatabase databases) : TwoPeopleTests<BuiltIn>(databases);

public sealed class BuiltInMergeRaces(TestDatabase databases) : MergeRaceTests<BuiltIn>(databases);

public sealed class BuiltInBasis(TestDatabase databases) : BasisTests<BuiltIn>(databases);

public sealed class BuiltInCitedMentions(TestDatabase databases) : CitedMentionTests<BuiltIn>(databases);

public sealed class BuiltInSecondTries(TestDatabase databases) : SecondTryTests<BuiltIn>(databases);

public sealed class BuiltInHeldRedactions(TestDatabase databases) : HeldRedactionTests<BuiltIn>(databases);

public sealed class BuiltInDiff(TestDatabase databases) : DiffTests<BuiltIn>(databases);

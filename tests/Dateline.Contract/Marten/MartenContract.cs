using Dateline.Contract.Engine;
using Dateline.Contract.Seal;
using Dateline.Marten;
using Dateline.Postgres.Cluster;
using Dateline.Postgres.Engine;

namespace Dateline.Contract.Marten;

/// <summary>Marten and Wolverine.</summary>
public sealed class OnMarten : IEngineUnderTest
{
    public static async Task<IEngine> Open(string connectionString, EngineOptions options, CancellationToken cancellation) =>
        await MartenEngine.Open(connectionString, options, cancellation);
}

/// <summary>Marten and Wolverine as the role of the application, which does not own the events.</summary>
public sealed class OnMartenAsApplication : IEngineUnderTest
{
    public static async Task<IEngine> Open(string connectionString, EngineOptions options, CancellationToken cancellation) =>
        await MartenEngine.Open(await ApplicationRole.Connect(connectionString, options.Schema, options.Migrate, options.Say, cancellation), options, cancellation);
}

public sealed class MartenAppend(TestDatabase databases) : AppendTests<OnMarten>(databases);

public sealed class MartenFollowers(TestDatabase databases) : FollowerTests<OnMarten>(databases);

public sealed class MartenReplay(TestDatabase databases) : ReplayTests<OnMarten>(databases);

public sealed class MartenDecisions(TestDatabase databases) : DecisionTests<OnMarten>(databases);

public sealed class MartenRows(TestDatabase databases) : RowsTests<OnMarten>(databases);

public sealed class MartenAnchors(TestDatabase databases) : AnchorTests<OnMarten>(databases);

public sealed class MartenReactions(TestDatabase databases) : ReactionTests<OnMarten>(databases);

public sealed class MartenRecovery(TestDatabase databases) : RecoveryTests<OnMarten>(databases);

public sealed class MartenBacklog(TestDatabase databases) : BacklogTests<OnMarten>(databases);

public sealed class MartenRedaction(TestDatabase databases) : RedactionTests<OnMarten>(databases);

public sealed class MartenRebuild(TestDatabase databases) : RebuildTests<OnMarten>(databases);

public sealed class MartenPoison(TestDatabase databases) : PoisonTests<OnMarten>(databases);

public sealed class MartenRefusals(TestDatabase databases) : RefusalTests<OnMarten>(databases);

public sealed class MartenUnreadableStreams(TestDatabase databases) : UnreadableStreamTests<OnMarten>(databases);

public sealed class MartenConnections(TestDatabase databases) : ConnectionTests<OnMarten>(databases)
{
    protected override int Fewest => 24;
}

public sealed class MartenStops(TestDatabase databases) : StopTests<OnMarten>(databases);

public sealed class MartenErasure(TestDatabase databases) : ErasureTests<OnMarten>(databases);
public sealed class MartenWordsErasure(TestDatabase databases) : WordsErasureTests<OnMarten>(databases);

public sealed class MartenOwnWords(TestDatabase databases) : OwnWordsTests<OnMarten>(databases);
public sealed class MartenForgedRedaction(TestDatabase databases) : ForgedRedactionTests<OnMarten>(databases);

public sealed class MartenFullDisk : FullDiskTests<OnMarten>;

public sealed class MartenFaults(TestDatabase databases) : FaultTests<OnMarten>(databases);

public sealed class MartenHousekeeping(TestDatabase databases) : HousekeepingTests<OnMarten>(databases);

public sealed class MartenNumbering(TestDatabase databases) : NumberingTests<OnMarten>(databases);

public sealed class MartenForeignWriters(TestDatabase databases) : ForeignWriterTests<OnMarten>(databases);

public sealed class MartenSchemaVersions(TestDatabase databases) : SchemaVersionTests<OnMarten>(databases);

public sealed class MartenHistory(TestDatabase databases) : HistoryTests<OnMarten>(databases);

public sealed class MartenTwoPeople(TestDatabase databases) : TwoPeopleTests<OnMarten>(databases);

public sealed class MartenMergeRaces(TestDatabase databases) : MergeRaceTests<OnMarten>(databases);

public sealed class MartenBasis(TestDatabase databases) : BasisTests<OnMarten>(databases);

public sealed class MartenCitedMentions(TestDatabase databases) : CitedMentionTests<OnMarten>(databases);

public sealed class MartenSecondTries(TestDatabase databases) : SecondTryTests<OnMarten>(databases);

public sealed class MartenHeldRedactions(TestDatabase databases) : HeldRedactionTests<OnMarten>(databases);

public sealed class MartenDiff(TestDatabase databases) : DiffTests<OnMarten>(databases);

public sealed class MartenAsApplicationRedaction(TestDatabase databases) : RedactionTests<OnMartenAsApplication>(databases);

public sealed class MartenAsApplicationRebuild(TestDatabase databases) : RebuildTests<OnMartenAsApplication>(databases);

public sealed class MartenAsApplicationHistory(TestDatabase databases) : ReplayTests<OnMartenAsApplication>(databases);

public sealed class MartenAsApplicationTwoPeople(TestDatabase databases) : TwoPeopleTests<OnMartenAsApplication>(databases);

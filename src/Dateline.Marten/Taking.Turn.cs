using Dateline.Postgres;
using Dateline.Postgres.Engine;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Services;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Marten;

internal abstract partial class Taking
{
    /// <summary>What a page does in the daemon's transaction, and after it.</summary>
    private sealed class Turn(Taking follower, EventRange page, ISubscriptionController controller, CancellationToken ending) : ITransactionParticipant, IChangeListener
    {
        private const long MostBeyond = 1000;
        private Exception? failure;
        private bool took;

        public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(token, ending);
            token = either.Token;
            failure = null;
            if (!follower.Stops && await SetAsideUnreadable(connection, token) is { } looked)
            {
                await Mark("update mt_event_progression set last_seq_id = $2 where name = $1", looked);
                Fail(new NothingReadable(looked));
                return;
            }
            took = page.Events.Count > 0 || follower.TakesRows;
            var refused = took ? await follower.TakeIn(page, connection, transaction, token) : [];
            if (follower.Stops && refused is [var first])
            {
                await Mark("update mt_event_progression set last_seq_id = $2 where name = $1", first.Before);
                await Mark("update followers set state = 'stopped', position = $2, error = $3, since = clock_timestamp() where name = $1", first.Position, Faults.Describe(first.Failure));
                Fail(new Noted($"It stopped before position {first.Position}.", first.Failure));
                return;
            }
            foreach (var (position, _, why) in refused)
                await Mark("insert into set_aside (follower, position, error) values ($1, $2, $3) on conflict do nothing", position, Faults.Describe(why));
            // Also where nothing of the page concerns it: the event that stopped it may have been mended into one of those.
            await Mark("update followers set state = 'running', position = null, error = null, since = clock_timestamp() where name = $1 and state <> 'running'");

            async Task Mark(string sql, params object[] values)
            {
                await using var command = new NpgsqlCommand(sql, connection, transaction);
                await command.With([Cursors.RowOf(follower.Name), .. values]).ExecuteNonQueryAsync(token);
            }
        }

        /// <summary>Has the daemon told once the transaction is over. Of a page without events it tells nobody that it committed it.</summary>
        private void Fail(Exception why)
        {
            failure = why;
            if (page.Events.Count == 0) _ = TellOnceOver(why);
        }

        private async Task TellOnceOver(Exception why)
        {
            try
            {
                // The transaction holds the cursor's row: who may lock it comes after it.
                await using var command = follower.Database.CreateCommand("select from mt_event_progression where name = $1 for share");
                await command.With(Cursors.RowOf(follower.Name)).ExecuteNonQueryAsync(ending);
            }
            catch (Exception e) when (e is NpgsqlException or OperationCanceledException or ObjectDisposedException)
            {
                // The daemon's transaction does not come through either, or nobody follows any more.
            }
            await controller.ReportCriticalFailureAsync(why);
        }

        /// <summary>Where it stopped, the cursor was set to before the event: the daemon tries again from there after a pause.</summary>
        public Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
        {
            if (failure is not null) return controller.ReportCriticalFailureAsync(failure);
            if (took) follower.doubtful = false;
            return Task.CompletedTask;
        }

        public Task BeforeCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token) => Task.CompletedTask;

        /// <summary>
        /// Events that Marten could not read are missing from the page that it hands over. A page with nothing in it says that it reaches to the end of the log, although
        /// Marten looked at no more events than a page holds: then the last position that was looked at is given, and what is behind it is another page's.
        /// </summary>
        private async Task<long?> SetAsideUnreadable(NpgsqlConnection connection, CancellationToken cancellation)
        {
            long? most = page.Events.Count == 0 ? follower.Options.BatchSize : null;
            await using var command = new NpgsqlCommand(
                $"select {Rows.Columns} from mt_events where seq_id > $1 and seq_id <= $2 and seq_id <> all ($3) and (cardinality($4) = 0 or type = any ($4)) order by seq_id limit $5", connection);
            command.With(page.SequenceFloor, page.SequenceCeiling, page.Events.Where(MartenNewsroom.IsReadable).Select(e => e.Sequence).ToArray(), follower.Needs ?? [], Parameters.Typed(most + MostBeyond, NpgsqlDbType.Bigint));
            var (missing, isAll) = (new List<UnreadableEvent>(), true);
            await using (var rows = await command.ExecuteReaderAsync(cancellation))
            {
                while (isAll && await rows.ReadAsync(cancellation))
                {
                    var why = WhyUnreadable(rows);
                    // Behind what Marten looked at, only what nobody can read is set aside at once.
                    if (missing.Count >= most && why is null) isAll = false;
                    else missing.Add(why ?? new(rows.GetInt64(0), "Marten cannot read it."));
                }
            }
            if (missing.Count == 0) return null;
            await using var aside = new NpgsqlCommand("insert into set_aside (follower, position, error) select $1, * from unnest($2, $3) on conflict do nothing", connection);
            await aside.With(Cursors.RowOf(follower.Name), missing.Select(e => e.Position).ToArray(), missing.Select(e => e.Message).ToArray()).ExecuteNonQueryAsync(cancellation);
            return isAll && (most is null || missing.Count < most + MostBeyond) ? null : missing[^1].Position;
        }

        private static UnreadableEvent? WhyUnreadable(NpgsqlDataReader row)
        {
            try
            {
                Rows.Read(row);
                return null;
            }
            catch (UnreadableEvent e)
            {
                return e;
            }
        }
    }

    /// <summary>Nothing of a page could be read: the daemon goes on behind what it looked at.</summary>
    private sealed class NothingReadable(long through) : Noted($"No event up to position {through} could be read; they are set aside.");
}

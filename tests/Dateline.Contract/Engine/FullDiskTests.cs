using Dateline.Postgres.Cluster;
using Npgsql;

namespace Dateline.Contract.Engine;

public abstract class FullDiskTests<TEngine> where TEngine : IEngineUnderTest
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_full_disk_leaves_nothing_half_written_and_the_same_command_succeeds_when_there_is_room_again()
    {
        await using var disk = await SmallDisk.Mount();
        // A server of its own: what goes wrong here must not reach the databases of other tests.
        await using var server = await TestDatabase.NewServer();
        var connection = await disk.Database(server.ConnectionString);
        await using (var desk = await Newsdesk.Open<TEngine>(connection))
        {
            // PostgreSQL keeps a file for new connections beside the tables, and writes it while there is room.
            await desk.Text("select 1");
            var (document, failure) = await FillUp(desk);
            Assert.Equal(PostgresErrorCodes.DiskFull, failure.SqlState);
            var log = await desk.Log();
            Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
            Assert.Equal($"{log.Count} {log.Count}", await desk.Text("select concat_ws(' ', (select count(*) from originals), (select count(*) from mt_streams))"));
            Assert.DoesNotContain(log, e => e.Stream == document.Id);

            disk.MakeRoom();
            Assert.Equal(log.Count + 1, (await desk.Send(document)).Position);
            Assert.Empty(await desk.Settle());
            Assert.Equal((await desk.Log()).Count.ToString(System.Globalization.CultureInfo.InvariantCulture), await desk.Text("select count(*) from audit"));
        }
        await disk.Drop(server.ConnectionString);
    }

    /// <summary>The first document that found no room, and what was said.</summary>
    private static async Task<(Dateline.Documents.IngestDocument Document, PostgresException Failure)> FillUp(Newsdesk desk)
    {
        var random = new Random(7);
        for (var i = 0; i < 64; i++)
        {
            var bytes = new byte[1 << 20];
            random.NextBytes(bytes);
            var document = Newsdesk.Document($"d{i}", $"The mayor of Northgate said that {i} houses were destroyed by the flood.", DateTimeOffset.UnixEpoch) with
            {
                Original = new(Ids.Sha256(bytes), "application/octet-stream", bytes)
            };
            try
            {
                await desk.Send(document);
            }
            catch (PostgresException e)
            {
                return (document, e);
            }
        }
        throw new InvalidOperationException("The disk did not fill up.");
    }

    /// <summary>A disk of 64 MB, half of it taken, for the tables of one database; the log of PostgreSQL itself is elsewhere.</summary>
    private sealed class SmallDisk(string folder) : IAsyncDisposable
    {
        private string Filler => Path.Combine(folder, "filler");

        internal static async Task<SmallDisk> Mount()
        {
            var folder = TestDatabase.NewFolder();
            var ran = await Run.Program("mount", ["-t", "tmpfs", "-o", "size=64m,mode=755", "tmpfs", folder], null, TimeSpan.FromSeconds(10), Cancellation);
            if (ran.Code != 0)
            {
                Directory.Delete(folder);
                Assert.Skip($"A small disk cannot be mounted here: {ran.Output}");
            }
            var disk = new SmallDisk(folder);
            await File.WriteAllBytesAsync(disk.Filler, new byte[32 << 20], Cancellation);
            return disk;
        }

        /// <summary>A new database whose tables are on the disk.</summary>
        internal async Task<string> Database(string cluster)
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, "tables")).FullName;
            if (ServerUser.Needed() is { } user) await user.Own(place, Cancellation);
            await Do(cluster, $"create tablespace small location '{place}'");
            await Do(cluster, "create database small tablespace small");
            return new NpgsqlConnectionStringBuilder(cluster) { Database = "small" }.ConnectionString;
        }

        internal void MakeRoom() => File.Delete(Filler);

        internal async Task Drop(string cluster)
        {
            await Do(cluster, "drop database small with (force)");
            await Do(cluster, "drop tablespace small");
        }

        public async ValueTask DisposeAsync()
        {
            await Run.Program("umount", ["-l", folder], null, TimeSpan.FromSeconds(10), CancellationToken.None);
            Directory.Delete(folder);
        }

        private static async Task Do(string cluster, string sql)
        {
            // A connection that stays open in a pool keeps the server from being stopped in the end.
            await using var connection = new NpgsqlConnection(cluster + ";Pooling=false");
            await connection.OpenAsync(Cancellation);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }
}

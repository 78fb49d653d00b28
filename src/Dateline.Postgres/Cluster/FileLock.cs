namespace Dateline.Postgres.Cluster;

/// <summary>A lock between processes; the system lets it go when its holder dies.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    internal static async Task<FileLock> Take(string path, TimeSpan most, CancellationToken cancellation)
    {
        var end = Environment.TickCount64 + (long)most.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (Environment.TickCount64 < end && !Directory.Exists(path))
            {
                await Task.Delay(50, cancellation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ClusterFault($"{path} cannot be locked: {e.Message} Another Dateline may be holding it, or the folder is not yours to write.");
            }
        }
    }

    public void Dispose() => file.Dispose();
}

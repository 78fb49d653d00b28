using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Dateline.Postgres.Cluster;

/// <summary>
/// PostgreSQL in a container of the image <c>postgres</c>, for machines with Docker and neither PostgreSQL's programs nor npm: its files in a
/// named volume, its port on the loopback address alone, a random password kept in the data folder.
/// </summary>
public sealed class DockerCluster
{
    private const string Image = "postgres:18";

    private DockerCluster(string connectionString, string container, string passwordFile) =>
        (ConnectionString, Container, PasswordFile) = (connectionString, container, passwordFile);

    /// <summary>The connection string for Npgsql.</summary>
    public string ConnectionString { get; }

    /// <summary>The container's name. It keeps running; <c>docker stop</c> ends it.</summary>
    public string Container { get; }

    /// <summary>The file that holds the password; only its owner may read it.</summary>
    public string PasswordFile { get; }

    /// <summary>Whether a Docker engine answers.</summary>
    public static async Task<bool> IsAvailable(CancellationToken cancellation) =>
        (await Run.Program("docker", ["info", "--format", "{{.ServerVersion}}"], null, TimeSpan.FromSeconds(10), cancellation)).Code == 0;

    /// <summary>Starts the container, or finds it running.</summary>
    /// <param name="folder">The data folder, which the container and its volume are named after.</param>
    /// <param name="say">Takes a line about what takes long.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="ClusterFault">Docker refuses.</exception>
    public static async Task<DockerCluster> Open(string folder, Action<string> say, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        using var alone = await FileLock.Take(Path.Combine(folder, "lock"), TimeSpan.FromMinutes(5), cancellation);
        var name = $"dateline-{Folders.Digest(folder)}";
        var passwordFile = Path.Combine(folder, "docker-password");
        var password = Password(passwordFile);
        if ((await Docker(["start", name], cancellation)).Code != 0)
        {
            say($"Starting PostgreSQL in Docker ({Image}).");
            var ran = await Docker(
                ["run", "--detach", "--name", name, "--publish", "127.0.0.1::5432", "--env", "POSTGRES_PASSWORD", "--env", "POSTGRES_USER=dateline",
                    "--env", "POSTGRES_DB=dateline", "--volume", $"{name}:/var/lib/postgresql", Image], cancellation, ("POSTGRES_PASSWORD", password));
            if (ran.Code != 0) throw new ClusterFault($"Docker could not start {Image}: {ran.Output}");
        }
        var port = (await Docker(["port", name, "5432/tcp"], cancellation)).Output.Split(':', '\n').Last(p => p.Trim().Length > 0).Trim();
        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)) throw new ClusterFault($"Docker does not say which port {name} has.");
        var connectionString = $"Host=127.0.0.1;Port={port};Username=dateline;Password={password};Database=dateline";
        await Ready(connectionString, name, cancellation);
        return new(connectionString, name, passwordFile);
    }

    private static async Task Ready(string connectionString, string name, CancellationToken cancellation)
    {
        for (var end = Environment.TickCount64 + 120_000; ; await Task.Delay(200, cancellation))
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(cancellation);
                return;
            }
            catch (NpgsqlException e) when (Environment.TickCount64 >= end)
            {
                throw new ClusterFault($"PostgreSQL in the container {name} does not answer: {e.Message}");
            }
            catch (NpgsqlException)
            {
                // It is still starting.
            }
        }
    }

    private static string Password(string path)
    {
        if (File.Exists(path)) return File.ReadAllText(path);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(password);
        return password;
    }

    private static Task<Run.Ended> Docker(string[] arguments, CancellationToken cancellation, (string Name, string Value)? secret = null) =>
        Run.Program("docker", arguments, null, TimeSpan.FromMinutes(10), cancellation, secret: secret);
}

using Dateline.Postgres.Cluster;
using Npgsql;

namespace Dateline.Server.Commands;

/// <summary>Connection strings as people write them.</summary>
internal static class ConnectionStrings
{
    /// <summary>Npgsql's form of a connection string in that form or as a URI (PostgreSQL's manual, 34.1.1.2: <c>postgresql://user:password@host:port/database</c>).</summary>
    /// <exception cref="ClusterFault">It is neither.</exception>
    internal static string Parse(string text)
    {
        try
        {
            var settings = text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal)
                ? OfUri(new(text)) : new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrWhiteSpace(settings.Host) ? throw new FormatException() : settings.ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            // The message leaves out what was given: it may hold a password.
            throw new ClusterFault("--database or DATELINE_DATABASE holds no connection string. Write it as Host=localhost;Username=me;Password=…;Database=news or as postgresql://me@localhost/news.");
        }
    }

    /// <summary>The connection string with its password hidden.</summary>
    internal static string Masked(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.Password is not null) settings.Password = "***";
        if (settings.SslPassword is not null) settings.SslPassword = "***";
        return settings.ConnectionString;
    }

    /// <summary>The command that opens psql on it; psql asks for the password.</summary>
    internal static string Psql(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"psql \"host={settings.Host} port={settings.Port} user={settings.Username} dbname={settings.Database}\"";
    }

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        var (user, database) = (uri.UserInfo.Split(':', 2), Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')));
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host.Length == 0 ? "localhost" : uri.Host };
        if (uri.Port > 0) settings.Port = uri.Port;
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) settings.Password = Uri.UnescapeDataString(user[1]);
        if (database.Length > 0) settings.Database = database;
        foreach (var parameter in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = parameter.Split('=', 2) is [var n, var v] ? (n, Uri.UnescapeDataString(v)) : throw new FormatException();
            settings[name switch { "sslmode" => "SSL Mode", "user" => "Username", "dbname" => "Database", "connect_timeout" => "Timeout", "application_name" => "Application Name", _ => name }] = value;
        }
        return settings;
    }
}

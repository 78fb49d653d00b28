using Npgsql;

namespace Dateline.Postgres.Accounts;

/// <summary>The keys of ASP.NET Core's data protection, as XML.</summary>
public sealed class ProtectionKeys(NpgsqlDataSource database)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All()
    {
        using var command = database.CreateCommand("select xml from protection_keys order by name");
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read()) all.Add(rows.GetString(0));
        return all;
    }

    /// <summary>Keeps one.</summary>
    public void Keep(string name, string xml)
    {
        using var command = database.CreateCommand("insert into protection_keys (name, xml) values ($1, $2) on conflict (name) do update set xml = excluded.xml")
            .With(name, xml);
        command.ExecuteNonQuery();
    }
}

using System.Xml.Linq;
using Dateline.Postgres.Accounts;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Dateline.Server.Accounts;

/// <summary>Keeps the keys of data protection in the database, so that forms and cookies outlive a restart and are good for every process.</summary>
internal sealed class DatabaseProtection(ProtectionKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(x => XElement.Parse(x))];

    public void StoreElement(XElement element, string friendlyName) => keys.Keep(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}

using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Dateline.Marten;

/// <summary>Lets Marten fold a stream the way the core does.</summary>
internal sealed class Folded<T> : SingleStreamProjection<T, string> where T : class, IFold<T>
{
    public override T? Evolve(T? snapshot, string id, IEvent e) => T.Evolve(snapshot, e.Data);
}

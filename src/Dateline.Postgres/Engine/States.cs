namespace Dateline.Postgres.Engine;

/// <summary>A bounded memory of folded states. What it holds may be behind the log; the version says by how much.</summary>
internal sealed class States(int capacity)
{
    private readonly Dictionary<(string Stream, Type Type), LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> recent = new();
    private readonly Lock gate = new();

    internal (object? State, long Version)? Find(string stream, Type type)
    {
        lock (gate)
        {
            if (!entries.TryGetValue((stream, type), out var node)) return null;
            recent.Remove(node);
            recent.AddFirst(node);
            return (node.Value.State, node.Value.Version);
        }
    }

    /// <summary>Remembers a state, unless a later version of it is known.</summary>
    internal void Keep(string stream, Type type, object? state, long version)
    {
        lock (gate)
        {
            if (entries.TryGetValue((stream, type), out var node))
            {
                if (node.Value.Version > version) return;
                recent.Remove(node);
            }
            entries[(stream, type)] = recent.AddFirst(new Entry((stream, type), state, version));
            if (entries.Count <= capacity) return;
            entries.Remove(recent.Last!.Value.Key);
            recent.RemoveLast();
        }
    }

    internal void Forget(string stream, Type type)
    {
        lock (gate)
        {
            if (entries.Remove((stream, type), out var node)) recent.Remove(node);
        }
    }

    internal void Clear()
    {
        lock (gate)
        {
            entries.Clear();
            recent.Clear();
        }
    }

    private readonly record struct Entry((string, Type) Key, object? State, long Version);
}

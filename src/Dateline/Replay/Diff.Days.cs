namespace Dateline.Replay;

public static partial class Differ
{
    /// <summary>Follows which open claims fall due on the way from one moment to another: no event says so.</summary>
    private sealed class DueDays(Resolved from, Resolved to)
    {
        private readonly Dictionary<string, Standing> open = new(StringComparer.Ordinal);
        private readonly List<(string Claim, Standing Due)> fallen = [];

        /// <summary>Takes in what an event changed.</summary>
        internal void Follow(IEnumerable<StatusChange> changes, DateTimeOffset at)
        {
            foreach (var c in changes.Where(c => c.Kind == "claim"))
            {
                if (open.Remove(c.Id, out var before) && Due.From(before.Day) <= at) Fall(c.Id, before);
                if (c.To.Status == Status.Open) open.Add(c.Id, c.To);
            }
        }

        /// <summary>A change with what was or is due called so.</summary>
        internal static StatusChange Called(StatusChange c, DateTimeOffset at) => c with
        {
            From = c.From == Status.Open && Due.From(c.FromDay) <= at ? Status.Due : c.From,
            To = Due.Standing(c.To, c.To.Day, at)
        };

        /// <summary>Puts what fell due among the changes, each at its time.</summary>
        internal void Tell(List<Change> changes, Picture picture)
        {
            foreach (var (id, standing) in open) Fall(id, picture.Claims[id].Standing ?? standing);
            foreach (var (id, due) in fallen.OrderBy(f => f.Due.Since).ThenBy(f => f.Due.Position).ThenBy(f => f.Claim, StringComparer.Ordinal))
            {
                var change = Of(new("claim", id, Status.Open, due, due.Since, due.Since), due.Because[0], due.Since, picture);
                var next = changes.FindIndex(c => c.At > due.Since);
                changes.Insert(next < 0 ? changes.Count : next, change);
            }
        }

        private void Fall(string claim, Standing standing)
        {
            // What began after its day was over was called due when it began.
            if (Due.From(standing.Day) is { } due && due > standing.Since && due > from.At && due <= to.At) fallen.Add((claim, Due.Standing(standing, standing.Day, due)));
        }
    }
}

namespace Dateline.Replay;

public static partial class Differ
{
    /// <summary>Follows which open claims fall due on the way from one moment to another: no event says so.</summary>
    private sealed class DueDays(Resolved from, Resolved to)
    {
        private readonly Dictionary<string, Standing> open = new(StringComparer.Ordinal);
        private readonly List<(string Claim, Standing Due)> fallen = [];

        /// <summary>Takes in what an event changed.</summary>
        internal void Follow(IEnumerable<StatusChange> changes, DateTimeOffset at, Picture picture)
        {
            foreach (var c in changes.Where(c => c.Kind == "claim"))
            {
                var day = picture.Claims[c.Id].DueAt;
                if (open.Remove(c.Id, out var before) && Due.From(day) <= at) Fall(c.Id, before, day);
                if (c.To.Status == Status.Open) open.Add(c.Id, c.To);
            }
        }

        /// <summary>A change with what was or is due called so.</summary>
        internal static StatusChange Called(StatusChange c, DateTimeOffset at, Picture picture)
        {
            if (c.Kind != "claim") return c;
            var day = picture.Claims[c.Id].DueAt;
            var from = c.From == Status.Open && Due.From(day) <= at ? Status.Due : c.From;
            return c with { From = from, To = c.To.Status == Status.Open ? Due.Standing(c.To, day, at) : c.To };
        }

        /// <summary>Puts what fell due among the changes, each at its time.</summary>
        internal void Tell(List<Change> changes, Picture picture)
        {
            foreach (var (id, standing) in open) Fall(id, picture.Claims[id].Standing ?? standing, picture.Claims[id].DueAt);
            foreach (var (id, due) in fallen.OrderBy(f => f.Due.Since).ThenBy(f => f.Due.Position).ThenBy(f => f.Claim, StringComparer.Ordinal))
            {
                var change = Of(new("claim", id, Status.Open, due, due.Since, due.Since), due.Because[0], due.Since, picture);
                var next = changes.FindIndex(c => c.At > due.Since);
                changes.Insert(next < 0 ? changes.Count : next, change);
            }
        }

        private void Fall(string claim, Standing standing, string? day)
        {
            // What began after its day was over was called due when it began.
            if (Due.From(day) is { } due && due > standing.Since && due > from.At && due <= to.At) fallen.Add((claim, Due.Standing(standing, day, due)));
        }
    }
}

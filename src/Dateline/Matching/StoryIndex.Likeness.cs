namespace Dateline.Matching;

public sealed partial class StoryIndex
{
    // Who and where tell one event from another of its kind better than what happened, and so do its dates and figures.
    private static readonly double[] AspectWeights = [.25, .45, .3];

    // Unrelated news of one day shares its date. Dates and figures bear out what who, where and what tell, by no more than that again.
    private const double MostByDates = 1;

    // Documents imagined beside those held, of other matters: a newsroom that has one story yet tells its words from others' as one that has many.
    // By as many the telling of a term hardly changes until the desk is full.
    private const int Imagined = 3000;

    private const int Few = 50;

    // Where a row's term is among the query's, and one more; all zero between two queries.
    private byte[] _at = [];

    /// <summary>A document to be compared with others, with its terms' rows and idf. All sums are whole numbers, so that no order matters.</summary>
    private sealed class Likeness
    {
        private readonly StoryIndex _index;
        private readonly DocFeatures _document;
        private readonly int _held;
        private readonly long[] _squares = new long[3];

        public Likeness(StoryIndex index, DocFeatures document)
        {
            (_index, _document, _held) = (index, document, Matching.Telling.Of(index._counted, Imagined));
            (Rows, Idf) = (new int[document.Ids.Length], new int[document.Ids.Length]);
            if (index._at.Length < index._postings.Rows) index._at = new byte[index._postings.Rows + index._postings.Rows / 2];
            for (var i = 0; i < Rows.Length; i++)
            {
                Rows[i] = index._postings.RowOf(document.Ids[i]);
                Idf[i] = Matching.Telling.Idf(_held, index.CountedWith(Rows[i]));
                _squares[document.Packed[i] >> 8] += Square((document.Packed[i] & 255) * Idf[i]);
                if (Rows[i] >= 0) index._at[Rows[i]] = (byte)(i + 1);
            }
        }

        /// <summary>The terms' rows; negative where no document holds the term.</summary>
        public int[] Rows { get; }

        /// <summary>What the terms tell.</summary>
        public int[] Idf { get; }

        /// <summary>The weighted mean of one cosine an aspect, over the aspects that both documents have; dates and figures add to the others only.</summary>
        public double To(Entry other)
        {
            Span<long> both = stackalloc long[3], left = stackalloc long[3], right = stackalloc long[3];
            _squares.CopyTo(left);
            for (var j = 0; j < other.Rows.Length; j++)
            {
                var row = other.Rows[j];
                var (aspect, weight) = (other.Packed[j] >> 8, other.Packed[j] & 255);
                var i = _index._at[row] - 1;
                if (i < 0)
                {
                    right[aspect] += Square(weight * Matching.Telling.Idf(_held, _index.CountedWith(row)));
                    continue;
                }
                var own = _document.Packed[i] >> 8;
                aspect = Math.Max(aspect, own);
                long x = (_document.Packed[i] & 255) * Idf[i], y = weight * Idf[i];
                left[own] -= x * x;
                left[aspect] += x * x;
                right[aspect] += y * y;
                both[aspect] += x * y;
            }
            double sum = 0, when = 0, all = 0;
            for (var k = 0; k < 3; k++)
            {
                if (left[k] == 0 || right[k] == 0) continue;
                var share = AspectWeights[k] * both[k] / Math.Sqrt((double)left[k] * right[k]);
                if (k == (int)DocFeatures.Aspect.When) when = share;
                else sum += share;
                all += AspectWeights[k];
            }
            return all == 0 ? 0 : (sum + Math.Min(when, MostByDates * sum)) / all;
        }

        /// <summary>How many words it shares with a document that are in fewer than one in three; of few documents every word tells.</summary>
        public int Telling(Entry other)
        {
            var shared = 0;
            for (var i = 0; i < Rows.Length; i++)
                if (3 * _index.CountedWith(Rows[i]) < _index._counted + Few && Array.IndexOf(other.Rows, Rows[i]) >= 0) shared++;
            return shared;
        }

        /// <summary>Leaves no trace in the index.</summary>
        public void Clear()
        {
            foreach (var row in Rows)
                if (row >= 0) _index._at[row] = 0;
        }

        private static long Square(long x) => x * x;
    }
}

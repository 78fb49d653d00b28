using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Matching;

namespace Dateline.Benchmarks;

/// <summary>Which of a million known claims a text repeats, and stories online among a million documents: in memory, on one core.</summary>
internal static partial class MatchAlone
{
    private const int Queries = 2_000;
    // CLOCK_THREAD_CPUTIME_ID of Linux.
    private const int ThreadTime = 3;
    private const int Vocabulary = 120_000;
    private static readonly string[] function = "the of to and in a that for is on with was as by at from has be have are an were this not will his".Split(' ');

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        await Task.Yield();
        var known = options.Quick ? 100_000 : 1_000_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new MatchIndex();
        for (var i = 0; i < known; i++) index.Add($"c-{i}", Claim(new Random(i)), Headline(new Random(i)));
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var found = 0;
        var (times, processor) = (new List<double>(Queries), new List<double>(Queries));
        for (var i = -200; i < Queries; i++)
        {
            var of = (int)((uint)((i + 200) * 2654435761L) % known);
            var text = Post(of, new Random(-1 - i));
            var (began, ran) = (Stopwatch.GetTimestamp(), Milliseconds());
            var answer = index.Find(text, 10);
            var (took, busy) = (Stopwatch.GetElapsedTime(began).TotalMilliseconds, Milliseconds() - ran);
            if (i < 0) continue;
            times.Add(took);
            processor.Add(busy);
            if (answer.Count > 0 && answer[0].Id == $"c-{of}") found++;
        }
        times.Sort();
        processor.Sort();
        var high = times[Queries * 99 / 100];
        yield return new(
            $"One text matched against {known:#,0} known claims: median, 99th percentile; the same by processor time; first hit right for {found * 100 / Queries} %",
            "", $"{times[Queries / 2]:0.00} ms, {high:0.00} ms; {processor[Queries / 2]:0.00} ms, {processor[Queries * 99 / 100]:0.00} ms", "", "<= 2 ms", high <= 2);
        yield return new($"Memory of {known:#,0} known claims", "", $"{held:0} MB", "", "<= 1500 MB", held <= 1500);
        await foreach (var row in Group(options)) yield return row;
    }

    /// <summary>What this thread has run so far, which does not count the time in which others had its core; where the system does not tell, the time that has passed.</summary>
    private static double Milliseconds() => OperatingSystem.IsLinux() && ClockGetTime(ThreadTime, out var ran) == 0 ? (ran.Seconds * 1e3) + (ran.Nanoseconds / 1e6) : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out Time time);

    /// <summary>POSIX's <c>struct timespec</c> where <c>long</c> has 64 bits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }

    private static async IAsyncEnumerable<Row> Group(Options options)
    {
        await Task.Yield();
        const int Window = 20_000;
        var stories = new StoryIndex(Window);
        var (until, step) = options.Quick ? (60_000, 10_000) : (1_000_000, 20_000);
        double first = 0, last = 0;
        for (var i = 0; i < until; i += step)
        {
            var ran = Milliseconds();
            for (var j = i; j < i + step; j++) stories.Group($"d-{j}", Headline(new Random(j / 8)), Story(j), DateTimeOffset.UnixEpoch.AddMinutes(j));
            last = step / ((Milliseconds() - ran) / 1e3);
            if (i < 2 * Window) first = last;
            if (i % (10 * step) == 0) await Console.Error.WriteLineAsync($"  {i + step} grouped, {Show.Rate(last, "documents")}");
        }
        yield return new(
            $"Documents grouped online, by processor time: the last {step:#,0} of {until:#,0} against those after the window of {Window:#,0} was first full; {GC.GetTotalMemory(true) / 1e6:0} MB", Show.Rate(first, "documents"),
            Show.Rate(last, "documents"), (last / first).ToString("0.00", CultureInfo.InvariantCulture), ">= 0.8", last >= .8 * first);
    }

    // Sentences of 12 to 24 words: two in five are function words, the others follow Zipf's law.
    private static string Claim(Random random) => Words(random, 12 + random.Next(13));

    private static string Headline(Random random) => Words(random, 6 + random.Next(5));

    // A third of the claim's words in their order, among as many others.
    private static string Post(int of, Random random)
    {
        var text = new StringBuilder();
        foreach (var word in Claim(new Random(of)).Split(' '))
        {
            if (random.Next(3) > 0) text.Append(word).Append(' ');
            if (random.Next(3) == 0) text.Append(Word(random)).Append(' ');
        }
        return text.ToString();
    }

    // Eight documents a story in a row, half of whose words are the story's.
    private static string Story(int number)
    {
        var (own, story, text) = (new Random(number), new Random(-number / 8), new StringBuilder());
        for (var i = 0; i < 120; i++) text.Append(Word(i % 2 == 0 ? story : own)).Append(' ');
        return text.ToString();
    }

    private static string Words(Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(i == 0 ? "" : " ").Append(Word(random));
        return text.ToString();
    }

    private static string Word(Random random)
    {
        if (random.Next(5) < 2) return function[random.Next(function.Length)];
        var rank = (int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary));
        var word = new StringBuilder();
        for (var n = rank * 31 + 7; n > 0; n /= 60) word.Append("bdfgklmnprstvz"[n % 14]).Append("aeiou"[n / 14 % 5]);
        return word.ToString();
    }
}

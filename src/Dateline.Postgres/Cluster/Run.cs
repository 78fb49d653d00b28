using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Dateline.Postgres.Cluster;

/// <summary>Runs programs and gathers what they say.</summary>
internal static class Run
{
    /// <summary>How a program ended.</summary>
    internal readonly record struct Ended(int Code, string Output);

    /// <summary>Runs a program to its end; -1 when it cannot be started or takes too long.</summary>
    /// <param name="program">Its path or name.</param>
    /// <param name="arguments">Its arguments, each as it is.</param>
    /// <param name="user">The user to run it as; null for the present one.</param>
    /// <param name="most">How long it may take.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="secret">A variable of its environment: what stands among the arguments, every user of the machine can read.</param>
    internal static async Task<Ended> Program(
        string program, IEnumerable<string> arguments, ServerUser? user, TimeSpan most, CancellationToken cancellation, string? folder = null,
        (string Name, string Value)? secret = null)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder ?? "" };
        var words = user is null ? [program, .. arguments] : user.Wrap([program, .. arguments]);
        start.FileName = words[0];
        foreach (var word in words.Skip(1)) start.ArgumentList.Add(word);
        start.Environment["LC_ALL"] = "C";
        if (secret is { } variable) start.Environment[variable.Name] = variable.Value;
        var said = new StringBuilder();
        try
        {
            using var process = new Process { StartInfo = start };
            process.OutputDataReceived += (_, line) => Gather(said, line.Data);
            process.ErrorDataReceived += (_, line) => Gather(said, line.Data);
            process.Start();
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(most);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellation.ThrowIfCancellationRequested();
                return new(-1, $"{Path.GetFileName(program)} took longer than {most.TotalSeconds:F0} s. {said}");
            }
            lock (said) return new(process.ExitCode, said.ToString().Trim());
        }
        catch (Win32Exception e)
        {
            return new(-1, $"{program} cannot be started: {e.Message}");
        }
    }

    private static void Gather(StringBuilder said, string? line)
    {
        lock (said)
        {
            if (line is not null && said.Length < 20_000) said.AppendLine(line);
        }
    }
}

using System.Runtime.InteropServices;

namespace Dateline.Specs.Extraction;

/// <summary>What one thread has taken of a processor, whatever else runs (POSIX.1-2017, clock_gettime).</summary>
internal static class ProcessorTime
{
    internal static TimeSpan OfThisThread()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return Environment.CpuUsage.TotalTime;
        return GetTime(OperatingSystem.IsLinux() ? 3 : 16, out var time) == 0 ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
            : throw new InvalidOperationException("The clock cannot be read.");
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        internal nint Seconds;
        internal nint Nanoseconds;
    }
}

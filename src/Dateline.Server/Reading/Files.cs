namespace Dateline.Server.Reading;

/// <summary>The files that paths stand for.</summary>
internal static class Files
{
    /// <summary>A file to read, or a reason why it is none.</summary>
    /// <param name="Path">As it was given, or the folder as given and the name in it.</param>
    /// <param name="Wrong">Null for a file.</param>
    public readonly record struct Found(string Path, string? Wrong = null);

    /// <summary>
    /// A file is itself; a folder is what it holds, in ordinal order of names, folders within it likewise. Hidden names are passed over, and links to
    /// folders, so that no walk is endless.
    /// </summary>
    public static IEnumerable<Found> Under(string path)
    {
        if (File.Exists(path)) { yield return new(path); yield break; }
        if (!Directory.Exists(path))
        {
            yield return new(path, "There is no such file or folder, or it may not be read. Check its spelling and its permissions.");
            yield break;
        }
        var waiting = new Stack<string>([path]);
        while (waiting.TryPop(out var here))
        {
            if (here != path && !Directory.Exists(here)) { yield return new(here); continue; }
            string[] entries = [];
            string? wrong = null;
            try { entries = Directory.GetFileSystemEntries(here); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { wrong = "The folder cannot be listed. Check its permissions."; }
            if (wrong is not null) { yield return new(here, wrong); continue; }
            Array.Sort(entries, (a, b) => string.CompareOrdinal(b, a));
            foreach (var entry in entries)
                if (Path.GetFileName(entry) is var name && !name.StartsWith('.') && !IsLinkedFolder(entry)) waiting.Push(entry);
        }
    }

    /// <summary>The whole of a file.</summary>
    /// <exception cref="NotReadable">It is empty, larger than what is taken (then nothing of it was read), or cannot be opened.</exception>
    public static async Task<ReadOnlyMemory<byte>> Bytes(string path, int most, string larger, CancellationToken cancellation)
    {
        await using var stream = Open(path, most, larger);
        return await Bytes(stream, most, larger, cancellation);
    }

    /// <summary>The whole of a stream.</summary>
    public static async Task<ReadOnlyMemory<byte>> Bytes(Stream stream, int most, string larger, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (bytes.Length + read > most) throw new NotReadable($"It is more than {ReadingLimits.Size(most)}. {larger}");
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    /// <summary>Opens a file after a look at its size. What is not a regular file shows as empty and is not opened: a pipe would wait for ever.</summary>
    public static FileStream Open(string path, long most, string larger)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is not null) file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            if (!file.Exists) throw new NotReadable("It is a link to nothing. Correct the link, or give the file itself.");
            if (file.Length == 0) throw new NotReadable("It is empty. Give a file with text in it; what comes from a pipe is read from standard input, \"-\".");
            if (file.Length > most) throw new NotReadable($"It is {ReadingLimits.Size(file.Length)}; at most {ReadingLimits.Size(most)} are taken. {larger}");
            return new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException)
        {
            throw new NotReadable("It may not be read. Check its permissions.");
        }
        catch (IOException e)
        {
            throw new NotReadable($"It cannot be opened: {TextHygiene.Line(e.Message)}");
        }
    }

    private static bool IsLinkedFolder(string entry)
    {
        try { return Directory.Exists(entry) && new DirectoryInfo(entry).LinkTarget is not null; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return false; }
    }
}

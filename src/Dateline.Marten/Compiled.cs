using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dateline.Marten;

/// <summary>
/// Compiles what Wolverine writes for each handler, and keeps it: within the process, and beside the program where its folder may be written to, until
/// the program is built anew. To load the compiler takes a short command longer than all else that it does, and each engine of a process would compile the
/// same again. Wolverine's own way, to write that code into the project and build it in, needs the packages of whoever changes a handler. What lies beside
/// the program is trusted as the program is: whoever may write there may replace both.
/// </summary>
/// <param name="folder">Where it is kept.</param>
internal sealed class Compiled(string folder) : IAssemblyGenerator
{
    private static readonly Assembly own = typeof(Compiled).Assembly;

    private readonly ConcurrentDictionary<string, Lazy<Assembly>> _known = new(StringComparer.Ordinal);

    /// <summary>Of all engines of this process, kept beside the program.</summary>
    internal static Compiled Program { get; } = new(Path.Combine(AppContext.BaseDirectory, "handlers"));

    /// <inheritdoc/>
    public string? AssemblyName { get; set; }

    /// <summary>Does nothing: all assemblies of the program are referred to.</summary>
    public void ReferenceAssembly(Assembly assembly) { }

    /// <summary>Does nothing: all assemblies of the program are referred to.</summary>
    public void ReferenceAssemblyContainingType<T>() { }

    /// <inheritdoc/>
    public Assembly Generate(Action<ISourceWriter> write)
    {
        using var writer = new SourceWriter();
        write(writer);
        return Generate(writer.Code());
    }

    /// <inheritdoc/>
    public Assembly Generate(string code) => Get(code, []);

    /// <inheritdoc/>
    public void Compile(GeneratedAssembly generatedAssembly, IServiceVariableSource? services = null) => Compile(generatedAssembly, services, out _);

    /// <inheritdoc/>
    public void Compile(GeneratedAssembly generatedAssembly, IServiceVariableSource? services, out string code)
    {
        code = generatedAssembly.GenerateCode(services);
        generatedAssembly.AttachAssembly(Get(code, [.. generatedAssembly.AllReferencedAssemblies(), .. generatedAssembly.Rules.Assemblies]));
    }

    private Assembly Get(string code, Assembly[] against)
    {
        var name = Name(code, against);
        return _known.GetOrAdd(name, _ => new(() => Load(name) ?? Compile(name, code))).Value;
    }

    // Of the code and of each build that it was compiled against.
    private static string Name(string code, Assembly[] against)
    {
        var builds = own.GetReferencedAssemblies().Select(Assembly.Load).Concat(against).Append(own).Where(static a => !a.IsDynamic)
            .Select(static a => a.ManifestModule.ModuleVersionId.ToString("N")).Distinct().Order(StringComparer.Ordinal);
        return "handler-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{string.Join(' ', builds)}\n{code}")));
    }

    private string File(string name) => Path.Combine(folder, $"{name}.dll");

    private Assembly? Load(string name)
    {
        try
        {
            return Load(name, System.IO.File.ReadAllBytes(File(name)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return null;
        }
    }

    private static Assembly Load(string name, byte[] image)
    {
        using var stream = new MemoryStream(image);
        return new AssemblyLoadContext(name).LoadFromStream(stream);
    }

    private Assembly Compile(string name, string code)
    {
        var program = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)], program.Select(static p => MetadataReference.CreateFromFile(p)),
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true));
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        if (!emitted.Success)
            throw new InvalidOperationException($"What was written for a handler does not compile: {string.Join("; ", emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error))}");
        var image = stream.ToArray();
        Keep(name, image);
        return Load(name, image);
    }

    private void Keep(string name, byte[] image)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var built = System.IO.File.GetLastWriteTimeUtc(own.Location);
            foreach (var file in Directory.EnumerateFiles(folder))
                if (System.IO.File.GetLastWriteTimeUtc(file) < built) System.IO.File.Delete(file);
            var draft = Path.Combine(folder, Path.GetRandomFileName());
            System.IO.File.WriteAllBytes(draft, image);
            System.IO.File.Move(draft, File(name), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A program that lies where nobody writes: each process compiles for itself.
        }
    }
}

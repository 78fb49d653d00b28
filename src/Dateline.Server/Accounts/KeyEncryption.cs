using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Dateline.Server.Accounts;

/// <summary>
/// Encrypts the keys that protect forms and cookies before they go into the database, so that a copy of the database forges none: with a
/// certificate where one is configured, else with a key in a file that only its owner can read.
/// </summary>
internal static class KeyEncryption
{
    internal static void Add(IServiceCollection services, IDataProtectionBuilder protection, AccountOptions options)
    {
        if (options.ProtectionCertificate is { } certificate) protection.ProtectKeysWithCertificate(certificate);
        else if (options.ProtectionKey is { } path)
        {
            var key = new FileKey(path);
            services.AddSingleton(key).Configure<KeyManagementOptions>(o => o.XmlEncryptor = new FileKeyEncryptor(key));
        }
    }

    /// <summary>The certificate of a PKCS #12 file.</summary>
    /// <exception cref="Refused">It cannot be used.</exception>
    internal static X509Certificate2 Certificate(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey && certificate.GetRSAPrivateKey() is not null ? certificate
                : throw new Refused($"DATELINE_PROTECTION_CERTIFICATE: {path} holds no private RSA key. Export the certificate with its key.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new Refused($"DATELINE_PROTECTION_CERTIFICATE: {path} cannot be read as a PKCS #12 file. Check the path, and the password in DATELINE_PROTECTION_PASSWORD.");
        }
    }
}

/// <summary>A key of 256 random bits in a file; it is made where there is none.</summary>
internal sealed class FileKey(string path)
{
    private const int Length = 32;
    private readonly Lazy<byte[]> bytes = new(() => Open(path));

    internal byte[] Bytes => bytes.Value;

    private static byte[] Open(string path)
    {
        if (!File.Exists(path)) Make(path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != 0)
            throw new Refused($"Others can read or write {path}, the key that protects cookies. Take that from them (chmod 600), or remove the file so that a new one is made.");
        var key = new FileInfo(path).Length == Length ? File.ReadAllBytes(path) : [];
        return key.Length == Length ? key : throw new Refused($"{path} is not a key of {Length} bytes. Put the right file back, or remove it so that a new one is made and everybody signs in anew.");
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var beside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(beside, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was quicker; its key is the one.
            File.Delete(beside);
        }
    }
}

/// <summary>Encrypts a key's XML by AES-256-GCM (NIST SP 800-38D).</summary>
internal sealed class FileKeyEncryptor(FileKey key) : IXmlEncryptor
{
    internal const string Element = "encryptedKey";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (nonce, tag, cipher) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize], new byte[plain.Length]);
        using var aes = new AesGcm(key.Bytes, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        CryptographicOperations.ZeroMemory(plain);
        return new(new XElement(Element, Convert.ToBase64String([.. nonce, .. tag, .. cipher])), typeof(FileKeyDecryptor));
    }
}

/// <summary>Decrypts what <see cref="FileKeyEncryptor"/> made; data protection makes it by its name, which is stored with each key.</summary>
internal sealed class FileKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var key = services.GetService<FileKey>() ?? throw new CryptographicException("The key in the database was encrypted with a key file, and none is configured.");
        var (all, nonce, tag) = (Convert.FromBase64String(encryptedElement.Value), AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        if (all.Length < nonce + tag) throw new CryptographicException("The key in the database is cut short.");
        var plain = new byte[all.Length - nonce - tag];
        using var aes = new AesGcm(key.Bytes, tag);
        aes.Decrypt(all.AsSpan(0, nonce), all.AsSpan(nonce + tag), all.AsSpan(nonce, tag), plain);
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(plain));
    }
}

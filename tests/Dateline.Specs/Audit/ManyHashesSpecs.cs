using System.Security.Cryptography;
using System.Text;
using Dateline.Audit;

namespace Dateline.Specs.Audit;

/// <summary>SHA-256 of many texts at once against the examples of FIPS 180-4 and the platform's own.</summary>
public sealed class ManyHashesSpecs
{
    [Fact]
    public void the_examples_of_the_standard_have_their_hashes()
    {
        string[] texts = ["abc", "", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", new('a', 1_000_000)];
        string[] hashes =
        [
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ];
        Assert.Equal(hashes, Hashed([.. texts.Select(Encoding.ASCII.GetBytes)]));
    }

    [Fact]
    public void every_length_around_a_block_has_the_hash_that_the_platform_gives_it()
    {
        var random = new Random(1);
        var texts = Enumerable.Range(0, 400).Select(length =>
        {
            var text = new byte[length];
            random.NextBytes(text);
            return text;
        }).ToArray();
        random.Shuffle(texts);
        for (var count = 0; count <= texts.Length; count += count < 20 ? 1 : 19)
            Assert.Equal(texts[..count].Select(t => Convert.ToHexStringLower(SHA256.HashData(t))), Hashed(texts[..count]));
    }

    private static IEnumerable<string> Hashed(byte[][] texts)
    {
        var (all, ends, hashes) = (new List<byte>(), new int[texts.Length], new byte[texts.Length * SHA256.HashSizeInBytes]);
        for (var i = 0; i < texts.Length; i++)
        {
            all.AddRange(texts[i]);
            ends[i] = all.Count;
        }
        ManyHashes.Of(all.ToArray(), ends, hashes);
        return hashes.Chunk(SHA256.HashSizeInBytes).Select(Convert.ToHexStringLower);
    }
}

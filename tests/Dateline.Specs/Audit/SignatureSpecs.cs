using System.Text;
using Dateline.Audit;

namespace Dateline.Specs.Audit;

/// <summary>Vectors: RFC 8032, section 7.1 (Ed25519); C2SP signed-note, "Example"; golang.org/x/mod/sumdb/note, the key of its tests.</summary>
public sealed class SignatureSpecs
{
    private const string Key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string Note =
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    public static TheoryData<string, string, string, string> Published => new()
    {
        {
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
        {
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42", "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        }
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void a_published_signature_comes_out_and_any_other_is_refused(string seed, string publicKey, string message, string signature)
    {
        var (s, p, m, g) = (Convert.FromHexString(seed), Convert.FromHexString(publicKey), Convert.FromHexString(message), Convert.FromHexString(signature));
        Assert.Equal(p, Ed25519.PublicKey(s));
        Assert.Equal(g, Ed25519.Sign(s, m));
        Assert.True(Ed25519.Verify(p, m, g));
        Assert.False(Ed25519.Verify(p, [.. m, 0], g));
        for (var bit = 0; bit < 8 * g.Length; bit += 7) Assert.False(Ed25519.Verify(p, m, Flipped(g, bit)), $"signature bit {bit}");
        for (var bit = 0; bit < 8 * p.Length; bit += 7) Assert.False(Ed25519.Verify(Flipped(p, bit), m, g), $"key bit {bit}");
    }

    [Fact]
    public void a_scalar_or_point_in_another_encoding_is_refused()
    {
        var (seed, message) = (new byte[32], "a"u8.ToArray());
        var (key, signature) = (Ed25519.PublicKey(seed), Ed25519.Sign(seed, message));
        Assert.True(Ed25519.Verify(key, message, signature));
        var order = new System.Numerics.BigInteger(Convert.FromHexString("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"), isUnsigned: true);
        var raised = (new System.Numerics.BigInteger(signature.AsSpan(32), isUnsigned: true) + order).ToByteArray(isUnsigned: true);
        Assert.False(Ed25519.Verify(key, message, [.. signature[..32], .. raised, .. new byte[32 - raised.Length]]));
        var one = new byte[32];
        one[0] = 1;
        Assert.NotNull(CurvePoint.Decode(one));
        one[31] = 0x80;
        Assert.Null(CurvePoint.Decode(one));
        Assert.Null(CurvePoint.Decode(Convert.FromHexString("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")));
        Assert.Null(CurvePoint.Decode(Convert.FromHexString("0200000000000000000000000000000000000000000000000000000000000000")));
        Assert.False(Ed25519.Verify(key, message, []));
        Assert.False(Ed25519.Verify([], message, signature));
    }

    [Fact]
    public void the_published_note_is_verified_by_its_key()
    {
        SignedNote.Parse(Encoding.UTF8.GetBytes(Note)).Check(VerifierKey.Parse(Key));
        Assert.Equal(Key, VerifierKey.Parse(Key).ToString());
        var changed = SignedNote.Parse(Encoding.UTF8.GetBytes(Note.Replace("example message", "exemple message", StringComparison.Ordinal)));
        Assert.Contains("wrong", Assert.Throws<NoteFault>(() => changed.Check(VerifierKey.Parse(Key))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_key_of_other_programs_signs_as_they_do()
    {
        var key = SignerKey.Parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        Assert.Equal("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", key.Verifier.ToString());
        const string text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        Assert.Equal(
            text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
            SignedNote.Sign(text, key));
    }

    [Fact]
    public void a_new_key_signs_what_its_verifier_key_confirms()
    {
        var key = SignerKey.New("log.example/a");
        var again = SignerKey.Parse(key.Secret() + "\n");
        var checkpoint = new Checkpoint("log.example/a", 7, MerkleTree.EmptyRoot);
        var note = Encoding.UTF8.GetBytes(checkpoint.Sign(again));
        Assert.True(checkpoint.Agrees(Checkpoint.Open(note, VerifierKey.Parse(key.Verifier.ToString()))));
        Assert.Contains("not signed", Assert.Throws<NoteFault>(() => Checkpoint.Open(note, SignerKey.New("log.example/a").Verifier)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("")]
    public void a_verifier_key_that_is_none_is_refused(string key) => Assert.Throws<NoteFault>(() => VerifierKey.Parse(key));

    [Theory]
    [InlineData("text")]
    [InlineData("text\n\n")]
    [InlineData("text\n\nno dash\n")]
    [InlineData("text\n\n— name notbase64!\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("te\txt\n\n— name AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAAAAAA")]
    public void a_note_that_is_none_is_refused(string note) => Assert.Throws<NoteFault>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(note)));

    [Theory]
    [InlineData("log\n7\nAAAA\n")]
    [InlineData("log\n07\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n-7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("other\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n7\n")]
    public void a_signed_note_that_is_no_checkpoint_of_the_log_is_refused(string text)
    {
        var key = SignerKey.Of("log", new byte[32]);
        Assert.Throws<NoteFault>(() => Checkpoint.Open(Encoding.UTF8.GetBytes(SignedNote.Sign(text, key)), key.Verifier));
    }

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}

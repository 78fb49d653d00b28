using Dateline.Audit;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs.Audit;

/// <summary>Vectors: the eight leaves and nine roots with which RFC 6962 logs are tested (google/certificate-transparency; transparency-dev/merkle, testonly).</summary>
public sealed class MerkleSpecs
{
    private static readonly string[] leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task a_tree_has_its_published_root(int size)
    {
        var tree = new MemoryTree(leaves.Take(size).Select(l => MerkleTree.HashLeaf(Convert.FromHexString(l))));
        Assert.Equal(roots[size], Convert.ToHexStringLower(tree.Edge.Root()));
        Assert.Equal(roots[size], Convert.ToHexStringLower(await tree.Prover().Root(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task the_published_proofs_come_out()
    {
        var tree = new MemoryTree(leaves.Select(l => MerkleTree.HashLeaf(Convert.FromHexString(l))));
        var inclusion = await tree.Prover().Inclusion(0, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"],
            inclusion.Select(Convert.ToHexStringLower));
        var consistency = await tree.Prover().Consistency(6, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
            consistency.Select(Convert.ToHexStringLower));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(70_000)]
    public async Task tiles_give_the_root_that_the_definition_gives(int size)
    {
        var tree = Numbered(size);
        Assert.Equal(Defined(tree.Leaves, 0, size), tree.Edge.Root());
        Assert.Equal(tree.Edge.Root(), await tree.Prover().Root(TestContext.Current.CancellationToken));
        Assert.Equal(Tiles.Of(size).Select(t => t.Path).Order(), tree.Paths.Order());
        var again = await TileEdge.Load(tree, size, TestContext.Current.CancellationToken);
        Assert.Equal(tree.Edge.Root(), again!.Root());
    }

    [Fact]
    public void tiles_of_seventy_thousand_are_those_that_the_specification_counts()
    {
        var tiles = Tiles.Of(70_000).ToList();
        Assert.Equal(273, tiles.Count(t => t is { Level: 0, Width: 256 }));
        Assert.Equal([("tile/0/273.p/112", 112), ("tile/1/001.p/17", 17), ("tile/2/000.p/1", 1)], tiles.Where(t => t.Width < 256).Select(t => (t.Path, t.Width)));
        Assert.Single(tiles, t => t is { Level: 1, Width: 256 });
        Assert.Equal(["tile/0/000", "tile/1/000.p/1"], Tiles.Of(256).Select(t => t.Path));
        Assert.Equal("tile/0/x001/x234/067", new TileId(0, 1_234_067, 256).Path);
    }

    [Fact]
    public void any_proof_holds_and_no_other_does()
    {
        Prop.ForAll(Gen.Choose(1, 700).ToArbitrary(), Gen.Choose(0, 699).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (size, at, flaw) =>
        {
            var tree = Numbered(size);
            var (index, first) = (at % size, at % (size + 1));
            var (root, cancellation) = (tree.Edge.Root(), TestContext.Current.CancellationToken);
            var path = tree.Prover().Inclusion(index, cancellation).GetAwaiter().GetResult();
            var consistency = tree.Prover().Consistency(first, cancellation).GetAwaiter().GetResult();
            var firstRoot = tree.Prover().RootOf(first, cancellation).GetAwaiter().GetResult();
            return MerkleProof.Includes(size, root, index, tree.Leaves[index], path) && MerkleProof.Extends(first, firstRoot, size, root, consistency)
                && !MerkleProof.Includes(size, root, index, Flawed(tree.Leaves[index], flaw), path)
                && !MerkleProof.Includes(size, Flawed(root, flaw), index, tree.Leaves[index], path)
                && (size == 1 || !MerkleProof.Includes(size, root, (index + 1) % size, tree.Leaves[index], path))
                && (path.Count == 0 || !MerkleProof.Includes(size, root, index, tree.Leaves[index], [.. path.Select((p, i) => i == flaw % path.Count ? Flawed(p, flaw) : p)]))
                && !MerkleProof.Includes(size, root, index, tree.Leaves[index], [.. path, root]) && !MerkleProof.Includes(size, root, size, tree.Leaves[index], path)
                && !MerkleProof.Extends(first, Flawed(firstRoot, flaw), size, root, consistency)
                && (first == 0 || !MerkleProof.Extends(first, firstRoot, size, Flawed(root, flaw), consistency))
                && !MerkleProof.Extends(first, firstRoot, size, root, [.. consistency, root]) && !MerkleProof.Extends(size + 1, root, size, root, []);
        }).QuickCheckThrowOnFailure();
    }

    private static MemoryTree Numbered(int size) => new(Enumerable.Range(0, size).Select(i => MerkleTree.HashLeaf(BitConverter.GetBytes(i))));

    private static byte[] Flawed(byte[] hash, int flaw)
    {
        var flawed = hash.ToArray();
        flawed[flaw / 8 % flawed.Length] ^= (byte)(1 << (flaw % 8));
        return flawed;
    }

    /// <summary>RFC 6962, section 2.1, word for word.</summary>
    private static byte[] Defined(List<byte[]> hashes, int begin, int end)
    {
        if (end - begin == 1) return hashes[begin];
        var middle = begin + (int)MerkleTree.Split(end - begin);
        return MerkleTree.HashNode(Defined(hashes, begin, middle), Defined(hashes, middle, end));
    }

    private sealed class MemoryTree : ITiles
    {
        private readonly Dictionary<(int, long), byte[]> full = [];

        internal MemoryTree(IEnumerable<byte[]> hashes)
        {
            var made = new List<(TileId Tile, byte[] Hashes)>();
            foreach (var hash in hashes)
            {
                Leaves.Add(hash);
                Edge.Add(hash, made);
            }
            foreach (var (tile, content) in made) full.Add((tile.Level, tile.Index), content);
        }

        internal List<byte[]> Leaves { get; } = [];

        internal TileEdge Edge { get; } = new();

        internal IEnumerable<string> Paths => full.Keys.Select(k => new TileId(k.Item1, k.Item2, 256).Path).Concat(Edge.Partials().Select(p => p.Tile.Path));

        internal Prover Prover() => new(this, Edge.Size);

        public ValueTask<byte[]?> Read(TileId tile, CancellationToken cancellation) => ValueTask.FromResult(
            full.TryGetValue((tile.Level, tile.Index), out var found) ? found
                : Edge.Partials().Where(p => p.Tile.Level == tile.Level && p.Tile.Index == tile.Index).Select(p => p.Hashes).FirstOrDefault());
    }
}

using Dateline.Claims;

namespace Dateline.Matching;

internal sealed partial class ClaimFeatures
{
    private const byte IsQuoted = 1, IsFirstPerson = 2, IsPronoun = 4, IsBare = 8;

    /// <summary>Writes it for <see cref="Load"/>.</summary>
    public void Save(BinaryWriter to)
    {
        Desk.Put(to, Sorted);
        Desk.Put(to, Array.ConvertAll(Names, n => (int)n));
        Desk.Put(to, Array.ConvertAll(Parts, n => (int)n));
        Desk.Put(to, Array.ConvertAll(Frame, p => p.Id));
        foreach (var place in Frame) to.Write((ushort)place.Case);
        to.Write(Verb);
        to.Write(Act);
        to.Write(Marks);
        to.Write(Amounts.Length);
        foreach (var amount in Amounts)
        {
            Desk.Put(to, decimal.GetBits(amount.Value));
            to.Write(amount.Unit);
            Desk.Put(to, amount.Bound);
            Desk.Put(to, amount.Change ?? "");
            Desk.Put(to, amount.Text);
            to.Write(amount.Closed);
            to.Write(amount.Share);
            to.Write(amount.Whole);
            Desk.Put(to, amount.To is { } end ? decimal.GetBits(end) : []);
        }
        Desk.Put(to, [.. Days.SelectMany(d => new[] { d.From, d.To })]);
        to.Write(Fingerprint);
        to.Write(Speaker);
        to.Write(PublishedAt);
        to.Write((byte)((Quoted ? IsQuoted : 0) | (FirstPerson ? IsFirstPerson : 0) | (Pronoun ? IsPronoun : 0) | (Bare ? IsBare : 0)));
        to.Write((byte)Polarity);
        to.Write((byte)Mode);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static ClaimFeatures Load(BinaryReader from, string sourceId)
    {
        var sorted = Desk.Numbers(from, LongestReading);
        var names = Array.ConvertAll(Desk.Numbers(from, LongestReading), n => checked((ushort)n));
        if (names.Any(n => (n & 255) >= sorted.Length)) throw new FormatException();
        var parts = Array.ConvertAll(Desk.Numbers(from, LongestReading), n => checked((ushort)n));
        if (parts.Any(n => (n & 255) >= sorted.Length)) throw new FormatException();
        var frame = Array.ConvertAll(Desk.Numbers(from, LongestReading), id => new Place(id, Case.None));
        for (var i = 0; i < frame.Length; i++) frame[i] = frame[i] with { Case = (Case)from.ReadUInt16() };
        var (verb, act, marks) = (from.ReadInt32(), from.ReadInt32(), from.ReadUInt32());
        var amounts = new List<Amount>();
        for (var left = Desk.Bounded(from, short.MaxValue); left > 0; left--)
        {
            amounts.Add(new(new decimal(Desk.Numbers(from, 4)), from.ReadInt32(), string.Intern(Desk.Text(from)),
                Desk.Text(from) is { Length: > 0 } change ? string.Intern(change) : null, Desk.Text(from))
            { Closed = from.ReadBoolean(), Share = from.ReadBoolean(), Whole = from.ReadBoolean(), To = Desk.Numbers(from, 4) is { Length: > 0 } end ? new decimal(end) : null });
        }
        var days = Desk.Numbers(from).Chunk(2).Select(d => (d[0], d[1])).ToArray();
        var (fingerprint, speaker, at, flags) = (from.ReadInt32(), from.ReadInt32(), from.ReadInt64(), from.ReadByte());
        return new()
        {
            Sorted = sorted,
            Names = names,
            Parts = parts,
            Frame = frame,
            Verb = verb,
            Act = act,
            Marks = marks,
            Amounts = [.. amounts],
            Days = days,
            Fingerprint = fingerprint,
            Quoted = (flags & IsQuoted) != 0,
            FirstPerson = (flags & IsFirstPerson) != 0,
            Pronoun = (flags & IsPronoun) != 0,
            Bare = (flags & IsBare) != 0,
            Speaker = speaker,
            SourceId = sourceId,
            PublishedAt = at,
            Polarity = (Polarity)from.ReadByte(),
            Mode = (Mode)from.ReadByte()
        };
    }
}

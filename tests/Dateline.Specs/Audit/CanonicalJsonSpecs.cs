using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Audit;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs.Audit;

/// <summary>Vectors: RFC 8785, sections 3.2.2 to 3.2.4 and appendix B, and the test data of its authors (cyberphone/json-canonicalization).</summary>
public sealed class CanonicalJsonSpecs
{
    public static TheoryData<string, string> Published => new()
    {
        { """[56,{"d":true,"10":null,"1":[ ]}]""", """[56,{"1":[],"10":null,"d":true}]""" },
        {
            """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""",
            """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}"""
        },
        {
            """{"1":{"f":{"f":"hi","F":5} ,"\n":56.0},"10":{ },"":"empty","a":{ },"111":[ {"e":"yes","E":"no" } ],"A":{ }}""",
            """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}"""
        },
        { """{"Unnormalized Unicode":"A\u030a"}""", "{\"Unnormalized Unicode\":\"A\u030a\"}" },
        {
            """{"numbers":[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null, true, false]}""",
            """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"""
        },
        {
            """{"\u20ac":"Euro Sign","\r":"Carriage Return","\u000a":"Newline","1":"One","\u0080":"Control\u007f","\ud83d\ude02":"Smiley","\u00f6":"Latin Small Letter O With Diaeresis","\ufb33":"Hebrew Letter Dalet With Dagesh","</script>":"Browser Challenge"}""",
            "{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\",\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude02\":\"Smiley\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}"
        }
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void a_published_text_has_its_published_form(string json, string canonical)
    {
        Assert.Equal(canonical, Of(json));
        Assert.Equal(canonical, Of(canonical));
    }

    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void a_number_has_the_form_of_appendix_b(string bits, string canonical)
    {
        var value = BitConverter.Int64BitsToDouble(long.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        Assert.Equal(canonical, CanonicalNumber.Of(value));
        Assert.Equal(canonical, Of(value.ToString("R", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("""{"a":1,"a":1}""", "twice")]
    [InlineData("""{"a":1,"b":2,"\u0061":3}""", "twice")]
    [InlineData("""["\ud800"]""", "surrogate")]
    [InlineData("[1e400]", "double")]
    [InlineData("1 2", "")]
    [InlineData("", "")]
    [InlineData("{\"a\":", "")]
    [InlineData("// no\n1", "")]
    public void what_has_no_canonical_form_is_refused(string json, string because) =>
        Assert.Contains(because, Assert.ThrowsAny<JsonException>(() => Of(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void bytes_that_are_no_text_are_refused() => Assert.ThrowsAny<JsonException>(() => new CanonicalJson().Of([(byte)'"', 0xc0, 0xaf, (byte)'"']).ToArray());

    [Fact]
    public void a_depth_without_end_is_refused() => Assert.ThrowsAny<JsonException>(() => Of(new string('[', 100_000)));

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("-0")]
    [InlineData("9007199254740993")]
    [InlineData("100000000000000000000000")]
    public void a_stored_number_in_another_form_than_its_one_is_refused(string number)
    {
        Assert.ThrowsAny<JsonException>(() => new CanonicalJson(oneForm: true).Of(Encoding.UTF8.GetBytes(number)).ToArray());
        Assert.NotEmpty(Of(number));
    }

    [Fact]
    public void many_members_are_put_in_order_and_do_not_take_long()
    {
        var names = Enumerable.Range(0, 50_000).Select(i => $"{(i * 7919) % 50_000:x}").ToList();
        var canonical = Of("{" + string.Join(',', names.Select(n => $"\"{n}\":0")) + "}");
        Assert.Equal("{" + string.Join(',', names.Order(StringComparer.Ordinal).Select(n => $"\"{n}\":0")) + "}", canonical);
    }

    [Fact]
    public void strings_survive_and_the_form_is_its_own()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>((name, value) =>
        {
            var (n, v) = (Paired(name.Get), Paired(value.Get));
            var canonical = Of(JsonSerializer.Serialize(new Dictionary<string, string> { [n] = v, ["z" + n] = n }));
            var back = JsonSerializer.Deserialize<Dictionary<string, string>>(canonical)!;
            return back[n] == v && back["z" + n] == n && Of(canonical) == canonical;
        }).QuickCheckThrowOnFailure();
    }

    private static string Of(string json) => Encoding.UTF8.GetString(new CanonicalJson().Of(Encoding.UTF8.GetBytes(json)));

    private static string Paired(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}

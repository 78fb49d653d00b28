using Dateline.Sources;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class SourceSpecs
{
    private static RateSource Rate(Reliability reliability = Reliability.B, string by = "ana", string reason = "Years of record.") => new("wire", reliability, by, reason);

    [Fact]
    public void a_source_becomes_known() => Spec.For<Source>().When(new RegisterSource("wire", "The Wire")).Then(Registered());

    [Fact]
    public void a_source_keeps_its_first_name() => Spec.For<Source>().Given(Registered()).When(new RegisterSource("wire", "Wire News")).ThenNothing();

    [Fact]
    public void a_source_is_rated() => Spec.For<Source>().Given(Registered()).When(Rate()).Then(new SourceRated("wire", Reliability.B, "ana"));

    [Fact]
    public void the_same_rating_records_nothing() =>
        Spec.For<Source>().Given(Registered(), new SourceRated("wire", Reliability.B, "ana")).When(Rate(by: "ben")).ThenNothing();

    [Fact]
    public void a_source_begins_as_one_that_cannot_be_judged() => Spec.For<Source>().Given(Registered()).When(Rate(Reliability.F)).ThenNothing();

    [Fact]
    public void an_unknown_source_is_not_rated() => Spec.For<Source>().When(Rate()).ThenRefused("no source wire");

    [Theory]
    [InlineData("system")]
    [InlineData("bot:desk@1")]
    public void only_people_rate_sources(string by) => Spec.For<Source>().Given(Registered()).When(Rate(by: by)).ThenRefused("Only people");

    [Fact]
    public void a_rating_says_why() => Spec.For<Source>().Given(Registered()).When(Rate(reason: " ")).ThenRefused("Say why");
}

using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>Words of judgement judge as predicates and before nouns, not in names and fixed senses.</summary>
public sealed class EvaluationSpecs
{
    [Theory]
    [InlineData("Great Britain won four medals.")]
    [InlineData("A great white shark killed a swimmer.")]
    [InlineData("The disaster killed 20 people.")]
    [InlineData("Five people died in the tragedy.")]
    [InlineData("Women won the right to vote.")]
    [InlineData("The driver turned right into Mill Street.")]
    [InlineData("Mayor Dietz resigned over the sewage scandal.")]
    [InlineData("Best Buy closed 40 shops.")]
    public void a_name_or_a_fixed_sense_judges_nothing(string text) => Assert.Equal(Mode.Assertion, Read.One(text).Mode);

    [Theory]
    [InlineData("The plan was a disaster, the critic said.")]
    [InlineData("Critics called the reform a disaster.")]
    [InlineData("The mayor said the plan is wrong.")]
    [InlineData("The mayor said it was the right decision.")]
    [InlineData("The mayor said he was right.")]
    [InlineData("The plan is a terrible mistake, she said.")]
    [InlineData("“What a disgrace,” she said.")]
    [InlineData("Taxes should be cut, the mayor said.")]
    public void a_predicate_or_a_modifier_judges(string text) => Assert.Equal(Mode.Opinion, Read.One(text).Mode);
}

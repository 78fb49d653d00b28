using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class ApprovalSpecs
{
    private static Log History => Log.Of(Raised(), Mentioned(), Proposed(), Marked("v-1", "d-1 kill 1", "It was killed."), Marked("v-1", "d-1/2", "It was revised."));

    private static async Task<ApproveVerdict> Approve(Log log, long? saw = null, string by = "ben", params long[] knowing) =>
        await Approval.Of(log, "c-1", "v-1", by, "Agreed.", saw, knowing, TestContext.Current.CancellationToken);

    [Fact]
    public async Task an_approval_by_somebody_who_names_no_version_conflicts_with_a_change_of_the_basis()
    {
        var conflict = await Assert.ThrowsAsync<Conflict>(() => Approve(History));
        Assert.Equal((3, 5), (conflict.Expected, conflict.Actual));
        Assert.Contains("What v-1 rests on has changed since it was proposed.", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_saw_a_version_saw_the_changes_up_to_it() => Assert.Equal(["d-1 kill 1"], (await Approve(History, saw: 4)).Seen!);

    [Fact]
    public async Task whoever_names_each_change_saw_them() => Assert.Equal(["d-1 kill 1", "d-1/2"], (await Approve(History, knowing: [4, 5])).Seen!);

    [Fact]
    public async Task a_change_that_is_not_named_conflicts() => Assert.Equal(4, (await Assert.ThrowsAsync<Conflict>(() => Approve(History, knowing: [4]))).Expected);

    [Fact]
    public async Task what_is_no_change_of_the_basis_cannot_be_named() =>
        Assert.Contains("#2 is no change", (await Assert.ThrowsAsync<Refused>(() => Approve(History, knowing: [2, 4, 5]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task a_verdict_whose_basis_stands_is_approved_without_more() => Assert.Empty((await Approve(Log.Of(Raised(), Mentioned(), Proposed()))).Seen!);

    [Fact]
    public async Task who_cannot_approve_it_anyway_is_told_that_by_the_rules() => Assert.Empty((await Approve(History, by: "ana")).Seen!);
}

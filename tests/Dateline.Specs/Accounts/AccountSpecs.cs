using System.Collections.Immutable;
using Dateline.Accounts;

namespace Dateline.Specs;

public class AccountSpecs
{
    private static readonly string ana = Account.IdOf("Ana Ruiz");
    private static readonly ImmutableArray<string> reading = ["read"];

    private static AccountOpened Opened(Role role = Role.Analyst) => new(ana, "Ana Ruiz", role, "Ben");

    private static AccountKeyIssued Issued() => new(ana, "k1", "feeds", reading, null, "Ana Ruiz");

    [Fact]
    public void a_person_is_let_in() => Spec.For<Account>().When(new OpenAccount(" Ana Ruiz ", Role.Analyst, "Ben")).Then(Opened());

    [Fact]
    public void being_let_in_twice_records_nothing() => Spec.For<Account>().Given(Opened()).When(new OpenAccount("Ana Ruiz", Role.Analyst, "Ben")).ThenNothing();

    [Theory]
    [InlineData("ANA RUIZ")]
    [InlineData("Ana Ruiz ")]
    public void two_spellings_of_a_name_are_one_account(string name) => Assert.Equal(ana, Account.IdOf(name));

    [Fact]
    public void an_accent_in_either_encoding_is_one_account() => Assert.Equal(Account.IdOf("Zo\u00EB"), Account.IdOf("Zoe\u0308"));

    [Theory]
    [InlineData("ANA RUIZ", Role.Analyst)]
    [InlineData("Ana Ruiz", Role.Administrator)]
    public void a_second_account_of_a_person_is_refused(string name, Role role) =>
        Spec.For<Account>().Given(Opened()).When(new OpenAccount(name, role, "Ben")).ThenRefused("already");

    [Theory]
    [InlineData("system")]
    [InlineData("bot:desk@1")]
    [InlineData(" ")]
    public void only_people_get_accounts(string name) => Spec.For<Account>().When(new OpenAccount(name, Role.Reader, "Ben")).ThenRefused("");

    [Theory]
    [InlineData("Ana\u202Eziur")]
    [InlineData("Ana\u0000")]
    [InlineData("Ana\u200BRuiz")]
    public void a_name_hides_nothing(string name) => Spec.For<Account>().When(new OpenAccount(name, Role.Reader, "Ben")).ThenRefused("nobody sees");

    [Fact]
    public void a_link_is_noted_and_so_is_who_made_the_one_that_was_followed()
    {
        Spec.For<Account>().Given(Opened()).When(new InviteAccount(ana, "Ben")).Then(new AccountInvited(ana, "Ben"));
        Spec.For<Account>().Given(Opened(), new AccountClosed(ana, "Ben")).When(new InviteAccount(ana, "Ben")).ThenRefused("closed");
        Spec.For<Account>().When(new InviteAccount("p-9", "Ben")).ThenRefused("no account");
        Spec.For<Account>().Given(Opened()).When(new SetCredential(ana, "password", "Ana Ruiz", "Ben")).Then(new AccountCredentialSet(ana, "password", "Ana Ruiz") { Through = "Ben" });
    }

    [Fact]
    public void a_role_is_changed() => Spec.For<Account>().Given(Opened()).When(new ChangeRole(ana, Role.Editor, "Ben", "Promoted."))
        .Then(new AccountRoleChanged(ana, Role.Editor, "Ben"));

    [Fact]
    public void the_same_role_records_nothing() => Spec.For<Account>().Given(Opened()).When(new ChangeRole(ana, Role.Analyst, "Ben", "Again.")).ThenNothing();

    [Fact]
    public void nobody_changes_their_own_role() =>
        Spec.For<Account>().Given(Opened(Role.Administrator)).When(new ChangeRole(ana, Role.Reader, "ana ruiz", "Enough.")).ThenRefused("their own");

    [Fact]
    public void a_change_of_role_says_why() => Spec.For<Account>().Given(Opened()).When(new ChangeRole(ana, Role.Editor, "Ben", " ")).ThenRefused("Say why");

    [Fact]
    public void an_account_is_closed_and_opened_again()
    {
        Spec.For<Account>().Given(Opened()).When(new CloseAccount(ana, "Ben", "Left.")).Then(new AccountClosed(ana, "Ben"));
        Spec.For<Account>().Given(Opened(), new AccountClosed(ana, "Ben")).When(new CloseAccount(ana, "Ben", "Left.")).ThenNothing();
        Spec.For<Account>().Given(Opened(), new AccountClosed(ana, "Ben")).When(new ReopenAccount(ana, "Ben", "Back.")).Then(new AccountReopened(ana, "Ben"));
        Spec.For<Account>().Given(Opened()).When(new ReopenAccount(ana, "Ben", "Back.")).ThenNothing();
    }

    [Fact]
    public void keys_that_ended_with_the_account_stay_ended_when_it_is_opened_again()
    {
        object[] events = [Opened(), new AccountKeyIssued(ana, "k", "desk", ["read"], null, "Ana Ruiz"), new AccountClosed(ana, "Ben"), new AccountReopened(ana, "Ben")];
        var account = events.Aggregate((Account?)null, Account.Evolve)!;
        Assert.True(account is { IsOpen: true } && account.Keys["k"].Revoked);
    }

    [Fact]
    public void nobody_closes_their_own_account() => Spec.For<Account>().Given(Opened()).When(new CloseAccount(ana, "Ana Ruiz", "Bye.")).ThenRefused("their own");

    [Fact]
    public void each_new_secret_is_noted() => Spec.For<Account>().Given(Opened(), new AccountCredentialSet(ana, "password", "Ana Ruiz"))
        .When(new SetCredential(ana, "password", "Ana Ruiz")).Then(new AccountCredentialSet(ana, "password", "Ana Ruiz"));

    [Fact]
    public void a_closed_account_gets_no_secret() =>
        Spec.For<Account>().Given(Opened(), new AccountClosed(ana, "Ben")).When(new SetCredential(ana, "password", "Ana Ruiz")).ThenRefused("closed");

    [Fact]
    public void a_key_is_issued_once_and_revoked_once()
    {
        Spec.For<Account>().Given(Opened()).When(new IssueKey(ana, "k1", "feeds", reading, null, "Ana Ruiz")).Then(Issued());
        Spec.For<Account>().Given(Opened(), Issued()).When(new IssueKey(ana, "k1", "feeds", reading, null, "Ana Ruiz")).ThenNothing();
        Spec.For<Account>().Given(Opened(), Issued()).When(new RevokeKey(ana, "k1", "Ben")).Then(new AccountKeyRevoked(ana, "k1", "Ben"));
        Spec.For<Account>().Given(Opened(), Issued(), new AccountKeyRevoked(ana, "k1", "Ben")).When(new RevokeKey(ana, "k1", "Ben")).ThenNothing();
        Spec.For<Account>().Given(Opened()).When(new RevokeKey(ana, "k9", "Ben")).ThenRefused("no key k9");
    }

    [Fact]
    public void nobody_issues_a_key_in_anothers_name() =>
        Spec.For<Account>().Given(Opened()).When(new IssueKey(ana, "k1", "feeds", reading, null, "Ben")).ThenRefused("only the owner");

    [Fact]
    public void a_key_is_allowed_what_there_is() =>
        Spec.For<Account>().Given(Opened()).When(new IssueKey(ana, "k1", "feeds", ["read", "everything"], null, "Ana Ruiz")).ThenRefused("\"everything\"");

    [Fact]
    public void nothing_happens_on_an_account_that_is_not_there()
    {
        Spec.For<Account>().When(new ChangeRole("p-9", Role.Reader, "Ben", "So.")).ThenRefused("no account p-9");
        Spec.For<Account>().When(new CloseAccount("p-9", "Ben", "So.")).ThenRefused("no account");
        Spec.For<Account>().When(new SetCredential("p-9", "password", "Ben")).ThenRefused("no account");
        Spec.For<Account>().When(new IssueKey("p-9", "k", "l", reading, null, "Ben")).ThenRefused("no account");
    }
}

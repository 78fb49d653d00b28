using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>Which of several voices in one sentence says what, and what nobody says.</summary>
public sealed class VoiceSpecs
{
    private static string Told(string text) => string.Join(" / ", Read.All(text).Select(m =>
        $"{m.Speaker?.Text ?? "-"}{(m.Polarity == Polarity.Negative ? " not" : "")}{(m.Certainty == Certainty.Underspecified ? " open" : "")}: {m.Content.Text}"));

    [Theory]
    [InlineData("Officers arrested four youths on suspicion of planning a raid on a bank.")]
    [InlineData("The police charged the driver with threatening to burn down the depot.")]
    [InlineData("Dutch police detained a student suspected of planning to bomb a station.")]
    [InlineData("The tribunal convicted the colonel of ordering his men to shoot.")]
    [InlineData("Inspectors fined the mill for failing to report the leak.")]
    [InlineData("Two brothers accused of plotting to rob a museum were freed on Friday.")]
    public void what_somebody_is_punished_for_nobody_promises_or_orders(string text) => Assert.Equal($"-: {text.TrimEnd('.')}", Told(text));

    [Theory]
    [InlineData("The court jailed a singer for claiming that the army burned the village.", "a singer: that the army burned the village")]
    [InlineData("A judge fined the magazine for alleging that the mayor took bribes.", "the magazine: that the mayor took bribes")]
    [InlineData("A man suspected of killing his landlord told officers he had been abroad.", "A man suspected of killing his landlord: he had been abroad")]
    public void whoever_is_punished_for_saying_it_said_it(string text, string told) => Assert.StartsWith(told, Told(text));

    [Theory]
    [InlineData("Vogt was accused by auditors of hiding losses.", "auditors: Vogt")]
    [InlineData("The trainer was accused by two riders of cruelty.", "two riders: The trainer")]
    [InlineData("The general was accused by the Ministry of Defence of leaking plans.", "the Ministry of Defence: The general")]
    public void who_accuses_ends_where_the_charge_begins(string text, string told) => Assert.Equal(told, Told(text).Split(" / ")[0]);

    [Theory]
    [InlineData("Oria said its troops had taken the bridge; Tarkia has not confirmed this.", "Oria: its troops had taken the bridge / Tarkia open: its troops had taken the bridge")]
    [InlineData("Oria said it had sunk a frigate, but Tarkia did not immediately comment.", "Oria: it had sunk a frigate")]
    [InlineData("The coastguard confirmed 12 people had drowned; the navy put the number at 15.", "The coastguard: 12 people had drowned / the navy: the number at 15")]
    [InlineData("The ministry says nine miners died but the union puts the toll at more than 30.", "The ministry: nine miners died / the union: the toll at more than 30")]
    [InlineData("The army said 40 rebels were killed; a rebel commander denied this.", "The army: 40 rebels were killed / a rebel commander not: 40 rebels were killed")]
    [InlineData("The firm said sales rose 4% but analysts had expected 6%.", "The firm: sales rose 4% / analysts: 6%")]
    [InlineData("The mayor says the water is clean; residents who left say it is not.", "The mayor: the water is clean / residents who left not: it is not")]
    [InlineData("He said the plan was cheap but slow.", "He: the plan was cheap but slow")]
    [InlineData("The ministry said the dam held but the road was washed away.", "The ministry: the dam held but the road was washed away")]
    public void another_voice_says_its_own_clause(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("The ministry said two pilots had been killed, but did not say where.", "The ministry: two pilots had been killed")]
    [InlineData("The clinic said the patient had died but did not give a cause.", "The clinic: the patient had died")]
    [InlineData("Doctors said she was stable and did not elaborate.", "Doctors: she was stable")]
    public void what_is_withheld_is_no_denial(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("The minister refused to confirm that the convoy had left.", "The minister open: that the convoy had left")]
    [InlineData("The firm declined to say whether the pilots were alive.", "The firm open: whether the pilots were alive")]
    [InlineData("She refused to admit that she had lied.", "She open: that she had lied")]
    public void what_somebody_refuses_to_say_is_left_open(string text, string told) => Assert.Equal(told, Told(text));

    [Fact]
    public void would_not_say_if_asks_no_condition() => Assert.Equal(Mode.Question, Read.One("He would not say if he had been paid.").Mode);

    [Theory]
    [InlineData("The Herald reported that the singer had died, but her agent denied this.", "The Herald: that the singer had died / her agent not: that the singer had died")]
    [InlineData("The Herald reported that the minister had quit, but his office denied the report.", "The Herald: that the minister had quit / his office not: that the minister had quit")]
    [InlineData("Police said he jumped, but his family does not believe that.", "Police: he jumped / his family not: he jumped")]
    [InlineData("Oria accused Tarkia of stealing designs, which Tarkia denied.", "Oria: Tarkia of stealing designs / Tarkia not: Tarkia of stealing designs")]
    [InlineData("The allegations, which Vogt denies, were first reported by the Herald.", "Vogt not: The allegations")]
    [InlineData("Ministers claimed that crime had fallen, which is not true.", "Ministers open: that crime had fallen")]
    [InlineData("He said the ship had sunk, a statement he later retracted.", "He open: the ship had sunk")]
    public void what_is_denied_behind_is_what_was_said_before(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("“It's a lie,” the mayor said.")]
    [InlineData("“That's false,” she said.")]
    [InlineData("“That is a complete fabrication,” he said.")]
    [InlineData("The story is a lie, the mayor said.")]
    [InlineData("His claims were a hoax, the mayor said.")]
    [InlineData("The minister said he doubted the talks would succeed.")]
    public void what_is_called_a_lie_is_denied(string text) => Assert.Equal(Polarity.Negative, Read.One(text).Polarity);

    [Theory]
    [InlineData("The rebels' claim that they had taken the port could not be verified.", "The rebels open: that they had taken the port")]
    [InlineData("Vogt's claim to have met the king was rejected by the palace.", "Vogt: to have met the king / the palace not: to have met the king")]
    public void a_claim_is_its_owners(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("A murder suspect has escaped, police said.")]
    [InlineData("Police said a second suspect had been arrested.")]
    [InlineData("He appeared before magistrates, police said.")]
    [InlineData("“I believed her,” he said.")]
    public void words_that_hedge_elsewhere_hedge_nothing_here(string text) => Assert.Equal(Certainty.Certain, Read.One(text).Certainty);

    [Theory]
    [InlineData("Police warned people not to enter the water.")]
    [InlineData("The officer told him not to go.")]
    public void an_order_asserts_nothing(string text) => Assert.Equal((Mode.Opinion, Certainty.Underspecified), (Read.One(text).Mode, Read.One(text).Certainty));

    [Theory]
    [InlineData("No injuries were reported.", Polarity.Negative)]
    [InlineData("There have been no reports of injuries.", Polarity.Negative)]
    [InlineData("Rovers rejected a bid of 40 million euros for the striker.", Polarity.Positive)]
    public void the_document_says_it_itself(string text, Polarity polarity) => Assert.Equal((null, polarity), (Read.One(text).Speaker, Read.One(text).Polarity));

    [Theory]
    [InlineData("A spokesman insisted the talks had been “useful”, but one diplomat described them as “a waste of time”.", "A spokesman: the talks had been “useful” / one diplomat: them as “a waste of time”")]
    [InlineData("The minister said the plan worked, but others say it failed.", "The minister: the plan worked / others: it failed")]
    [InlineData("Vogt said she “categorically” denied the charge.", "Vogt not: she “categorically” denied the charge")]
    [InlineData("The defendant pleaded not guilty to arson.", "The defendant not: not guilty to arson")]
    [InlineData("The union called off the strike.", "-: The union called off the strike")]
    [InlineData("The president threatened to dissolve parliament if the budget is not passed.", "The president: to dissolve parliament if the budget is not passed")]
    [InlineData("She was found guilty of fraud.", "-: She was found guilty of fraud")]
    [InlineData("The source, because she was not authorised to discuss the case, said the deal was off.", "The source: the deal was off")]
    public void each_is_given_its_own_words(string text, string told) => Assert.Equal(told, Told(text));

    [Fact]
    public void whoever_saw_what_another_source_shows_heard_nothing_of_this_one() =>
        Assert.Empty(Read.One("The mayor denied having met the builder, but emails seen by Reuters show that they had lunch.").Via);

    [Theory]
    [InlineData("The court heard that Lund, 42, had told a friend he would burn the barn.", "The court: that Lund, 42, had told a friend he would burn the barn")]
    [InlineData("The singer is rumoured to be planning a tour.", "- open: The singer is rumoured to be planning a tour")]
    [InlineData("Shares plunged by as much as 23%.", "-: Shares plunged by as much as 23%")]
    public void the_clause_is_read_to_its_verb(string text, string told) => Assert.Equal(told, Told(text));

    [Fact]
    public void whom_a_medium_cites_by_trade_is_the_source()
    {
        var told = Assert.Single(Read.All("Reuters reported that the film had been cancelled, citing the producer."));
        Assert.Equal(("the producer", "Reuters"), (told.Speaker?.Text, Assert.Single(told.Via).Text));
    }

    [Fact]
    public void what_comes_into_force_is_to_come() => Assert.Equal("2027-01-01", Read.One("The law comes into force on January 1.").Dates[0].From);
}

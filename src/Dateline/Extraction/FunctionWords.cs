namespace Dateline.Extraction;

/// <summary>Closed classes of English (Quirk et al. 1985, 2.34 and chapters 4 to 9).</summary>
internal static class FunctionWords
{
    internal static void AddTo(Dictionary<string, Word> forms)
    {
        void Mark(Trait traits, string words) => Lexicon.Mark(forms, traits, words);

        Mark(Trait.Determiner, "the a an this that these those some any no fewer less each every both all many several few most another such either neither much more");
        Mark(Trait.Pronoun, "i you he she it we they who everyone everybody someone somebody nobody anyone one others");
        Mark(Trait.Pronoun, "me him us them himself herself themselves itself whom");
        Mark(Trait.Possessive, "my your his her its our their whose 's");
        Mark(Trait.Preposition, "of in on at by for with from to about against between into through during before after above below under over "
            + "toward towards upon among amid within without across along behind beyond despite except near outside inside since until via as like than per including regarding concerning following");
        Mark(Trait.None, "up between likely unlikely year correction corrected update updated live watch video photos exclusive breaking analysis letter editorial review explainer factbox timeline fact check advisory notice note question answer verify confirm verified confirmed coming due set bound poised about view opinion hundreds seen percent majority half unclear few none nothing got gets getting get who which there be been being having have has had do does did");
        // Forms that rules ask for by name, whatever else they are.
        Mark(Trait.None, "according compared latest people women men forward clear next ago than fewer greater exceeding approximately roughly around almost going citing quoting media longer late early");
        Mark(Trait.None, "false untrue baseless unfounded fabricated hardly scarcely any ever saying telling warn warns court inquiry inquest tribunal jury fallen fall falls plunged slipped shrank slid lowered reduced realize realized understood remembered doubt doubts doubted doubting");
        Mark(Trait.None, Implicatives.Forms + " " + Factuality.Forms + " " + Factuality.FewForms + " " + Wants.Forms + " wonder little out off aside lying lied proved proven turned prove falsely wrongly mistakenly erroneously incorrectly nonsense hoax secret surprise impossible place force effect comes come scheduled slated tipped doomed destined projected course track look looks looked time leaves leave lie lies myth myths falsehood fiction invention story stories completely entirely totally utterly wholly plainly demonstrably patently fabrication fake untrue invented unproven unverified unsubstantiated debunked disproved discredited refuted itself themselves turn");
        Mark(Trait.Be, "be is are was were been being am isn't aren't wasn't weren't 'm 're");
        Mark(Trait.Auxiliary, "be is are was were been being am isn't aren't wasn't weren't 'm 're has have had having hasn't haven't hadn't do does did don't doesn't didn't 've 'd 'll");
        Mark(Trait.Modal, "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't mustn't ought 'll 'd");
        Mark(Trait.Negation, "unlikely not no never neither nor none nobody nothing nowhere without isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't");
        Mark(Trait.Coordinator, "and but or nor yet so");
        Mark(Trait.Subordinator, "that if when while because although though unless whether since until as where whereas after before once");
        Mark(Trait.Wh, "what how why when where who whom which whether if whatever");
        Mark(Trait.Adverb, "also then later now just still again even only already soon often always once too yet repeatedly well very quite rather almost nearly far first last "
            + "instead perhaps maybe meanwhile however therefore thus further moreover ago earlier early late not never ever there here alone together more most less least "
            + "once twice today yesterday tomorrow tonight simply merely long abruptly");
        Mark(Trait.Month, "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec");
        Mark(Trait.Weekday, "monday tuesday wednesday thursday friday saturday sunday");
        Mark(Trait.Day, "today yesterday tomorrow tonight");
        Mark(Trait.Title, "mr mrs ms miss dr prof professor rev hon sen sens senator rep reps representative gov govs governor gen general lt col colonel maj major capt captain sgt "
            + "cmdr adm admiral pres president vice prime minister secretary ambassador attorney judge justice king queen prince princess pope chancellor mayor chief director chairman chairwoman "
            + "spokesman spokeswoman spokesperson congressman congresswoman sir lord lady sheikh ayatollah imam cardinal archbishop bishop foreign defense defence interior deputy acting former commander brigadier");
        Mark(Trait.Abbreviation, "mr mrs ms dr prof rev hon sen sens rep reps gov govs gen lt col maj capt sgt cmdr adm pres atty sec st mt ft jr sr vs etc inc ltd co corp bros no nos vol pp "
            + "dept univ assn ave blvd jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore "
            + "pa tenn tex vt va wash wis wyo approx est");
        Mark(Trait.Adverb, "monday tuesday wednesday thursday friday saturday sunday");
        var numbers = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
        for (var i = 0; i < numbers.Length; i++) Number(numbers[i], i);
        var tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');
        for (var i = 0; i < tens.Length; i++) Number(tens[i], 20 + 10 * i);
        Number("hundred", 100); Number("thousand", 1000); Number("million", 1000000); Number("billion", 1000000000); Number("trillion", 1000000000000);
        Number("dozen", 12);

        void Number(string text, decimal value)
        {
            var word = Lexicon.At(forms, text);
            word.Traits |= Trait.Numeral;
            word.Value = value;
        }
    }
}

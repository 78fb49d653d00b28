namespace Dateline.Extraction;

/// <summary>
/// Words that lower or raise certainty: epistemic modals, adverbs, adjectives and lexical verbs of Hyland (1998), graded as in
/// FactBank (Saurí and Pustejovsky 2009): certain, probable, possible. Hearsay adverbs are Chafe's (1986) evidentials.
/// </summary>
internal static class Hedges
{
    internal static void AddTo(Dictionary<string, Word> forms)
    {
        void Mark(Trait traits, string words) => Lexicon.Mark(forms, traits, words);

        Mark(Trait.Possible, "may might could perhaps maybe possibly possible possibility conceivably potentially unclear uncertain unsure speculation conceivable");
        Mark(Trait.Probable, "likely probably probable presumably apparently seemingly expected appears appear appeared seems seem seemed suggests suggest suggested "
            + "indicates indicate indicated likelihood believed should largely generally roughly tends estimates estimated think thinks believe believes expect expects suspect suspects unlikely assume presume");
        Mark(Trait.Sure, "certainly definitely undoubtedly clearly obviously surely indeed certain proven confirmed undeniable unquestionably conclusively sure");
        Mark(Trait.Hearsay, "reportedly allegedly alleged purportedly supposedly unconfirmed rumored rumoured purported ostensibly rumors rumours rumour rumor unverified unattributed unsourced");
        Mark(Trait.Adverb, "likely perhaps maybe possibly apparently");
        Mark(Trait.Evaluative, "good bad better worse best worst great terrible awful horrible wonderful wrong right disgraceful shameful ridiculous outrageous dangerous reckless absurd "
            + "disaster disastrous unfair unacceptable important beautiful stupid brilliant excellent sad tragic unfortunate crazy fantastic incredible disgusting irresponsible disgrace scandal shame triumph masterpiece farce outrage nonsense nightmare tragedy pathetic appalling shocking splendid magnificent superb dreadful immoral unjust should must ought");
    }
}

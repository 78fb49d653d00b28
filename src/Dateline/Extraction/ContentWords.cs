namespace Dateline.Extraction;

/// <summary>Open-class words that the grammar needs: common finite verbs, nouns of people and of media, words of change and of weight.</summary>
internal static class ContentWords
{
    internal static void AddTo(Dictionary<string, Word> forms)
    {
        void Mark(Trait traits, string words) => Lexicon.Mark(forms, traits, words);

        Mark(Trait.Verb, "sank drowned arose ate bit blew bore bred burst crept dealt dug drank fed flung forgave froze hung hid knelt lent lit overthrew rang shrank slept slid spent spun stole stuck swam swept swung taught tore "
            + "went goes go came comes come got gets made makes took takes gave gives won wins lost loses ran runs held holds kept keeps left leaves led leads met meets put puts "
            + "sent sends spent spends stood stands became becomes began begins broke brought brings built builds bought caught chose cut drew drove fell falls fled flew fought grew grows hit hurt "
            + "paid rose rises sat saw sees sold shot spoke speaks struck threw wore wrote dropped looks looked turned used uses works worked lives lived plays played happened followed includes included "
            + "remains remained continues continued helps helped starts started began ended ends moves moved opens opened closes closed kills killed dies died needs needed has had is was were are");
        Mark(Trait.Person, "official officials spokesman spokeswoman spokesperson spokesmen source sources analyst analysts expert experts witness witnesses resident residents aide aides adviser advisers "
            + "lawyer lawyers prosecutor prosecutors police officer officers diplomat diplomats investigator investigators authorities minister president senator governor critics supporters opponents "
            + "activist activists reporter reporters economist economists scientist scientists researcher researchers voters soldiers army ministry government agency department court leader leaders strategist");
        Mark(Trait.Media, "reuters cnn bbc afp nbc abc cbs msnbc bloomberg axios politico npr guardian xinhua tass interfax newspaper newspapers network broadcaster television tv media newswire "
            + "outlets outlet news daily magazine tabloid radio telegraph times post journal wire gazette herald tribune courier");
        foreach (var noun in "family assembly ally rally reply supply bully monopoly anomaly tally belly butterfly folly lily jelly".Split(' ')) Lexicon.At(forms, noun).Nominal = true;
        Mark(Trait.Change, "rose rise rises risen fell fall falls fallen increased increase increases decreased decrease dropped drop climbed climb jumped jump declined decline grew grow gained soared surged "
            + "plunged slipped shrank slid cut raised reduced lowered");
        Mark(Trait.Weighty, "killed dead died wounded injured hurt drowned attack attacked strike strikes bombed arrested charged convicted sentenced sanctions law bill tax budget deficit unemployment jobs inflation prices "
            + "percent election vote votes poll war troops missile missiles ceasefire nuclear deal agreement treaty court ruled police investigation fraud corruption hospital virus vaccine deaths cases "
            + "earthquake flood fire explosion casualties hostages invaded seized banned signed approved rejected resigned launched destroyed evacuated "
            + "devastated ravaged razed ruined wrecked demolished flattened gutted engulfed toppled torched looted derailed capsized collapsed sank crashed flooded erupted stabbed shot murder murdered kidnapped robbed coup famine outbreak bankruptcy quake hurricane landslide crash");
    }
}

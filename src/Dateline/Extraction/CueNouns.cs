using static Dateline.Extraction.Sense;

namespace Dateline.Extraction;

/// <summary>Adjectives and nouns that attribute: adjectives of attitude that take a clause or a prepositional object (Quirk et al. 1985, 16.68 to 16.83); nominalisations of the cue verbs and nouns of speech and attitude that take a clause (Quirk et al. 1985, 17.26).</summary>
internal static class CueNouns
{
    internal static void AddTo(Dictionary<string, Word> forms)
    {
        void Adjectives(Sense sense, string words)
        {
            foreach (var text in words.Split(' '))
            {
                var word = Lexicon.At(forms, text);
                word.Adjective = true;
                foreach (var particle in "that to of about for with over by in on against toward from whether at how why what if".Split(' '))
                    (word.NounUses ??= []).Add(new Use(particle, Takes.Object, sense));
            }
        }

        void Add(Sense sense, string particles, string nouns) => Inflection.AddNouns(forms, sense, particles, nouns);

        Add(Say, "that", "claim statement assertion argument allegation accusation suggestion announcement declaration comment remark report contention admission acknowledgment message warning confession complaint charge point");
        Add(Say, "that", "rumour rumor");
        Add(Say, "about of on", "remark comment claim message warning complaint statement accusation allegation chant tweet explanation description");
        Add(Believe, "that", "belief view opinion conclusion assumption notion idea feeling sense conviction understanding theory suspicion perception hypothesis");
        Add(Believe, "of on about", "view opinion belief perception position");
        Add(Doubt, "that about of over", "fear concern worry doubt anxiety skepticism scepticism");
        Add(Doubt, "on", "doubt");
        Add(Judge, "on", "scorn water ridicule derision");
        Add(Predict, "that of", "prediction forecast expectation projection");
        Add(Believe, "that of", "estimate");
        Add(Promise, "to that of", "promise pledge vow threat commitment plan intention proposal offer decision");
        Add(Deny, "that of to", "denial refusal rejection");
        Add(Judge, "of for against on", "criticism praise condemnation support endorsement opposition approval disapproval denunciation mockery criticisms rebuke embrace");
        Add(Judge, "for to", "preference support opposition");
        Add(Judge, "on of for to against toward towards", "critique tribute swipe backlash antipathy dislike distaste enthusiasm contempt disdain admiration hostility sympathy");
        Add(Say, "of to on about that", "mention reference talk speech rhetoric portrayal depiction response reaction reply speculation advice assurance stance");
        Add(Urge, "for to that", "call demand request recommendation appeal plea proposal push");
        Add(Desire, "to for that", "desire hope wish eagerness willingness");
        Add(Ask, "about of over whether", "question");
        Add(Ask, "on over about", "debate discussion argument");
        Adjectives(Believe, "confident sure certain convinced aware optimistic pessimistic hopeful mindful satisfied persuaded unaware unsure skeptical sceptical dubious doubtful adamant clear unclear assured ignorant");
        Adjectives(Doubt, "afraid fearful scared worried dismayed startled concerned anxious nervous wary uneasy apprehensive alarmed leery");
        Adjectives(Judge, "happy glad proud pleased angry furious upset disappointed surprised shocked sorry sad grateful thankful critical supportive appreciative dismissive tired sick ashamed jealous fond dissatisfied "
            + "enthusiastic outraged frustrated appalled amazed excited thrilled delighted sympathetic opposed favorable unhappy interested aghast divided split focused");
        Adjectives(Desire, "eager willing reluctant keen unwilling ready desperate determined loath hesitant");
    }
}

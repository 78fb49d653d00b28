using static Dateline.Extraction.Sense;

namespace Dateline.Extraction;

/// <summary>Nouns that attribute: nominalisations of the cue verbs and nouns of speech and attitude that take a clause (Quirk et al. 1985, 17.26).</summary>
internal static class CueNouns
{
    internal static void AddTo(Dictionary<string, Word> forms)
    {
        void Add(Sense sense, string particles, string nouns) => Inflection.AddNouns(forms, sense, particles, nouns);

        Add(Say, "that", "claim statement assertion argument allegation accusation suggestion announcement declaration comment remark report contention admission acknowledgment message warning confession complaint charge point");
        Add(Say, "about of on", "remark comment claim message warning complaint statement accusation allegation chant tweet explanation description");
        Add(Believe, "that", "belief view opinion conclusion assumption notion idea feeling sense conviction understanding theory suspicion perception hypothesis");
        Add(Believe, "of on about", "view opinion belief perception position");
        Add(Doubt, "that about of over", "fear concern worry doubt anxiety skepticism scepticism");
        Add(Predict, "that of", "prediction forecast expectation estimate projection");
        Add(Promise, "to that of", "promise pledge vow threat commitment plan intention proposal offer decision");
        Add(Deny, "that of to", "denial refusal rejection");
        Add(Judge, "of for against on", "criticism praise condemnation support endorsement attack opposition approval disapproval denunciation mockery criticisms rebuke embrace");
        Add(Judge, "for to", "preference support opposition");
        Add(Urge, "for to that", "call demand request recommendation appeal plea proposal push");
        Add(Desire, "to for that", "desire hope wish eagerness willingness");
        Add(Ask, "about of over whether", "question");
    }
}

namespace Dateline.Extraction;

/// <summary>What a verb says of its content; after Quirk et al. 1985, 16.30-33 and Levin 1993, 29-38.</summary>
internal enum CueKind : byte
{
    Say, Tell, Ask, Show, Believe, Deny, Judge, Want, Seem, Name
}

/// <summary>Which complements a cue may take.</summary>
[Flags]
internal enum Frame : byte
{
    None = 0,
    Clause = 1,
    Quote = 2,
    Phrase = 4,
    Infinitive = 8,
    Addressee = 16,
    Bare = 32
}

/// <summary>A cue verb, and the particles that may or must follow it ("call for").</summary>
internal sealed record Verb(string Lemma, CueKind Kind, Frame Frame, string[] Particles, bool NeedsParticle);

/// <summary>A cue noun ("claim that", "call for") and the words that open its content.</summary>
internal sealed record CueNoun(string Lemma, CueKind Kind, string[] Openers);

/// <summary>The verbs and nouns that attribute, by class.</summary>
internal static class CueLexicon
{
    // Each class: kind, frame, lemmas. "call:for,on" takes a particle; "call:for!" is a cue only with it.
    private static readonly (CueKind Kind, Frame Frame, string Lemmas)[] classes =
    [
        // Levin 37.7 say, 37.3 manner of speaking, 37.6 chit-chat and Quirk's "factual" class: a clause or a quote.
        (CueKind.Say, Frame.Clause | Frame.Quote | Frame.Bare, """
            say:of add write note argue continue explain tweet declare announce state conclude insist reply respond suggest claim assert
            acknowledge admit recall remark observe maintain contend allege stress emphasize reiterate repeat warn joke quip muse
            proclaim reveal disclose confirm concede counter retort confess boast brag complain lament caution affirm reaffirm
            profess opine speculate testify agree report predict clarify elaborate echo comment mention assure profess relate
            whisper shout yell scream mutter murmur cry chant exclaim interject chime:in post retweet imply hint declaim
            proffer recount volunteer point:out,to! surmise theorize make:clear! refer:to! posit interrupt blurt riff vent
            """),
        (CueKind.Tell, Frame.Clause | Frame.Quote | Frame.Addressee | Frame.Bare, "tell remind inform notify advise assure reassure convince persuade alert brief"),
        (CueKind.Ask, Frame.Clause | Frame.Quote | Frame.Addressee | Frame.Bare | Frame.Infinitive, "ask:for,about question wonder inquire"),
        // FactBank's reporting and inference predicates with documents as subject.
        (CueKind.Show, Frame.Clause | Frame.Phrase | Frame.Bare, "show find indicate demonstrate estimate prove cite list detail document calculate project quote determine"),
        // Levin 29.4-29.5, 30: belief, knowledge, perception.
        (CueKind.Believe, Frame.Clause | Frame.Bare, """
            believe think know hope fear doubt expect assume suspect suppose anticipate realize worry feel guess presume imagine
            foresee understand conclude forecast recognize
            """),
        (CueKind.Deny, Frame.Clause | Frame.Phrase, "deny refute rebut disavow repudiate dispute dismiss reject"),
        // Levin 33 judgment, 31.2 admire: a phrase that is judged.
        (CueKind.Judge, Frame.Phrase, """
            criticize criticise praise support endorse oppose condemn denounce blast slam attack mock ridicule decry accuse blame defend
            applaud back favor favour tout hail welcome describe:as portray:as characterize:as criticize congratulate thank
            commend extol laud celebrate chide scold rebuke berate castigate bash rip lambaste deride disparage apologize:for scoff:at
            object:to! rail:against allude:to! express voice complain:about speak:of,about! talk:about! lash:out! weigh:in! vouch:for!
            discuss address resent regret challenge consider deem prefer bemoan insult assail
            """),
        // Levin 32 desire, 37.13 promise, 37.9 advise, and Quirk's "suasive" class: an infinitive or a that-clause.
        (CueKind.Want, Frame.Infinitive | Frame.Clause | Frame.Phrase, """
            vow pledge promise threaten swear want demand urge propose recommend plan intend offer refuse decline order request
            seek advocate aim encourage vow agree press:for! push:for! opt:for! lobby:for! campaign:on! long:for! aspire
            """),
        (CueKind.Seem, Frame.Infinitive | Frame.Clause, "seem appear"),
        (CueKind.Name, Frame.Phrase, "call:for,on,out label dub brand nickname")
    ];

    private static readonly (CueKind Kind, string Openers, string Lemmas)[] nouns =
    [
        (CueKind.Say, "that", "statement claim report argument assertion allegation announcement suggestion acknowledgment admission accusation contention insistence remark comment news warning conclusion rumor declaration prediction"),
        (CueKind.Believe, "that", "belief fear hope concern notion expectation view opinion suspicion assumption doubt feeling conviction"),
        (CueKind.Deny, "that,of", "denial rejection"),
        (CueKind.Judge, "of,against,on", "criticism condemnation endorsement praise denunciation"),
        (CueKind.Judge, "for", "support"),
        (CueKind.Judge, "on", "attack"),
        (CueKind.Ask, "about,over", "question"),
        (CueKind.Judge, "to", "opposition objection"),
        (CueKind.Want, "for", "call demand plea"),
        (CueKind.Want, "to", "vow pledge promise threat proposal plan offer refusal desire")
    ];

    public static IEnumerable<Verb> Verbs()
    {
        foreach (var (kind, frame, lemmas) in classes)
            foreach (var item in lemmas.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = item.TrimEnd('!').Split(':');
                yield return new(parts[0], kind, frame, parts.Length > 1 ? parts[1].Split(',') : [], item.EndsWith('!'));
            }
    }

    public static IEnumerable<CueNoun> Nouns() => nouns.SelectMany(n => n.Lemmas.Split(' ').Select(lemma => new CueNoun(lemma, n.Kind, n.Openers.Split(','))));
}

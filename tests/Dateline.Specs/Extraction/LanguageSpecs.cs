using Dateline.Extraction;

namespace Dateline.Specs.Extraction;

/// <summary>Which language a text is in, told from one, two and twenty sentences; they stand in Sentences/languages.txt.</summary>
public sealed class LanguageSpecs
{
    private static readonly Dictionary<string, string[]> sentences = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Extraction", "Sentences", "languages.txt")).Split("# ", StringSplitOptions.RemoveEmptyEntries)
        .Select(static part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToDictionary(static lines => lines[0], static lines => lines[1..]);

    public static TheoryData<string> Languages => [.. sentences.Keys];

    private static string? Refused(string text, string? language = null)
    {
        var found = Extractor.Extract(new ExtractionInput("d", 1, null, text, language, Read.Published, null));
        Assert.True(found.NotSupported is null || found.Mentions.Count == 0);
        return found.NotSupported;
    }

    [Fact]
    public void there_are_sentences_of_many_languages() => Assert.True(sentences.Count >= 45 && sentences.Values.All(static s => s.Length == 4));

    [Theory]
    [MemberData(nameof(Languages))]
    public void one_sentence_is_enough(string language) => Assert.All(sentences[language], static s => Assert.NotNull(Refused(s)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void two_sentences_are_enough_though_the_text_is_marked_as_english(string language)
    {
        var of = sentences[language];
        Assert.All(of.Zip([.. of[1..], of[0]], static (a, b) => $"{a} {b}"), static s => Assert.NotNull(Refused(s, "en")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void twenty_sentences_are_enough_though_the_text_is_marked_as_english(string language)
    {
        var text = string.Join('\n', Enumerable.Repeat(sentences[language], 5).SelectMany(static s => s));
        Assert.NotNull(Refused(text));
        Assert.NotNull(Refused(text, "en-GB"));
        Assert.NotNull(Refused(text.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("German", "German")]
    [InlineData("Dutch", "Dutch")]
    [InlineData("French", "French")]
    [InlineData("Norwegian", "Danish or Norwegian")]
    [InlineData("Lithuanian", "Lithuanian")]
    [InlineData("Vietnamese", "Vietnamese")]
    [InlineData("Swahili", "Swahili")]
    [InlineData("Hungarian", "Hungarian")]
    [InlineData("Russian", "Cyrillic letters")]
    [InlineData("Thai", "Thai letters")]
    [InlineData("Japanese", "Japanese syllables")]
    public void the_reason_names_the_language_or_its_letters(string language, string name) =>
        Assert.Contains(name, Refused(string.Join(' ', sentences[language])), StringComparison.Ordinal);

    [Theory]
    [InlineData("Bundeskanzlerin Anna Berg sagte am Montag: \"We will not give up.\" Die Opposition wirft ihr Wortbruch vor. \"The talks are over and the war is lost,\" teilte das Ministerium mit. Der Minister sprach von einem Fehler.")]
    [InlineData("Le ministre a déclaré : « We will not give up. » Les syndicats ont annoncé une grève. « It is the end of the road for us and for the town », a dit le maire.")]
    [InlineData("El ministro dijo el lunes: \"We will not give up and we will win.\" Los sindicatos no lo creen, porque las cuentas del banco son falsas.")]
    public void english_quotations_do_not_make_an_article_english(string text)
    {
        Assert.NotNull(Refused(text));
        Assert.NotNull(Refused(text, "en"));
    }

    [Theory]
    [InlineData("Police: Mann tot.")]
    [InlineData("Minister: Krieg vorbei")]
    [InlineData("Trump: Krieg gegen Iran beendet")]
    [InlineData("Report: Samsung bringt neues Handy auf den Markt")]
    [InlineData("Police: homme mort")]
    [InlineData("Police: dos muertos")]
    public void an_english_label_before_a_headline_does_not_make_it_english(string text) => Assert.NotNull(Refused(text));

    [Theory]
    [InlineData("Police: Man dead")]
    [InlineData("Police: toddler missing")]
    [InlineData("Police: 3 die")]
    [InlineData("Minister: war is over")]
    [InlineData("Reuters: Zelensky, Trump meet")]
    [InlineData("CNN: Senate passes bill")]
    [InlineData("Macron meets Scholz")]
    [InlineData("Israel strikes Iran oil depots, killing dozens")]
    [InlineData("Ursula von der Leyen visits Kyiv")]
    [InlineData("Luiz Inácio Lula da Silva meets Javier Milei in Buenos Aires")]
    [InlineData("Le Pen, Éric Zemmour clash in Hénin-Beaumont")]
    [InlineData("Los Angeles police arrest El Salvador gang chief")]
    [InlineData("Alternative für Deutschland wins Thüringen vote")]
    [InlineData("\"Wir schaffen das\": Merkel ten years on")]
    [InlineData("‘Nous ne sommes pas fatigués,’ says Macron")]
    [InlineData("“La lutte continue, et nous ne sommes pas fatigués,” the union leader told a crowd in Lyon.")]
    [InlineData("Erdoğan ally Şahin quits as İzmir mayor")]
    [InlineData("Xi tells crowd “加油中国” at Shenzhen rally")]
    [InlineData("Putin says «Нет» to truce")]
    [InlineData("Ten men die in bus crash near São Paulo")]
    [InlineData("Coup de grâce: rebels storm palace")]
    [InlineData("Café owners say jalapeño prices hurt, naïve or not")]
    [InlineData("PSG 3-1 Bayern München: Mbappé hat-trick sinks hosts")]
    [InlineData("DE LA CRUZ WINS LAS VEGAS MAYORAL RACE")]
    [InlineData("Médecins Sans Frontières halts Khartoum work")]
    [InlineData("Plat du jour: Paris bistros face tax")]
    [InlineData("El Niño brings drought, la niña floods")]
    [InlineData("Rio de Janeiro police kill gang boss")]
    [InlineData("Corriere della Sera: Meloni weighs early vote")]
    [InlineData("A.P. Moller-Maersk to cut 3,500 jobs, Jyllands-Posten reports")]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("Pizza, pasta, gelato and espresso: what Romans eat")]
    public void english_as_short_as_a_headline_stays_english(string text)
    {
        Assert.Null(Refused(text));
        Assert.Null(Refused(text, "en"));
    }
}

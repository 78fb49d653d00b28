using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Whether a man or a woman is spoken of, as far as words show.</summary>
internal enum Gender { Unknown, Man, Woman }

/// <summary>
/// Gender by titles and words of kin before a name, and by common given names of English and of other languages in Latin letters, written by hand; of names that both genders have in
/// some country (Andrea, Jean, Nikita, Kim), none.
/// </summary>
internal static class Genders
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> men = WordSet.Of("John James Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Stephen Paul Andrew Kenneth George Joshua Kevin Brian Edward Ronald "
        + "Timothy Jason Jeffrey Jacob Gary Nicholas Eric Jonathan Larry Justin Scott Benjamin Samuel Gregory Frank Alexander Patrick Raymond Jack Dennis Peter Henry Arthur Albert Harold Philip Simon Adam Luke Bill Jim Joe Tom Bob Mike Dave Steve Dan Ben Ted Jeff Tim Greg Matt Nick Rob Ron Jerry Doug Phil "
        + "Neil Ian Alan Allan Colin Graham Keith Nigel Stuart Malcolm Gordon Derek Trevor Barry Roger Geoffrey Douglas Duncan Ewan Hamish Callum Angus Liam Sean Seán Declan Brendan Conor Kieran Oliver Harry Leo Noah Isaac Nathan Aaron Ethan Dylan Owen Gareth Rhys Hugh Oscar Felix Max Theo Sebastian Tobias "
        + "Karl Carl Hans Heinz Jürgen Jurgen Klaus Wolfgang Dieter Helmut Manfred Uwe Stefan Markus Matthias Lukas Jonas Jan Jens Lars Sven Nils Niels Olaf Ole Erik Anders Henrik Fredrik Magnus Gustav Björn Bjorn Johan Knut Harald Mikkel Kasper Rasmus Søren Soren Mats Kjell Tor Otto Ernst Fritz Franz Josef Georg Friedrich Heinrich Ludwig Günter Gunter Kai Florian Jörg Jorg Rainer "
        + "Pierre Jacques François Francois Michel Philippe Alain Olivier Nicolas Laurent Guillaume Emmanuel Didier Éric Bernard Christophe Frédéric Frederic Antoine Thierry Yves Gérard Gerard Marcel Henri Xavier Bruno Hugo Luc Mathieu Etienne Étienne Giovanni Giuseppe Marco Matteo Luca Lorenzo Paolo Mario Antonio Francesco Alessandro Stefano Roberto Silvio Sergio Giorgio Vincenzo Carlo "
        + "José Jose Juan Carlos Luis Miguel Javier Fernando Jorge Pedro Pablo Diego Alejandro Manuel Rafael Ricardo Eduardo Alberto Alfonso Enrique Felipe Ignacio Gustavo Hernán Nicolás Andrés Andres Jesús Joaquín Raúl Raul Óscar Ramón Ramon Salvador Tomás João Joao Paulo Rui Nuno Gonçalo Thiago Jair Luiz Vicente Evo Hector Héctor Emilio "
        + "Ivan Vladimir Sergei Sergey Serhiy Dmitry Dmitri Dmytro Mikhail Mykhailo Nikolai Mykola Alexei Aleksei Oleksandr Aleksandr Aleksandar Andrei Andriy Andrej Yuri Yuriy Igor Ihor Oleg Oleh Boris Viktor Victor Konstantin Pavel Pavlo Petro Maxim Maksym Roman Ruslan Taras Volodymyr Vitaly Vitali Yevgeny Anatoly Gennady Vasily Vyacheslav Stanislav Bohdan Denys Artem "
        + "Vasko Milan Zoran Goran Dragan Slobodan Milos Miloš Petr Jiří Jiri Tomáš Tomas Václav Vaclav Zdeněk Miroslav Jaroslav Janusz Andrzej Piotr Paweł Pawel Krzysztof Tomasz Marek Jarosław Lech Donald Radosław Wojciech Zbigniew Gábor Gabor István Istvan László Laszlo Péter Zoltán Zoltan Ferenc Attila Mihai Gheorghe Nicolae Traian Florin Bogdan Dimitrios Yannis Giannis Kostas Georgios Nikos Kyriakos "
        + "Mohammed Muhammad Mohamed Mohammad Mahmoud Ahmed Ahmad Mustafa Omar Hassan Hussein Hussain Ibrahim Khalid Khaled Yusuf Yousef Youssef Abdullah Abdul Abdel Salman Faisal Tariq Tarek Karim Hamid Hamza Bashar Saddam Ismail Ismael Saeed Walid Waleed Samir Nasser Jamal Bilal Rashid Osama Imran Nawaz Shehbaz Asif Bilawal Recep Tayyip Mehmet Murat Kemal Ali Emre Serkan Binyamin Benjamin Avi Moshe Yitzhak Shimon Ehud Yair Yoav Naftali Itamar "
        + "Narendra Rahul Amit Rajiv Sanjay Vijay Anil Sunil Ravi Arun Ashok Manoj Suresh Rajesh Hiroshi Shinzo Taro Fumio Yoshihide Kenji Takashi Akira Kwame Kofi Emeka Chidi Olusegun Goodluck Jomo Uhuru Cyril Jacob Thabo Nelson Julius Yoweri Joko Prabowo Ferdinand Rodrigo Benigno", ' ', StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> women = WordSet.Of("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura "
        + "Helen Sharon Cynthia Kathleen Amy Anna Ann Anne Angela Ruth Brenda Pamela Nicole Katherine Catherine Christine Samantha Emma Rachel Olivia Hillary Victoria Julia Alice Jane Kate Judith Martha Diana Charlotte Sophie Lucy Hannah "
        + "Ada Fiona Heather Gillian Hazel Isla Eilidh Siobhan Siobhán Aoife Niamh Bridget Brigid Moira Maureen Eileen Sheila Deirdre Grace Ella Chloe Amelia Isabella Mia Ava Abigail Zoe Zoë Rosie Daisy Poppy Phoebe Harriet Molly Lily Ruby Eleanor Ellen Edith Agnes Beatrice Penelope Philippa Theresa Teresa Joanna Joanne Louise Claire Clare Diane Dianne Jill Janet Wendy Tracy Tracey Julie Denise Yvonne Yvette Sally Susanna Suzanne Tessa Vanessa Veronica Melanie Naomi Nina Natalie Natasha Tamara Tanya "
        + "Eva Maria María Marie Marta Ines Inês Ana Anita Carmen Carla Cristina Claudia Daniela Elena Gabriela Isabel Juana Lucia Lucía Luisa Mercedes Mónica Monica Paula Pilar Rosa Rosario Silvia Sofia Sofía Susana Valentina Verónica Beatriz Dilma Michelle Francesca Giulia Giorgia Chiara Elisa Federica Paola Alessandra Antonella Roberta Serena Ursula Angela Annalena Annegret Sabine Petra Monika Heike Birgit Ute Gisela Renate Ingrid Inga Inge Katrin Kathrin Karin Kirsten Kristina Kristin Astrid Sigrid Solveig Birgitta Brigitte Britta Anneli Annika Linnea Maja Freja Mette Helle Pia Sanna Magdalena Johanna Hanna Lena Lina Liv Ida Elsa Greta Frida Hedda "
        + "Chantal Sylvie Nathalie Valérie Valerie Isabelle Martine Catherine Françoise Monique Brigitte Ségolène Segolene Marine Anne-Marie Élisabeth Elisabeth Hélène Helene Camille Manon Léa Juliette Aurélie Céline Celine Amélie Amelie Christiane "
        + "Olena Olga Olha Oksana Yulia Yuliya Iryna Irina Natalia Nataliya Natalya Tatiana Tatyana Tetiana Svetlana Svitlana Ludmila Lyudmila Larisa Galina Halyna Ekaterina Kateryna Katarina Katerina Anastasia Anastasiya Maryna Marina Valentyna Vera Nadia Nadiya Daria Darya Ksenia Yelena Zoya Raisa Viktoria Viktoriia Ruzica Ružica Jelena Milica Ivana Snežana Dragana Jadranka Kolinda Zuzana Jana Hana Lenka Alena Ewa Agnieszka Małgorzata Malgorzata Katarzyna Joanna Barbara Beata Krystyna Jadwiga Ildikó Katalin Erzsébet Zsuzsa Ilona Mirela Ioana Raluca Viorica Maia Eleni Sophia Dora Ioanna "
        + "Fatima Fatma Aisha Ayesha Amina Khadija Zainab Zeynep Leila Layla Laila Yasmin Yasmine Maryam Mariam Nadia Noura Rania Salma Samira Huda Hanan Asma Emine Elif Ayşe Ayse Tansu Meral Golda Tzipi Ayelet Shira Miri Noa Benazir Malala Indira Sonia Priyanka Sushma Nirmala Mamata Khaleda Aung Megawati Corazon Yuriko Sanae Akiko Yoko Michiko Ngozi Amara Chioma Ngoc Thandiwe Winnie Graça Wangari Ellen Joyce", ' ', StringComparer.Ordinal);

    /// <summary>What the word right before a name tells.</summary>
    internal static Gender Of(ReadOnlySpan<char> before) =>
        before.StartsWith("Mrs") || before.StartsWith("Ms") || before is "Miss" or "Lady" or "Queen" or "Princess" or "Dame" or "wife" or "widow" or "mother" or "daughter" or "sister" or "actress" || before.EndsWith("woman") ? Gender.Woman
        : before.StartsWith("Mr") || before is "Sir" or "Lord" or "King" or "Prince" or "husband" or "widower" or "father" or "son" or "brother" || before.EndsWith("man") ? Gender.Man : Gender.Unknown;

    /// <summary>What the first word of a full name tells that is a common given name.</summary>
    internal static Gender Given(ReadOnlySpan<char> name)
    {
        foreach (var range in name.Split(' '))
            if (men.Contains(name[range])) return Gender.Man;
            else if (women.Contains(name[range])) return Gender.Woman;
        return Gender.Unknown;
    }
}

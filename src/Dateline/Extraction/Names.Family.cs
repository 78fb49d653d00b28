namespace Dateline.Extraction;

internal sealed partial class Names
{
    /// <summary>The people of one surname, and where each is named in full.</summary>
    private sealed class Family
    {
        private const int MostPeople = 8;

        // How many uses are looked back over.
        private const int Reach = 64;

        private readonly List<Named> _people = [];
        private readonly List<(int Start, int End, int Paragraph, Named Whose)> _uses = [];

        private sealed class Named(string name, Gender gender)
        {
            public string Name { get; } = name;
            public Gender Gender { get; set; } = gender;
        }

        internal void Add(ReadOnlySpan<char> name, Gender gender, int start, int end, int paragraph)
        {
            var person = Known(name);
            if (person is null)
            {
                if (_people.Count == MostPeople) return;
                _people.Add(person = new(name.ToString(), Genders.Given(name)));
            }
            if (gender is not Gender.Unknown) person.Gender = gender;
            _uses.Add((start, end, paragraph, person));
        }

        private Named? Known(ReadOnlySpan<char> name)
        {
            foreach (var person in _people)
                if (name.SequenceEqual(person.Name) || Within(name, person.Name) || Within(person.Name, name)) return person;
            return null;
        }

        // "Donald Trump" in "Donald J. Trump": one person, called by more or fewer names.
        private static bool Within(ReadOnlySpan<char> few, ReadOnlySpan<char> many)
        {
            foreach (var range in few.Split(' '))
            {
                var found = few[range].TrimEnd('.').Length == 1;
                foreach (var other in many.Split(' ')) found |= few[range].SequenceEqual(many[other]);
                if (!found) return false;
            }
            return true;
        }

        /// <summary>The name in full of which a surname is a part there; null elsewhere.</summary>
        internal string? At(Range16 surname) => Person(surname)?.Name;

        private Named? Person(Range16 surname)
        {
            var use = Before(surname.End) - 1;
            return use >= 0 && _uses[use].Start <= surname.Start && surname.End <= _uses[use].End ? _uses[use].Whose : null;
        }

        private static bool Fits(Named person, Gender gender) => gender is Gender.Unknown || person.Gender is Gender.Unknown || person.Gender == gender;

        /// <summary>Whose a surname is: of one person, of the only one of the gender, or of the only one whom the last paragraph before it names in full that names any; null where that leaves it open.</summary>
        internal string? Whose(Range16 surname, Gender gender)
        {
            if (_people.Count == 1) return _people[0].Name;
            if (Person(surname) is { } here && Fits(here, gender)) return here.Name;
            if (gender is not Gender.Unknown && Only(gender) is { } only) return only;
            Named? found = null;
            var last = Before(surname.Start) - 1;
            var paragraph = last < 0 ? 0 : _uses[last].Paragraph;
            for (var i = last; i >= 0; i--)
            {
                var use = _uses[i];
                if (use.Paragraph != paragraph) break;
                if (!Fits(use.Whose, gender))
                {
                    if (found is null && i > 0) paragraph = _uses[i - 1].Paragraph;
                    continue;
                }
                if (found is not null && found != use.Whose || last - i > Reach) return null;
                found = use.Whose;
            }
            return found?.Name;
        }

        // The only one of the gender, where of all others it is known that they are not.
        private string? Only(Gender gender)
        {
            Named? only = null;
            foreach (var person in _people)
            {
                if (!Fits(person, gender)) continue;
                if (only is not null) return null;
                only = person;
            }
            return only?.Name;
        }

        // How many uses begin before a place.
        private int Before(int at)
        {
            var (low, high) = (0, _uses.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_uses[middle].Start < at) low = middle + 1;
                else high = middle;
            }
            return low;
        }
    }
}

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

        // Whose the surname was while nobody else had it: it goes on to stand for that person.
        private Named? _owner;

        private sealed class Named(string name)
        {
            public string Name { get; } = name;
            public Gender Gender { get; set; } = Genders.Given(name);

            /// <summary>Whether it is a name for certain, and no word that begins a sentence before one ("Besides Clinton").</summary>
            public bool IsSure { get; set; }
        }

        /// <summary>Somebody is named in full; <paramref name="opens"/> where a sentence begins with it and no verb follows.</summary>
        internal void Add(ReadOnlySpan<char> name, Gender gender, Range16 at, int paragraph, bool opens)
        {
            var person = Known(name);
            if (person is null)
            {
                if (_people.Count == MostPeople) return;
                _people.Add(person = new(name.ToString()) { IsSure = !opens });
            }
            else person.IsSure = true;
            if (gender is not Gender.Unknown) person.Gender = gender;
            person.IsSure |= person.Gender is not Gender.Unknown;
            _uses.Add((at.Start, at.End, paragraph, person));
        }

        /// <summary>The surname stands alone.</summary>
        internal void Meet() => _owner ??= _people.Count == 1 ? _people[0] : null;

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

        /// <summary>Who is meant at a place: who is named in full there, else for whom the surname stands; null where that is open.</summary>
        internal (string Name, Gender Gender)? Of(Range16 surname) => (Person(surname) ?? _owner ?? (_people.Count == 1 ? _people[0] : null)) is { } person ? (person.Name, person.Gender) : null;

        /// <summary>The gender of who is meant at a place, where nothing showed it before.</summary>
        internal void Show(Range16 surname, Gender gender)
        {
            if ((Person(surname) ?? _owner ?? (_people.Count == 1 ? _people[0] : null)) is { Gender: Gender.Unknown } person) person.Gender = gender;
        }

        private Named? Person(Range16 surname)
        {
            var use = Before(surname.End) - 1;
            return use >= 0 && _uses[use].Start <= surname.Start && surname.End <= _uses[use].End ? _uses[use].Whose : null;
        }

        private static bool Fits(Named person, Gender gender) => gender is Gender.Unknown || person.Gender is Gender.Unknown || person.Gender == gender;

        /// <summary>
        /// Whose a surname is: of one person, of the only one of the gender, of the only one whom the last paragraph names in full that names any, or of whom it came to stand for; null where that leaves it open.
        /// </summary>
        internal string? Whose(Range16 surname, Gender gender, int paragraph)
        {
            if (_people.Count == 1) return _people[0].Name;
            if (Person(surname) is { } here && Fits(here, gender)) return here.Name;
            if (gender is not Gender.Unknown && Only(gender) is { } only) return only.Name;
            var (near, where, several) = Nearest(surname.Start, gender);
            if (_owner is not { } owner || !Fits(owner, gender)) return several ? null : near?.Name;
            // Where another was named just before it, it may be either's.
            return near is null || near == owner && !several || where < paragraph ? owner.Name : null;
        }

        private Named? Only(Gender gender)
        {
            Named? only = null;
            foreach (var person in _people)
            {
                if (!Fits(person, gender)) continue;
                if (only is not null) return null;
                only = person;
            }
            return only;
        }

        // Who was named in full last, in which paragraph, and whether another was named there as well.
        private (Named? Last, int Paragraph, bool Several) Nearest(int at, Gender gender)
        {
            Named? found = null;
            var paragraph = 0;
            var end = Before(at);
            for (var i = end - 1; i >= 0 && i > end - Reach; i--)
            {
                var use = _uses[i];
                if (found is not null && use.Paragraph != paragraph) break;
                if (!use.Whose.IsSure && use.Whose != _owner || !Fits(use.Whose, gender)) continue;
                if (found is not null && found != use.Whose) return (found, paragraph, true);
                (found, paragraph) = (use.Whose, use.Paragraph);
            }
            return (found, paragraph, false);
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

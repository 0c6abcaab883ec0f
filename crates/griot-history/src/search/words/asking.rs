//! Words that ask, that tell which kind of answer is wanted, and that order by time.

/// The kind of answer that a question wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Somebody.
    Who,
    /// A date.
    When,
    /// A place.
    Where,
    /// A figure.
    HowMany,
    /// An event: what happened.
    Event,
    /// Anything: what, how, why.
    What,
}

/// Which of several, in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The first, second, third …, from 1.
    Nth(u8),
    /// The last.
    Last,
}

/// Words that ask.
pub(in crate::search) const ASKING: &[(Asked, &[&str])] = &[
    (Asked::Who, &["who", "whom", "whose", "qui"]),
    (Asked::When, &["when", "quand"]),
    (Asked::Where, &["where", "location of", "whereabouts of", "lieu de"]),
    (
        Asked::HowMany,
        &[
            "how many people",
            "combien de personnes",
            "combien de temps",
            "how many",
            "how much",
            "how long",
            "how old",
            "how tall",
            "how high",
            "how far",
            "how wide",
            "combien",
            "number of",
            "what percent of",
            "what percentage of",
            "percentage of",
            "quel pourcentage de",
            "pourcentage de",
            "nombre",
            "population",
        ],
    ),
    (
        Asked::Event,
        &["what happened", "what happens", "what was happening", "que sest il passe", "quest ce qui sest passe"],
    ),
    (
        Asked::What,
        &["what", "which", "how", "why", "que", "quoi", "quel", "quelle", "quels", "quelles", "comment", "pourquoi"],
    ),
];

/// Words that are looked for, and tell as well which kind of answer is wanted.
pub(in crate::search) const TELLING: &[(Asked, &[&str])] = &[
    (
        Asked::Who,
        &[
            "leader",
            "leaders",
            "chief",
            "chiefs",
            "officer",
            "officers",
            "officier",
            "husband",
            "nephew",
            "neveu",
            "uncle",
            "oncle",
            "explorer",
            "explorers",
            "explorateur",
            "explorateurs",
            "traveller",
            "travellers",
            "traveler",
            "travelers",
            "voyageur",
            "voyageurs",
            "founder",
            "founders",
            "fondateur",
            "fondateurs",
            "conqueror",
            "conquerors",
            "conquerant",
            "conquerants",
            "builder",
            "builders",
            "wife",
            "wives",
            "epouse",
            "brother",
            "frere",
            "sister",
            "soeur",
            "son",
            "sons",
            "daughter",
            "fille",
            "father",
            "pere",
            "mother",
            "mere",
        ],
    ),
    (Asked::Where, &["capital", "capitals", "capitale", "capitales"]),
    (Asked::HowMany, &["population"]),
];

/// Words that order by time.
pub(in crate::search) const ORDERING: &[(Order, &[&str])] = &[
    (
        Order::Nth(1),
        &[
            "first",
            "earliest",
            "oldest",
            "premier",
            "premiere",
            "premiers",
            "premieres",
            "plus ancien",
            "plus ancienne",
        ],
    ),
    (Order::Nth(2), &["second", "deuxieme", "seconde"]),
    (Order::Nth(3), &["third", "troisieme"]),
    (Order::Nth(4), &["fourth", "quatrieme"]),
    (Order::Last, &["last", "latest", "newest", "most recent", "dernier", "derniere", "derniers", "dernieres"]),
];

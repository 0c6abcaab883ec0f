//! Words that are told from another side, forms that no rule makes, and spellings of names.

/// Words, each with others that tell the same from the other side, parted as the rows are: of whoever has a father it is told
/// whose son they are. They are followed from the first to the others alone.
pub(crate) const TOLD_OF_OTHERS: &[(&str, &str)] = &[
    ("father, père", "son, daughter, fils, fille"),
    ("mother, mère", "son, daughter, fils, fille"),
    ("uncle, oncle", "nephew, niece, neveu, nièce"),
];

/// Forms of English verbs that no rule makes, a row on each line.
pub(super) const FORMS: &str = "\
bear, bore, borne
become, became
begin, began, begun
break, broke, broken
bring, brought
burn, burnt
buy, bought
catch, caught
choose, chose, chosen
draw, drew, drawn
drive, drove, driven
eat, ate, eaten
fall, fell, fallen
feed, fed
fight, fought
flee, fled
forbid, forbade, forbidden
give, gave, given
grow, grew, grown
hide, hid, hidden
hold, held
keep, kept
lead, led
leave, left
meet, met
pay, paid
ride, rode, ridden
rise, rose, risen
see, saw, seen
sell, sold
send, sent
shoot, shot
sing, sang, sung
sleep, slept
speak, spoke, spoken
spend, spent
strike, struck
swim, swam
take, took, taken
teach, taught
throw, threw, thrown
wear, wore, worn
withdraw, withdrew, withdrawn
write, wrote, written
";

/// Names that are written as each language hears them, a row on each line.
pub(super) const SPELLINGS: &str = "\
ahmad, ahmed, ahmadou, amadou, amadu
ali, aliou
dawud, daoud, david
ibrahim, ibrahima, brahima
ishaq, ishak
muhammad, mohamed, mohammed, mahomet, mamadou, mahamadou
musa, moussa, mousa
samori, samory
seku, sekou, cheikou
sulayman, suleiman, souleymane, soliman
umar, omar, oumar
uthman, ousmane, osman
yusuf, youssouf, yousouf
";

//! The one table of everyday words, in English and French: what is listed, searched and completed by them.
//!
//! A row holds words that mean the same, in the singular and parted by commas, then words that are near them, by which
//! search finds them as well. What a row names, it names by the first alone. A word may be near many rows, and
//! search never follows one row into another.

use griot_pack::pack::Kind;

/// What the words of a row name in a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// Entities of a kind.
    Kind(Kind),
    /// Those who rule, whatever their title.
    Rulers,
    /// Polities that bear the word in their names.
    Polities,
    /// Titles of offices.
    Titles,
    /// Titles of offices, and the rulers of polities that bear one of these words.
    Over(&'static str),
    /// Types of entity.
    Types,
    /// Nothing that could be listed: the words are only alike.
    Nothing,
}

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) names: Names,
    words: &'static str,
    near: &'static str,
}

impl Row {
    /// The words that mean the same.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        parted(self.words)
    }

    /// They, and the words near them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'static str> {
        parted(self.words).chain(parted(self.near))
    }
}

/// The words of a list.
pub(crate) fn parted(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(", ").filter(|word| !word.is_empty())
}

const fn row(names: Names, words: &'static str, near: &'static str) -> Row {
    Row { names, words, near }
}

const fn kind(kind: Kind, words: &'static str, near: &'static str) -> Row {
    row(Names::Kind(kind), words, near)
}

const fn types(words: &'static str, near: &'static str) -> Row {
    row(Names::Types, words, near)
}

const fn alike(words: &'static str) -> Row {
    row(Names::Nothing, words, "")
}

#[rustfmt::skip]
pub(crate) const ROWS: &[Row] = &[
    // Kinds
    kind(Kind::Person, "person, people, personne, personnage, gens", ""),
    kind(Kind::Place, "place, lieu, endroit", ""),
    kind(Kind::Polity, "polity, power, state, état", "empire, kingdom, royaume, dynasty"),
    kind(Kind::People, "peoples, ethnicity, ethnic group, peuple, ethnie", "ethnic, tribe"),
    kind(Kind::Group, "group, groupe", ""),
    kind(Kind::Organization, "organization, organisation, institution", ""),
    kind(Kind::Event, "event, événement", ""),
    kind(Kind::Concept, "concept, idea, idée, topic", ""),
    kind(Kind::Work, "work, œuvre", ""),
    // Rule
    row(Names::Rulers, "ruler, head of state, chef d’État, sovereign, souverain, monarch, monarque, dirigeant",
        "rule, reign, govern, throne, king, roi, emperor, empereur, sultan, mansa, askia, régnait, règne, gouvernait, gouverne"),
    row(Names::Over("empire"), "emperor, empress, empereur, impératrice", "ruler"),
    row(Names::Titles, "king, queen, roi, reine", "ruler"),
    row(Names::Titles, "president, président", "headofstate, chairman"),
    row(Names::Titles, "prime minister, premier, premier ministre, head of government, chef du gouvernement", ""),
    row(Names::Titles, "minister, ministre", "ministry"),
    row(Names::Titles, "governor, gouverneur", "commandant, commissioner"),
    row(Names::Titles, "sultan, sultane", "ruler"),
    row(Names::Titles, "leader, chef", "lead, led, head, command, commander, chief, dirige, dirigeant"),
    row(Names::Polities, "empire", "kingdom, state"),
    row(Names::Polities, "kingdom, royaume", "empire, state"),
    row(Names::Polities, "sultanate, sultanat", ""),
    row(Names::Polities, "caliphate, califat", ""),
    row(Names::Polities, "republic, république", ""),
    row(Names::Polities, "federation, fédération", ""),
    row(Names::Polities, "dynasty, dynastie", "empire, kingdom, state"),
    alike("succeed, successor, follow, after, successeur, succéda, après"),
    alike("overthrow, overthrew, overthrown, depose, deposition, oust, topple, renverse, renversé"),
    alike("lost, lose, loser, defeat, beaten, beat, perdu, battu, défaite"),
    alike("found, founder, create, creator, establish, begin, began, begun, start, form, formation, fonde, fondé, fondateur, \
           fondation, création"),
    alike("end, stop, cease, fell, fall, collapse, dissolve, dissolution, broke, breakup, fin, chute, dissous"),
    alike("elect, win, won, winner, victor, victory, gagné, élu, vainqueur, remporté"),
    alike("capital, capitale, seat"),
    // Life and death
    alike("die, dead, death, kill, toll, casualty, victim, fatal, execute, murder, assassinate, shot, mort, morte, tué, décès, \
           mourir, victime, perish, péri, bilan"),
    alike("born, birth, né, née, naissance"),
    alike("prison, jail, imprison, arrest, capture, captive, captivity, seize, detain, custody, arrestation, arrêté, captif, prisonnier"),
    alike("bury, buried, burial, grave, tomb, enterré, enterrer, tombe"),
    alike("wound, injure, hurt, blessé"),
    alike("sentence, condemn, convict, verdict, peine, condamné, condamnation"),
    alike("woman, women, female, femme, queen"),
    alike("wife, wives, husband, marry, marriage, femme, épouse, mari, mariage"),
    alike("father, père"),
    alike("mother, mère"),
    alike("son, fils"),
    alike("daughter, fille"),
    alike("brother, frère, demi-frère"),
    alike("shaykh, sheikh, cheikh, marabout, saint, preacher, prêcheur"),
    alike("nephew, neveu"),
    alike("niece, nièce"),
    alike("uncle, oncle"),
    alike("heir, héritier"),
    alike("neighbour, neighbor, voisin, voisine"),
    // Coming and going
    alike("leave, left, withdraw, withdrew, withdrawn, depart, departure, exit, quit, pullout, retrait, quitté, quitter, sortie"),
    alike("emigrant, emigrate, emigration, immigrant, migrant, migration, abroad, diaspora, émigré, étranger"),
    alike("arrive, enter, entry, deploy, deployment, entrée, arrivée"),
    alike("send, sent, deploy, intervene, intervention, envoi, envoyer, envoyé, déployer"),
    alike("flee, fled, refuge, refugee, displace, exile, réfugié, déplacé"),
    // Events by their types
    types("coup, coup d’état, putsch", ""),
    types("battle, bataille", ""),
    types("war, guerre", "conflict, conflit, fight, fought, combat"),
    types("conflict, conflit", "war, guerre"),
    types("rebellion, rébellion, revolt, révolte, uprising, insurrection, soulèvement, mutiny",
          "rebel, rising, insurgent, mutinied"),
    types("election, élection, vote, ballot", "elect, poll, présidentielle, presidential, scrutin, législatives"),
    types("referendum, référendum, referenda, plebiscite", ""),
    types("agreement, accord, treaty, traité, peace agreement, peace deal, pact", "peace, truce, ceasefire, paix, pacte"),
    types("massacre, killing", "slaughter"),
    types("attack, attaque, attentat, raid", "assault, storm"),
    types("conquest, conquête, invasion", "took, take, taken, capture, conquer, conqueror, conquis, pris, prise"),
    alike("invade, invasion, envahi"),
    types("famine, hunger", "starve, starvation"),
    types("drought, sécheresse", ""),
    types("independence, indépendance", "independent"),
    types("founding, foundation, fondation, creation", ""),
    types("protest, demonstration, manifestation, march", "demonstrate, rally, riot"),
    types("strike, grève", "stoppage"),
    types("trial, procès, lawsuit", "prosecute, prosecution, tried, jugé"),
    types("sanctions, embargo", ""),
    types("withdrawal, retrait, departure", ""),
    types("operation, opération, military operation, mission", ""),
    types("abduction, kidnapping, enlèvement", "kidnap, abduct, hostage, captivity, seize, seizure, otage, enlevé"),
    types("blockade, blocus, siege", "besiege"),
    types("dissolution", "dissolve"),
    types("decision, décision, decree, décret", ""),
    types("declaration, déclaration, proclamation", ""),
    types("abolition", "abolish"),
    types("expulsion", "expel, expelled, expulse, expulsé, banish"),
    types("destruction", "destroy, broken, break, ruin, détruit"),
    types("journey, voyage, travel, pilgrimage, pèlerinage", "traveller, voyageur, visit, trip, explore, explorer, explorateur"),
    alike("pilgrimage, hajj, pilgrim, pèlerinage"),
    types("visit, visite", ""),
    types("epidemic, épidémie, pandemic, plague", ""),
    alike("ban, dissolve, dissolution, forbid, forbidden, interdit, outlaw, abolish, abolition"),
    // Places, by their types
    types("town, city, village, ville", "settlement"),
    types("country, pays, nation", ""),
    types("region, région", "province"),
    types("river, fleuve, rivière", ""),
    types("desert, désert", ""),
    types("lake, lac", ""),
    types("mountain, montagne", ""),
    types("mosque, mosquée", ""),
    types("tomb, tombe, tombeau", "mausoleum, shrine, mausolée"),
    types("site, ruin", ""),
    types("airport, aéroport", ""),
    types("library, bibliothèque", ""),
    types("railway, chemin de fer", "train, railroad, rail, chemin"),
    // What people form and make
    types("party, political party, parti, parti politique", ""),
    types("armed group, groupe armé", ""),
    types("army, armée", "troop, soldier, military, force, soldat, troupe"),
    types("militia, milice", ""),
    types("union, trade union, syndicat", ""),
    types("movement, mouvement", ""),
    types("company, compagnie, entreprise", ""),
    types("court, tribunal, cour", ""),
    types("government, gouvernement", "govern"),
    types("manuscript, manuscrit", "book, livre, library"),
    types("charter, charte", ""),
    types("constitution", ""),
    alike("jihad, jihadist, islamist, djihadiste, djihad, terrorist, terror"),
    alike("peacekeeper, peacekeeping, minusma, mission, casques"),
    alike("law, code, decree, décret, loi"),
    alike("politician, opposition, politique"),
    alike("slave, slavery, enslaved, esclavage, esclave, servitude, bondage"),
    row(Names::Nothing, "population, inhabitant, habitant, census, recensement", "people"),
    alike("area, size, superficie, étendue, kilometre, kilomètre, hectare"),
    alike("biggest, larger, largest, greatest"),
    alike("colony, colonial, colonize, colonization, colonisation, colonise, colonie"),
    alike("deputy, député, députée, parliament, assembly, legislature, parlement, assemblée"),
    alike("rich, richest, riches, wealth, wealthy, treasure, fortune, riche, richesse"),
    alike("colour, color, couleur, green, yellow, red, blue, vert, jaune, rouge, bleu"),
    alike("save, safe, safety, rescue, smuggle, evacuate, sauvé, sauver, sauvetage"),
    alike("prize, award, winner, prix, primé, récompense"),
    alike("weapon, gun, arm, arme, fusil"),
    alike("language, langue"),
    alike("religion, religious, faith, muslim, musulman"),
    alike("trade, commerce, trader, merchant, caravan"),
    alike("gold, or"),
    alike("salt, sel"),
    alike("scholar, savant, érudit"),
    alike("school, university, université, école, madrasa, learning"),
    alike("newspaper, paper, journal, press"),
    alike("write, wrote, writer, author, written, écrit, écrivain, auteur"),
    alike("geographer, geography, géographe"),
    alike("history, historian, chronicle, historien"),
    alike("build, built, rebuild, rebuilt, builder, architect, construct, construction, reconstruct, construit, reconstruit, bâti"),
    alike("currency, money, monnaie"),
    alike("student, pupil, étudiant, élève"),
    alike("invent, discover"),
    alike("adopt, introduce, return"),
    alike("music, musician, singer, sing, song, guitarist, musicien, chanteur"),
    alike("film, cinema, director, filmmaker, cinéaste, réalisateur"),
    alike("journalist, reporter, broadcaster, correspondent, journaliste"),
    alike("photograph, photo"),
    // What is done and befalls
    alike("interim, transition, transitional, acting, provisional, intérimaire, provisoire"),
    alike("return, retour, rentré, revenu, revenir"),
    alike("drown, drowned, sank, sink, torrent, noyé, noyade, naufrage"),
    alike("grow, grain, crop, harvest, cultivate, till, farm, farming, récolte, cultiver"),
    alike("teach, teacher, schoolteacher, enseigner, instituteur, professeur"),
    alike("poison, poisoned, empoisonné"),
    alike("illness, ill, sick, sickness, disease, malady, maladie, malade"),
    alike("loot, plunder, pillage, booty, steal, stolen, theft, rob, volé, pillé, butin"),
    alike("burn, burnt, fire, flame, brûlé, incendie, feu"),
    alike("plot, conspiracy, conspire, complot"),
    alike("torture, torturer, torturé"),
    alike("deport, deportation, exile, banish, déporté, exilé"),
    alike("release, free, freed, liberate, libéré, libérer, libération"),
    alike("pardon, grâce, gracié"),
    alike("resign, resignation, démission, démissionné"),
    alike("accuse, blame, charge, accusé"),
    alike("claim, responsible, responsibility, revendiqué, revendication"),
    alike("negotiate, negotiation, talk, mediate, mediator, mediation, négocier, pourparlers, médiateur, médiation"),
    alike("ally, allied, alliance, allié"),
    alike("enemy, opponent, rival, ennemi, adversaire"),
    alike("split, divide, partition, separate, partagé, divisé"),
    alike("open, inaugurate, inauguration, inauguré, ouvert, ouverture"),
    alike("close, shut, fermé, fermeture"),
    alike("fail, failure, échec, échoué"),
    alike("oath, swear, sworn, serment"),
    alike("convert, conversion, embrace, converti"),
    alike("pray, prayer, prière"),
    alike("cause, reason, because, raison"),
    alike("design, designer, draw, drew, drawn, paint, painter, artist, sculptor, mapmaker, dessiné, peint, peintre"),
    alike("shelter, protect, protection, abri, protégé"),
    alike("dismiss, dismissal, fired, replace, limogé, limoger, limogeage, renvoyé"),
    alike("retake, retaken, recapture, liberate, liberation, libéré, repris, reconquis"),
    alike("riot, émeute, unrest, clash, disturbance, tumult"),
    alike("demand, ask, request, demande, exiger, réclamer"),
    alike("refuse, refusal, reject, deny, refus, refusé"),
    alike("borrow, lend, loan, debt, owe, dette, emprunt, emprunté"),
    alike("buy, bought, sell, sold, sale, market, marché, vendre, vendu, acheter"),
    alike("translate, translation, traduction, traduit"),
    alike("dig, dug, excavate, excavation, excavator, archaeology, archaeologist, fouille, archéologue"),
    alike("quarrel, dispute, querelle, litige, différend"),
    alike("rape, sexual, viol, violée"),
    alike("hang, hanged, behead, beheaded, décapité"),
    alike("rob, robber, bandit, banditry, outlaw"),
    // What there is
    alike("height, high, tall, hauteur, haut"),
    alike("length, long, longueur"),
    alike("road, highway, route"),
    alike("lorry, lorries, truck, tanker, camion, citerne"),
    alike("judge, judgement, juge, jugement"),
    alike("doctor, hospital, clinic, médecin, hôpital"),
    alike("ambassador, embassy, envoy, diplomat, ambassadeur, ambassade"),
    alike("insane, mad, mind, crazy, fou, folie"),
    alike("archer, arrow, bow, flèche"),
    alike("musket, cannon, musketeer, mousquet, canon"),
    alike("island, île"),
    alike("guest, host, visitor, hôte"),
    alike("rice, riz"),
    alike("mayor, maire"),
    alike("barracks, camp, base, garrison, caserne, garnison"),
    alike("police, gendarme, gendarmerie"),
    alike("mercenary, mercenaries, mercenaire"),
    alike("junta, junte"),
    alike("convoy, convoi, escort"),
    alike("letter, lettre"),
    alike("flag, drapeau"),
    alike("anthem, hymne"),
    alike("title, titre"),
    alike("servant, serviteur, domestique"),
    alike("metal, iron, copper, métal, fer, cuivre"),
    alike("boat, ship, canoe, vessel, bateau, pirogue, navire"),
    alike("horse, horseback, cavalry, cheval, chevaux, cavalier"),
    alike("camel, chameau, chameaux"),
    alike("tax, tribute, levy, impôt, tribut"),
    alike("price, cost, coût, prix"),
    alike("labour, labor, labourer, travail"),
    alike("palace, palais"),
    alike("wall, fort, fortress, fortification, rampart, stronghold, muraille, mur, forteresse"),
    alike("border, frontier, boundary, frontière"),
    alike("child, children, enfant"),
    alike("young, youth, jeune, jeunesse"),
    alike("plane, aircraft, helicopter, avion, hélicoptère"),
    alike("bomb, explosion, explosive, bombe"),
    alike("fuel, petrol, gasoline, carburant, essence"),
    alike("holiday, férié, fête, feast, festival"),
    alike("clothes, clothing, dress, veil, vêtement, voile"),
    alike("cliff, falaise"),
    alike("rain, pluie"),
    alike("coin, dinar, pièce"),
    // Countries and those who are of them
    alike("french, franc, français, française"),
    alike("france, french"),
    alike("malian, malien, malienne, mali"),
    alike("moroccan, morocco, marocain, marocaine, maroc"),
    alike("russian, russia, russe, russie"),
    alike("arab, arabic, arabe"),
];

/// Words, each with others that tell the same from the other side, parted as the rows are: of whoever has a father it is told
/// whose son they are. They are followed from the first to the others alone.
pub(crate) const TOLD_OF_OTHERS: &[(&str, &str)] = &[
    ("father, père", "son, daughter, fils, fille"),
    ("mother, mère", "son, daughter, fils, fille"),
    ("uncle, oncle", "nephew, niece, neveu, nièce"),
];

/// Forms of English verbs that no rule makes, parted as the rows are.
pub(crate) const FORMS: &[&str] = &[
    "bear, bore, borne",
    "become, became",
    "begin, began, begun",
    "break, broke, broken",
    "bring, brought",
    "burn, burnt",
    "buy, bought",
    "catch, caught",
    "choose, chose, chosen",
    "draw, drew, drawn",
    "drive, drove, driven",
    "eat, ate, eaten",
    "fall, fell, fallen",
    "feed, fed",
    "fight, fought",
    "flee, fled",
    "forbid, forbade, forbidden",
    "give, gave, given",
    "grow, grew, grown",
    "hide, hid, hidden",
    "hold, held",
    "keep, kept",
    "lead, led",
    "leave, left",
    "meet, met",
    "pay, paid",
    "ride, rode, ridden",
    "rise, rose, risen",
    "see, saw, seen",
    "sell, sold",
    "send, sent",
    "shoot, shot",
    "sing, sang, sung",
    "sleep, slept",
    "speak, spoke, spoken",
    "spend, spent",
    "strike, struck",
    "swim, swam",
    "take, took, taken",
    "teach, taught",
    "throw, threw, thrown",
    "wear, wore, worn",
    "withdraw, withdrew, withdrawn",
    "write, wrote, written",
];

/// Names that are written as each language hears them, parted as the rows are.
pub(crate) const SPELLINGS: &[&str] = &[
    "ahmad, ahmed, ahmadou, amadou, amadu",
    "ali, aliou",
    "dawud, daoud, david",
    "ibrahim, ibrahima, brahima",
    "ishaq, ishak",
    "muhammad, mohamed, mohammed, mahomet, mamadou, mahamadou",
    "musa, moussa, mousa",
    "samori, samory",
    "seku, sekou, cheikou",
    "sulayman, suleiman, souleymane, soliman",
    "umar, omar, oumar",
    "uthman, ousmane, osman",
    "yusuf, youssouf, yousouf",
];

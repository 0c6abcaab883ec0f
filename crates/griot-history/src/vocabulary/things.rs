//! Words for what there is: things, those who make them, and lands.

/// A row on each line; a line that begins with `#` tells what follows.
pub(super) const THINGS: &str = "\
# What people form and make
jihad, jihadist, islamist, djihadiste, djihad, terrorist, terror
peacekeeper, peacekeeping, minusma, mission, casques
law, code, decree, décret, loi
politician, opposition, politique
slave, slavery, enslaved, esclavage, esclave, servitude, bondage
population, inhabitant, habitant, census, recensement
area, size, superficie, étendue, kilometre, kilomètre, hectare
biggest, larger, largest, greatest
colony, colonial, colonize, colonization, colonisation, colonise, colonie
deputy, député, députée, parliament, assembly, legislature, parlement, assemblée
rich, richest, riches, wealth, wealthy, treasure, fortune, riche, richesse
colour, color, couleur, green, yellow, red, blue, vert, jaune, rouge, bleu
save, safe, safety, rescue, smuggle, evacuate, sauvé, sauver, sauvetage
prize, award, winner, prix, primé, récompense
weapon, gun, arm, arme, fusil
language, langue
religion, religious, faith, muslim, musulman
trade, commerce, trader, merchant, caravan
gold, or
salt, sel
scholar, savant, érudit
school, university, université, école, madrasa, learning
newspaper, paper, journal, press
write, wrote, writer, author, written, écrit, écrivain, auteur
geographer, geography, géographe
history, historian, chronicle, historien
build, built, rebuild, rebuilt, builder, architect, construct, construction, reconstruct, construit, reconstruit, bâti
currency, money, monnaie
student, pupil, étudiant, élève
invent, discover
adopt, introduce, return
music, musician, singer, sing, song, guitarist, musicien, chanteur
film, cinema, director, filmmaker, cinéaste, réalisateur
journalist, reporter, broadcaster, correspondent, journaliste
photograph, photo
# What there is
officer, lieutenant, captain, colonel, general, commandant, commander, sergeant, ensign, officier, capitaine, général
veteran, tirailleur, rifleman, riflemen, soldier, combattant
worker, employee, labourer, railwayman, railwaymen, cheminot, ouvrier, travailleur, travailleuse
lawyer, barrister, attorney, jurist, avocat, juriste
prosecutor, procureur, magistrat
engineer, ingénieur
economist, économiste
astronomer, astrophysicist, astronaut, scientist, astronome, astrophysicien, scientifique
interpreter, translator, interprète, traducteur
spy, agent, espionage, intelligence, espion, espionnage
cousin, cousine
sister, sœur
grandson, granddaughter, grandfather, grandmother, descendant
family, relative, kin, clan, famille, parenté
griot, bard, storyteller, minstrel, griotte
legend, legendary, myth, epic, tale, oral, tradition, légende, mythe, épopée, conte
shortage, lack, scarce, scarcity, rationed, ration, pénurie, manque
crisis, turmoil, trouble, upheaval, crise
poor, poverty, pauvre, pauvreté
expensive, dear, cheap, cost, inflation, cher
economy, economic, économie, économique
health, healthcare, santé
cotton, coton
millet, mil, sorghum, sorgho
locust, criquet, sauterelle
water, well, eau, puits
dam, barrage, canal, irrigate, irrigation
bridge, pont
electricity, electric, électricité, électrique, courant
hotel, hôtel
cave, grotto, grotte
rock, stone, pierre, roche, rupestre
mine, mining, miner, goldfield, orpaillage, minier
pottery, ceramic, clay, earthenware, terracotta, poterie, céramique
statue, sculpture, figure, carving, carved, bust
map, atlas, mapmaker, cartographer, cartography, carte, cartographe
television, broadcast, radio, télévision
motto, slogan, devise
heritage, patrimoine
monument, memorial, mémorial
lieutenant, deputy, adjoint
noble, nobility, aristocrat, aristocracy, noblesse
pagan, paganism, animist, animism, unbeliever, heathen, idol, idolater, païen, animiste, infidèle
powerful, strongest, mighty, puissant
big, great, vast, extent, height, grand, zenith, apogée
deadliest, deadly, bloodiest, bloody, worst, gravest, heaviest, meurtrier, meurtrière, sanglant
book, work, treatise, livre, ouvrage
famous, celebrated, renowned, célèbre, fameux
name, nickname, surnom, surnommé
meaning, mean, signify, signification, signifie
protectorate, protectorat
veil, scarf, turban
european, white, européen, blanc
black, noir
turnout, participation, abstain, abstention, abstained
majority, majorité
century, siècle
curfew, emergency, couvre-feu, urgence
drone, airstrike, frappe, bombardment, bombardement
ambush, embuscade
mine, explosive, engin
suicide, bomber, bombing, kamikaze
remittance, remit, earnings, money, argent, sent
cash, dollar, franc, argent
virus, covid, hepatitis, sida
child, boy, girl, garçon, fillette
cloth, textile, weaver, tailor, weave, tisserand, tailleur, tissu
blacksmith, smith, forge, forgeron
ruin, remains, ruine, vestige
height, high, tall, hauteur, haut
length, long, longueur
road, highway, route
lorry, lorries, truck, tanker, camion, citerne
judge, judgement, juge, jugement
doctor, hospital, clinic, médecin, hôpital
ambassador, embassy, envoy, diplomat, ambassadeur, ambassade
insane, mad, mind, crazy, fou, folie
archer, arrow, bow, flèche
musket, cannon, musketeer, mousquet, canon
island, île
guest, host, visitor, hôte
rice, riz
mayor, maire
barracks, camp, base, garrison, caserne, garnison
police, gendarme, gendarmerie
mercenary, mercenaries, mercenaire
junta, junte
convoy, convoi, escort
letter, lettre
flag, drapeau
anthem, hymne
title, titre
servant, serviteur, domestique
metal, iron, copper, métal, fer, cuivre
boat, ship, canoe, vessel, bateau, pirogue, navire
horse, horseback, cavalry, cheval, chevaux, cavalier
camel, chameau, chameaux
tax, tribute, levy, impôt, tribut
price, cost, coût, prix
labour, labor, labourer, travail
palace, palais
wall, fort, fortress, fortification, rampart, stronghold, muraille, mur, forteresse
border, frontier, boundary, frontière
child, children, enfant
young, youth, jeune, jeunesse
plane, aircraft, helicopter, avion, hélicoptère
bomb, explosion, explosive, bombe
fuel, petrol, gasoline, carburant, essence
holiday, férié, fête, feast, festival
clothes, clothing, dress, veil, vêtement, voile
cliff, falaise
rain, rainfall, pluie
coin, dinar, pièce
# Countries and those who are of them
french, franc, français, française
france, french
malian, malien, malienne, mali
moroccan, morocco, marocain, marocaine, maroc, moor, moorish
russian, russia, russe, russie
arab, arabic, arabe
blind, aveugle
drum, tambour
nurse, midwife, infirmier, infirmière
nomad, nomadic, nomade
prince, princess, princesse
widow, veuve
hero, heroine, héros, héroïne
socialist, socialism, communist, communism, marxist, socialiste, socialisme, communiste
ransom, rançon
term, mandate, mandat, tenure
autonomy, autonomous, autonomie, autonome
crowd, rally, foule, rassemblement
land, soil, field, terre, champ
civilian, villager, civil, villageois
custom, usage, coutume
citizen, national, citoyen, ressortissant
district, cercle, canton, commune
flood, inondation
house, home, maison
museum, musée
navy, fleet, flotilla, gunboat, marine, flotte, canonnière
forest, forêt
factory, industry, industrial, usine, industrie
biography, autobiography, memoir, memoirs, biographie
sword, épée, sabre
poet, poem, poetry, poète, poème
caravan, caravane
spokesman, spokesperson, spokeswoman
activist, militant, campaigner, militante
animal, beast, bête
article, clause, provision
body, corpse, bodies, corps, cadavre
fish, boat
customs, duty, douane
lung, disease, illness
sahel, sahelian, sahélien
spanish, spain, espagnol, espagne
german, germany, allemand, allemagne
american, america, américain, états
algerian, algeria, algérien, algérie
senegalese, senegal, sénégalais, sénégal
ivorian, ivory, ivoirien, ivoire
nigerien, niger
burkinabe, burkina, burkinabé
mauritanian, mauritania, mauritanien, mauritanie
libyan, libya, libyen, libye
egyptian, egypt, égyptien, égypte
english, british, britain, anglais, britannique
portuguese, portugal, portugais
turkish, turkey, turc, turquie
chinese, china, chinois, chine
ukrainian, ukraine, ukrainien
soviet, ussr, russian, russia, soviétique, urss
african, africa, africain, afrique
european, europe, européen
islamic, islam, islamique
christian, christianity, chrétien, christianisme
jew, jewish, juif, juive
berber, amazigh, berbère
touareg, tuareg, touaregs
peul, fula, fulani, peuls
";

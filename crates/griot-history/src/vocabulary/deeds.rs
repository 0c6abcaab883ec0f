//! Words for what people do and what befalls them.

/// A row on each line; a line that begins with `#` tells what follows.
pub(super) const DEEDS: &str = "\
# Rule
succeed, successor, follow, after, successeur, succéda, après, next, later, heir
overthrow, overthrew, overthrown, depose, deposition, oust, topple, renverse, renversé
lost, lose, loser, defeat, beaten, beat, perdu, battu, défaite, victory, victorious, crush, rout, vaincu
found, founder, create, creator, establish, begin, began, begun, start, form, formation, fonde, fondé, fondateur, fondation, création
end, stop, cease, fell, fall, collapse, dissolve, dissolution, broke, breakup, fin, chute, dissous
elect, win, won, winner, victor, victory, gagné, élu, vainqueur, remporté
capital, capitale, seat
# Life and death
die, dead, death, kill, toll, casualty, victim, fatal, execute, murder, assassinate, shot, mort, morte, tué, décès, mourir, victime, perish, péri, bilan
born, birth, né, née, naissance
prison, jail, imprison, arrest, catch, caught, capture, captive, captivity, seize, detain, custody, arrestation, arrêté, captif, prisonnier
bury, buried, burial, grave, tomb, enterré, enterrer, tombe, funeral, cemetery, coffin, funérailles, obsèques, inhumé, inhumation
wound, injure, hurt, blessé
sentence, condemn, convict, verdict, peine, condamné, condamnation, penalty, commute, condemned
woman, women, female, femme, queen
wife, wives, husband, marry, marriage, femme, épouse, mari, mariage
father, père
mother, mère
son, fils
daughter, fille
brother, frère, demi-frère
shaykh, sheikh, cheikh, marabout, saint, preacher, prêcheur
nephew, neveu
niece, nièce
uncle, oncle
heir, héritier
neighbour, neighbor, voisin, voisine
# Coming and going
leave, left, withdraw, withdrew, withdrawn, depart, departure, exit, quit, pullout, retrait, quitté, quitter, sortie
emigrant, emigrate, emigration, immigrant, migrant, migration, abroad, diaspora, émigré, étranger
arrive, enter, entry, deploy, deployment, entrée, arrivée, came, reach, reached, venu, arrivé
send, sent, deploy, intervene, intervention, envoi, envoyer, envoyé, déployer
flee, fled, refuge, refugee, displace, exile, réfugié, déplacé, flight, escape, évasion, évadé, fuite, fui
# Events
invade, invasion, envahi
pilgrimage, hajj, pilgrim, pèlerinage
ban, dissolve, dissolution, forbid, forbidden, interdit, outlaw, abolish, abolition
# What is done and befalls
interim, transition, transitional, acting, provisional, intérimaire, provisoire
return, retour, rentré, revenu, revenir
drown, drowned, sank, sink, torrent, noyé, noyade, naufrage
grow, grain, crop, harvest, cultivate, till, farm, farming, récolte, cultiver
teach, teacher, schoolteacher, enseigner, instituteur, professeur
poison, poisoned, empoisonné
illness, ill, sick, sickness, disease, malady, maladie, malade
loot, plunder, pillage, booty, steal, stolen, theft, rob, volé, pillé, butin, sack, ransack, raid, pillard
burn, burnt, fire, flame, brûlé, incendie, feu, burned, torch, arson, brûler, choked
plot, conspiracy, conspire, complot, intrigue, foil, foiled
torture, torturer, torturé
deport, deportation, exile, banish, déporté, exilé
release, free, freed, liberate, libéré, libérer, libération, freedom, liberty, let
pardon, forgive, forgave, forgiven, grâce, gracié, amnesty, amnestied, clemency, amnistie, grace
resign, resignation, démission, démissionné, abdicate, abdication
accuse, blame, charge, accusé, suspect, suspected, suspicion, allege, soupçonné
claim, responsible, responsibility, revendiqué, revendication, behind, auteur, perpetrator
negotiate, negotiation, talk, mediate, mediator, mediation, négocier, pourparlers, médiateur, médiation, dialogue, discussion, arbitration
ally, allied, alliance, allié
enemy, opponent, rival, ennemi, adversaire
split, divide, partition, separate, partagé, divisé
open, inaugurate, inauguration, inauguré, ouvert, ouverture
close, shut, fermé, fermeture, seal, sealed
fail, failure, échec, échoué, foil, foiled, attempt, attempted, tentative
oath, swear, sworn, serment
convert, conversion, embrace, converti, islamize, convertir, turned
pray, prayer, prière
cause, reason, because, raison, why, motive, motif, pourquoi
design, designer, draw, drew, drawn, paint, painter, artist, sculptor, mapmaker, dessiné, peint, peintre
shelter, protect, protection, abri, protégé, guard, guarantee, sauvegarde
dismiss, dismissal, fired, replace, limogé, limoger, limogeage, renvoyé, sack, removed, remove, removal, evict
retake, retaken, recapture, liberate, liberation, libéré, repris, reconquis, reconquest, reconquer, regain
riot, émeute, unrest, clash, disturbance, tumult, violence, unrest
demand, ask, request, demande, exiger, réclamer
refuse, refusal, reject, deny, refus, refusé, veto, decline, declined
borrow, lend, loan, debt, owe, dette, emprunt, emprunté
buy, bought, sell, sold, sale, market, marché, vendre, vendu, acheter
translate, translation, traduction, traduit
dig, dug, excavate, excavation, excavator, archaeology, archaeologist, fouille, archéologue, discover, discovered, découvert, découverte
quarrel, dispute, querelle, litige, différend, disagree, disagreement, rift, brouille, rupture
rape, sexual, viol, violée
hang, hanged, behead, beheaded, décapité
rob, robber, bandit, banditry, outlaw
live, lived, dwell, dweller, inhabit, habiter, vivre, vécu
eat, eaten, ate, food, meal, diet, nourriture, manger, mangé, aliment
fish, fishing, fisherman, fishermen, pêche, pêcheur, poisson
hunt, hunter, chasse, chasseur, dozo
herd, herder, herding, herdsmen, cattle, cow, livestock, pastoralist, pastoralism, shepherd, bétail, troupeau, berger, éleveur, élevage
run, ran, candidate, candidacy, stood, opponent, contender, challenger, candidat, candidature, adversaire
announce, announced, proclaim, proclamation, declare, declared, annoncé, proclamé, déclaré
appoint, appointment, nominate, nomination, choose, chosen, nommé, nommer, désigné, choisi
join, joined, enrol, member, membership, adhere, adhésion, rejoint, rejoindre, membre
merge, merger, unite, united, unify, unification, union, fusion, fusionné, uni
cancel, cancellation, annul, annulment, void, overturn, annulé, annuler, annulation
postpone, postponed, delay, delayed, prolong, extend, repoussé, reporté, prolongé
suspend, suspension, suspended, suspendu
recognize, recognise, recognition, reconnu, reconnaissance
help, support, assist, assistance, back, backing, aide, aider, soutien, soutenu, appui
survive, survivor, survivant, survécu, rescapé
missing, disappear, disappeared, disappearance, vanish, disparu, disparition
revenge, avenge, retaliate, retaliation, reprisal, vengeance, représailles
occupy, occupation, occupied, occupé, occuper, held
annex, annexed, annexation, annexion, incorporate, annexé
cross, crossed, crossing, traversée, traversé, traverser
meet, met, meeting, summit, conference, congress, rencontre, rencontré, sommet, réunion
speak, spoke, spoken, parler, parlé, parlent
last, lasted, duration, durer, duré, dura
speech, discours
visit, visited, came, guest, host, visité, visiter
inquiry, investigate, investigation, investigator, probe, report, enquête, enquêteur, rapport
witness, testimony, testify, témoin, témoignage
acquit, acquitted, acquittal, innocent, acquitté, acquittement
guilty, guilt, convict, coupable
force, forced, compel, compulsory, conscript, conscription, requisition, recruit, recruitment, forcé, corvée, recrutement, enrôlé, réquisition
nationalize, nationalise, nationalization, nationalisation, nationalisé
destroy, demolish, demolition, raze, razed, smash, wreck, démoli, rasé, détruire
surround, encircle, siege, besiege, cerné, encerclé, siège, assiégé
hide, hid, hidden, hiding, clandestine, cacher, caché, cachette, clandestin
promise, promised, pledge, promis, promesse
threat, threaten, warn, warned, warning, menace, menacé, averti
renew, renewed, renewable, extend, renouvelé, renouvelable
inherit, inheritance, heir, succession, hériter, héritage, throne, trône, crown, couronne
descend, descent, descendant, lineage, ancestor, ancestry, origin, ancêtre, descendance, lignée, origine
dethrone, dethroned, depose, deposed, déposé, détrôné
corrupt, corruption, embezzle, embezzlement, fraud, squander, laundering, détournement, corrompu
crime, atrocity, atrocities, abuse, violation, exaction
trafficking, traffic, smuggle, smuggling, drug, trafic, drogue
crash, accident, collision, écrasé
train, trained, training, instructor, former, instructeur
pay, paid, salary, wage, payment, salaire, solde, paie, payer, payé
advise, adviser, advisor, counsel, counsellor, conseiller
copy, copied, copyist, scribe, copiste
boycott, boycotté, boycotter, stayed
dictator, dictatorship, tyrant, tyrannical, despot, autocracy, dictateur, dictature, tyran
revolution, revolutionary, uprising, révolution
traitor, betray, betrayed, treason, trahison, trahi, traître
surrender, capitulate, capitulation, reddition, capitulé
resist, resistance, withstand, withstood, hold, held, résister, résistance, résisté
ceasefire, truce, trêve
peace, peaceful, peacemaker, paix
devalue, devalued, devaluation, dévaluation, dévalué
result, outcome, score, résultat, issue
reform, réforme, réformer
retire, retirement, retraite
punish, punishment, chastisement, sanction, puni, punir, châtiment
export, import, imported, exportation, importation, exporter, importer
transfer, handover, hand, remise, transfert, remis
criticize, criticise, critic, denounce, blame, critiquer, critiqué, dénoncé
approve, approved, accept, accepted, endorse, approuvé, accepté
oppose, opposed, against, contre, opposé
own, owner, owned, possess, propriétaire, propriété
complain, complaint, plainte
defend, defended, defender, garrison, défendre, défendu, défenseur
study, studied, education, taught, learn, étudier, étudié, éducation, enseignement
move, moved, relocate, resettle, settle, settler, déplacer, installé
worry, fear, afraid, feared, peur, craint, crainte
love, friend, friendship, amour, amitié, ami
obey, obeyed, obedience, loyal, loyalty, submit, fidèle, soumis
publish, published, publié, publier, printed
steal, theft, stolen
carry, transport, carrier, porter, transporté
insist, demand, ultimatum
trust, confidence, confiance
lift, lifted, raise, raised, levé, levée, ease, eased
";

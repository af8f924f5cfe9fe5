/// English words and their stems, so chosen that every rule of the stemmer decides at least one.
enum EnglishStemPairs {
  static let all: [(word: String, stem: String)] = list.split(whereSeparator: { $0 == "," || $0 == "\n" }).map {
    let parts = $0.split(separator: " ")
    return (String(parts[0]), String(parts[1]))
  }

  private static let list = """
    quantum quantum, computing comput, computer comput, computers comput, computation comput, computational comput
    sensing sens, sensor sensor, sensors sensor, sensitivity sensit, encryption encrypt, encrypted encrypt
    cryptography cryptographi, networks network, networking network, networked network, communication communic
    communications communic, communicating communic, detectors detector, detection detect, detected detect
    detecting detect, superconducting superconduct, superconductivity superconduct, materials materi
    fabrication fabric, fabricated fabric, packaging packag, packages packag, photonics photon, photonic photon
    entanglement entangl, entangled entangl, measurement measur, measurements measur, measuring measur, qubits qubit
    technologies technolog, technology technolog, technological technolog, technologist technolog, biology biolog
    biologist biolog, biologies biolog, organization organiz, organizations organiz, organised organis
    organic organic, organ organ, universities universiti, universe univers, universal universal, generation generat
    generative generat, generated generat, generic generic, generously generous, generous generous
    communities communiti, commune commune, emergence emergenc, emergency emergenc, emerging emerg, arsenal arsenal
    arsenic arsenic, interaction interact, international internat, internal internal, lateral lateral
    laterally lateral, past past, pasted paste, pasting paste, caresses caress, ponies poni, ties tie, cries cri
    dies die, gas gas, gaps gap, kiwis kiwi, bus bus, viruses virus, census census, ss ss, abyss abyss, misses miss
    possesses possess, agreed agre, feed feed, proceed proceed, proceeded proceed, succeed succeed
    succeeding succeed, exceed exceed, exceedingly exceed, freed freed, needed need, markedly mark, allegedly alleg
    repeatedly repeat, increasingly increas, strikingly strike, hopping hop, hoped hope, hoping hope
    controlled control, controlling control, falling fall, fizzed fizz, failing fail, filing file, adding add
    added add, egging egg, egged egg, offing off, hissing hiss, conflated conflat, troubled troubl, sized size
    luxuriating luxuri, dying die, lying lie, tying tie, skying ski, evening evening, evenings evening
    inning inning, innings inning, canning canning, earring earring, herring herring, outing outing, outings outing
    bring bring, string string, rings ring, thing thing, happy happi, sky sky, cry cri, say say, enjoy enjoy
    yellowing yellow, youth youth, dairy dairi, daily daili, day day, days day, boyish boyish, relational relat
    conditional condit, rational ration, valency valenc, hesitancy hesit, digitizer digit, conformably conform
    radically radic, differently differ, vilely vile, analogously analog, vietnamization vietnam, predication predic
    operator oper, feudalism feudal, decisiveness decis, hopefulness hope, callousness callous, formality formal
    sensibility sensibl, logic logic, logical logic, geologist geolog, analogist analog, archaeology archaeolog
    apology apolog, hopelessly hopeless, carelessly careless, beautifully beauti, quickly quick, slowly slowli
    friendly friend, wisely wise, triplicate triplic, formative format, formalize formal, electricity electr
    electrical electr, hopeful hope, goodness good, negative negat, creative creativ, collaborative collabor
    alternative altern, alternatively altern, revival reviv, allowance allow, inference infer, airliner airlin
    gyroscopic gyroscop, adjustable adjust, defensible defens, irritant irrit, replacement replac, adjustment adjust
    dependent depend, adoption adopt, homology homolog, communism communism, activate activ, angularity angular
    homologous homolog, effective effect, bowdlerize bowdler, religion religion, decision decis, probate probat
    rate rate, cease ceas, controll control, roll roll, rolling roll, excel excel, excellent excel, cell cell
    cells cell, parallel parallel, parallelism parallel, skis ski, skies sky, idly idl, gently gentl, ugly ugli
    early earli, singly singl, news news, howe howe, atlas atlas, cosmos cosmos, bias bias, andes andes
    consistency consist, consistent consist, consign consign, consignment consign, knack knack, knackeries knackeri
    knavish knavish, knights knight, knocked knock, cooperation cooper, cooperative cooper, collaborations collabor
    consortium consortium, consortia consortia, partner partner, partnership partnership, partners partner
    matching match, matched match, matches match, industries industri, industrial industri, institutes institut
    institutional institut, semiconductor semiconductor, semiconductors semiconductor, lithium lithium
    batteries batteri, battery batteri, hydrogen hydrogen, catalysts catalyst, catalytic catalyt, catalysis catalysi
    membrane membran, membranes membran, polymer polym, polymers polym, nanoparticles nanoparticl, optical optic
    optics optic, lasers laser, laser laser, imaging imag, images imag, diagnostics diagnost, diagnosis diagnosi
    therapeutic therapeut, therapies therapi, vaccines vaccin, robotics robot, robots robot, autonomous autonom
    vehicles vehicl, drones drone, satellites satellit, climate climat, energy energi, renewable renew
    sustainability sustain, sustainable sustain, circular circular, economy economi, algorithms algorithm
    learning learn, learned learn, machines machin, intelligent intellig, intelligence intellig, artificial artifici
    neural neural, simulations simul, simulated simul, modelling model, modeling model, models model
    optimization optim, optimisation optimis, optimizing optim, secure secur, security secur, securely secur
    safety safeti, safely safe, standards standard, standardization standard, policy polici, policies polici
    funding fund, funded fund, founders founder, founding found, running run, runs run, runner runner, stopped stop
    stopping stop, planned plan, planning plan, beginning begin, referred refer, referral referr, occurring occur
    occurrence occurr, preferred prefer, preference prefer, skiing ski, taxis taxi, axes axe, analyses analys
    analysis analysi, bases base, basis basi, indices indic, matrices matric, phenomena phenomena, criteria criteria
    theses these, hypotheses hypothes, ably abli, able abl, nobly nobli, humbly humbl, simply simpli
    singular singular, singularly singular, national nation, nationally nation, nationalism nation, ration ration
    rationalize ration, rationality ration, station station, stations station, stationary stationari, witness wit
    wilderness wilder, business busi, businesses busi, fitness fit, likeness like, playful play, playfully play
    useful use, usefulness use, useless useless, uselessness useless, hyphenation hyphen, defined defin
    defining defin, definitions definit, definitely definit, infinite infinit, infinity infin, sayyid sayyid
    yaw yaw, yeast yeast, crying cri, dyed dy, bayed bay, spray spray, sprays spray, sprayed spray, spraying spray
    """
}

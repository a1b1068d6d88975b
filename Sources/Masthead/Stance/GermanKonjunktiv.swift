/// The Konjunktiv forms of common German verbs, and words that only look like one.
///
/// Konjunktiv I marks indirect speech; where it equals the indicative, the Konjunktiv II stands
/// in its place (Duden 4, § 763 ff.). Whether a form reports or wishes is left to the context.
enum GermanKonjunktiv {
    /// Irregular and frequent forms, in both moods.
    static let common =
        """
        sei seien seiest habe haben werde wolle müsse solle könne dürfe möge wisse hätte
        hätten wäre wären würde würden müsste müssten könnte könnten dürfte dürften
        sollten wollten gebe gäbe gäben gehe ginge gingen stehe stünde stünden komme
        käme kämen lasse ließe ließen nehme nähme nähmen sehe sähe sähen finde fände
        fänden bleibe blieben liege läge lägen halte hielten tue täte täten bringe
        brächte brächten denke dächten spreche sprächen bestehe verstehe entstehe
        bekomme erhalte behalte enthalte verliere gewinne beginne helfe treffe träfe
        träfen trage schlage laufe falle rufe werfe heiße scheine steige mache sage
        frage lebe arbeite brauche gehöre führe stelle setze zeige glaube meine kenne
        suche versuche erkläre erwarte fordere warne plane prüfe leide drohe fehle
        reiche koste betrachte diene bedeute gelte gälte entspreche unterstütze verfüge
        verfolge rechne hoffe nutze schade liefere stimme erfolge beziehe beruhe zahle
        spiele sorge verlange
        """

    /// Frequent words in -e that are no verbs: pronouns, articles, adverbs, numerals.
    static let neverVerbs =
        """
        eine keine meine deine seine ihre unsere eure diese jene solche welche manche
        alle viele beide einige wenige mehrere andere heute gerade beinahe ohne gerne
        lange bereite nahe ganze letzte erste zweite dritte vierte fünfte nächste große
        kleine neue alte gute hohe weitere eigene deutsche beste sogenannte konnte
        sollte wollte musste durfte mochte wurde hatte wusste machte sagte brachte
        dachte stellte erklärte meinte zeigte führte setzte
        """
}

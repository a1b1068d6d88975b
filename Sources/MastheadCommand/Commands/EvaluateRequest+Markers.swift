import Masthead

extension EvaluateRequest {
    /// How well stance markers agree with the documents' own; nil where no document carries
    /// markers, or the model has no terms of their languages.
    ///
    /// With `--cross-validate`, each group is marked by the counts of all others and of the
    /// samples of `--with`.
    func markerReport(
        _ documents: [AnnotatedDocument], in environment: Environment
    ) throws(CommandFailure) -> StanceReport? {
        let marked = documents.filter { $0.markers != nil }
        if marked.isEmpty { return nil }
        let model = try environment.model(self.model)
        let stance: StanceModel?
        do throws(ModelError) {
            stance = try model.stanceModel()
        } catch {
            throw CommandFailure("\(self.model ?? "built-in model"): \(error.message)")
        }
        guard let stance else { return nil }
        var evaluation = StanceEvaluation()
        if parts == nil {
            for document in marked where stance.knows(document.language) {
                evaluation.add(
                    found: stance.markers(in: StanceInput(document)),
                    annotated: document.markers ?? [])
            }
        } else {
            let always = try SampleFiles.documents(own, in: environment)
            for lexicon in stance.lexicons {
                var validation = StanceCrossValidation(lexicon: lexicon)
                validation.group = { [group] in $0.group(by: group) }
                evaluation.merge(validation.evaluate(marked, always: always))
            }
        }
        return evaluation.all.annotated + evaluation.all.found == 0
            ? nil : StanceReport(evaluation)
    }
}

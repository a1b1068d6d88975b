extension LabelTraining {
    /// The likeliest labels of the paragraphs of every document, by models that saw nothing of
    /// its group: what the pages look like where the outlet is new.
    ///
    /// Throws ``CrossValidationError`` where there are fewer groups than parts, and
    /// ``ModelError`` never in practice. O(parts · training).
    package static func crossFittedLabels(
        of documents: [AnnotatedDocument], own: [AnnotatedDocument], group key: String = "family",
        parts: Int = 5
    ) throws -> [[ParagraphLabel]] {
        let training = LabelTraining(documents, own: own, group: key)
        let validation = try CrossValidation(of: documents, by: key, folds: parts)
        var labels = [[ParagraphLabel]](repeating: [], count: documents.count)
        for part in 0..<parts {
            let tested = validation.test(part)
            let rest = training.without(Set(tested.map { validation.groups[$0] }))
            let analyzer = try Analyzer(model: rest.model(), finding: [])
            for index in tested {
                let page = analyzer.analyze(paragraphs: documents[index].paragraphs.map(\.text))
                labels[index] = page.paragraphs.map(\.label)
            }
        }
        return labels
    }
}

extension Command {
    /// The usage line without the program's name, for example `train --output MODEL SAMPLE...`.
    ///
    /// Required options are shown with their values, the others as `[OPTIONS]`.
    var synopsis: String {
        var parts = [name]
        for option in options where option.isRequired {
            parts += [option.spelling, option.valueName].compactMap { $0 }
        }
        if options.contains(where: { !$0.isRequired }) { parts.append("[OPTIONS]") }
        if let operands = operands.synopsis { parts.append(operands) }
        return parts.joined(separator: " ")
    }
}

extension Operands {
    /// The operands in a usage line, for example `[FILE...]`, or nil where there are none.
    var synopsis: String? {
        let word: String
        switch arity {
        case .none: return nil
        case .one: word = name
        case .many: word = name + "..."
        }
        return isOptional ? "[\(word)]" : word
    }

    /// The summary and the allowed words.
    var description: String {
        sentences([summary, accepted.sentence])
    }
}

extension Option {
    /// The summary and, where there are such, the allowed words, the default and the rules.
    var description: String {
        let fallbackSentence =
            switch fallback {
            case .value(let text), .described(let text): "Default: \(text)."
            case nil: ""
            }
        return sentences([
            summary, accepted?.sentence ?? "", fallbackSentence,
            isRequired ? "Required." : "", isRepeatable ? "May be repeated." : "",
        ])
    }
}

extension Accepted {
    /// The allowed words as a sentence, or nothing where any text is allowed.
    fileprivate var sentence: String {
        choices.map { "One of: \($0.joined(separator: ", "))." } ?? ""
    }
}

private func sentences(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
}

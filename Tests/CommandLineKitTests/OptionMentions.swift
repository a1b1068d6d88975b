/// The long options that a text mentions, dashes included and in order.
///
/// Written against the output alone, so that tests find what is missing from it and what the
/// table doesn't know alike.
func longOptions(in text: String) -> [String] {
    var found: [String] = []
    var rest = Substring(text)
    while let start = rest.firstRange(of: "--") {
        let name = rest[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        if !name.isEmpty && !name.hasPrefix("-") { found.append("--" + name) }
        rest = name.isEmpty ? rest[start.upperBound...] : rest[name.endIndex...]
    }
    return found
}

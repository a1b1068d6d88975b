extension StanceModel {
    /// Writes the model: a pool of strings, the lexicons' rows as numbers into it, settings and
    /// counts. The same model gives the same bytes everywhere.
    package func encode(into writer: inout ByteWriter) {
        let pool = StringPool(lexicons)
        writer.write(varint: UInt64(pool.strings.count))
        for string in pool.strings { writer.write(string) }
        writer.write(varint: UInt64(lexicons.count))
        for lexicon in lexicons {
            writer.write(lexicon.language)
            writer.write(varint: UInt64(lexicon.learntStart))
            writer.write(varint: UInt64(lexicon.terms.count))
            for term in lexicon.terms { pool.encode(term, into: &writer) }
        }
        for value in settings.values { writer.write(value) }
        counts.encode(into: &writer)
    }

    /// Reads what ``encode(into:)`` wrote and compiles the lexicons. Throws ``ModelError``.
    package init(from reader: inout ByteReader) throws(ModelError) {
        var strings: [String] = []
        for _ in 0..<(try reader.readCount()) { strings.append(try reader.readString()) }
        var lexicons: [StanceLexicon] = []
        for _ in 0..<(try reader.readCount()) {
            let language = try reader.readString()
            let learntStart = try reader.readVarint()
            var terms: [StanceTerm] = []
            for _ in 0..<(try reader.readCount(width: 5)) {
                terms.append(try StringPool.decodeTerm(&reader, strings))
            }
            guard learntStart <= UInt64(terms.count) else { throw reader.malformed }
            lexicons.append(
                StanceLexicon(terms: terms, learntStart: Int(learntStart), language: language))
        }
        var settings = StanceSettings()
        var values: [Float] = []
        for _ in 0..<settings.values.count { values.append(try reader.readFloat()) }
        guard values.allSatisfy({ $0 >= 0 && $0 <= 1000 }) else { throw reader.malformed }
        settings.values = values
        self.init(lexicons: lexicons, counts: try StanceCounts(from: &reader), settings: settings)
    }
}

extension StanceSettings {
    /// All numbers in a fixed order, as the model file keeps them.
    var values: [Float] {
        get {
            [
                wordingStrength, formStrength, contextStrength, ownStrength, contextWeight,
                ownWeight,
            ] + thresholds
        }
        set {
            wordingStrength = newValue[0]
            formStrength = newValue[1]
            contextStrength = newValue[2]
            ownStrength = newValue[3]
            contextWeight = newValue[4]
            ownWeight = newValue[5]
            thresholds = Array(newValue[6...])
        }
    }
}

/// The strings of all rows, each once: referents and alternatives repeat from row to row.
private struct StringPool {
    let strings: [String]
    private let numbers: [String: Int]

    init(_ lexicons: [StanceLexicon]) {
        var all: Set<String> = []
        for term in lexicons.flatMap(\.terms) {
            all.insert(term.term)
            all.insert(term.alternatives)
            for (key, value) in term.attributes {
                all.insert(key)
                all.insert(value)
            }
        }
        strings = all.sorted()
        numbers = Dictionary(uniqueKeysWithValues: strings.enumerated().map { ($1, $0) })
    }

    func encode(_ term: StanceTerm, into writer: inout ByteWriter) {
        writer.write(term.category.rawValue)
        writer.write(UInt8(StanceTerm.Form.allCases.firstIndex(of: term.form) ?? 0))
        write(term.term, into: &writer)
        write(term.alternatives, into: &writer)
        writer.write(varint: UInt64(term.attributes.count))
        for (key, value) in term.attributes.sorted(by: { $0.key < $1.key }) {
            write(key, into: &writer)
            write(value, into: &writer)
        }
    }

    private func write(_ string: String, into writer: inout ByteWriter) {
        writer.write(varint: UInt64(numbers[string] ?? 0))
    }

    static func decodeTerm(
        _ reader: inout ByteReader, _ strings: [String]
    ) throws(ModelError) -> StanceTerm {
        guard let category = StanceCategory(rawValue: try reader.read(UInt8.self)) else {
            throw reader.malformed
        }
        let form = Int(try reader.read(UInt8.self))
        guard StanceTerm.Form.allCases.indices.contains(form) else { throw reader.malformed }
        var term = StanceTerm(
            category: category, term: try string(&reader, strings),
            form: StanceTerm.Form.allCases[form])
        term.alternatives = try string(&reader, strings)
        for _ in 0..<(try reader.readCount(width: 2)) {
            let key = try string(&reader, strings)
            term.attributes[key] = try string(&reader, strings)
        }
        return term
    }

    private static func string(
        _ reader: inout ByteReader, _ strings: [String]
    ) throws(ModelError) -> String {
        let number = try reader.readVarint()
        guard number < UInt64(strings.count) else { throw reader.malformed }
        return strings[Int(number)]
    }
}

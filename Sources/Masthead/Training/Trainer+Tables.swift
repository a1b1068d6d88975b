import NaiveBayes

/// Why a table of training data can't be used: its name, and the fault in words.
public struct TrainingTableError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The table, for example `counts/labels.tsv`.
    public let table: String
    /// What is wrong and what was expected.
    public let fault: String

    /// The error in words.
    public var description: String { "\(table): \(fault)" }

    init(_ table: String, _ fault: CountTable.Fault) {
        self.table = table
        switch fault {
        case .line(let number, let expected): self.fault = "line \(number): expected \(expected)"
        }
    }

    init(_ table: String, fault: String) {
        self.table = table
        self.fault = fault
    }
}

extension Trainer {
    /// Adds the counts of a table of labels (``CountTable``). O(text).
    public mutating func addLabelCounts(_ text: String) throws(TrainingTableError) {
        do throws(CountTable.Fault) {
            counts.merge(try CountTable.counts(text))
        } catch {
            throw TrainingTableError("counts/labels.tsv", error)
        }
    }

    /// Takes the weights of a table (``WeightTable``). O(text).
    public mutating func setLabelWeights(_ text: String) throws(TrainingTableError) {
        do throws(CountTable.Fault) {
            weights = try WeightTable.weights(text)
        } catch {
            throw TrainingTableError("counts/weights.tsv", error)
        }
    }

    /// Adds the counts of a table of styles (``StyleCountTable``). O(text).
    public mutating func addStyleCounts(_ text: String) throws(TrainingTableError) {
        do throws(CountTable.Fault) {
            profile.styles.counts.merge(try StyleCountTable.counts(text))
        } catch {
            throw TrainingTableError("counts/styles.tsv", error)
        }
    }

    /// Takes the weights of a table of style weights. O(text).
    public mutating func setStyleWeights(_ text: String) throws(TrainingTableError) {
        do throws(CountTable.Fault) {
            profile.styles.weights = try StyleWeights(text: text)
        } catch {
            throw TrainingTableError("counts/style-weights.tsv", error)
        }
    }

    /// Takes the tables of the outlet profile. O(text).
    public mutating func setOutletTables(
        signatures: String, sources: String, cues: String, languages: String
    ) throws(OutletTableError) {
        profile.outletTables = try OutletTables(
            signatures: signatures, sources: sources, cues: cues, languages: languages)
    }

    /// Takes tables of stance terms by language; documents added before are not counted by
    /// them. O(text).
    public mutating func setLexicons(
        _ tables: [String: String]
    ) throws(TrainingTableError) {
        var lexicons: [StanceLexicon] = []
        for (language, text) in tables.sorted(by: { $0.key < $1.key }) {
            do throws(StanceTermError) {
                lexicons.append(
                    StanceLexicon(terms: try StanceTerm.table(text), language: language))
            } catch {
                throw TrainingTableError("stance/\(language).tsv", fault: "\(error)")
            }
        }
        if !lexicons.isEmpty { profile.stance = StanceTrainer(lexicons: lexicons) }
    }

    /// Notes that the model was made of a table of that name and text.
    package mutating func note(table name: String, _ text: String) {
        facts.tables.append(name)
        facts.tables.sort()
        var hash: UInt64 = 2
        for byte in text.utf8 {
            hash = (hash.rotated(by: 5) ^ UInt64(byte)) &* WordHash.multiplier
        }
        facts.digest &+= hash
    }
}

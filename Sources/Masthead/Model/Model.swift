/// A trained model: immutable, shared between threads, read in place.
public struct Model: Sendable {
    let file: ModelFile
    package let decoder: LabelDecoder
    package let weights: LabelWeights
    /// What the model says about itself.
    public let facts: ModelFacts

    /// The model inside the program.
    public static let builtIn: Model = {
        // The program is built together with its model; a test loads it.
        guard let model = try? Model(ModelMemory(builtIn: ()), verifying: false) else {
            preconditionFailure("the built-in model does not fit this program: train it again")
        }
        return model
    }()

    /// A model from the bytes of its file. The checksum and every bound are verified first.
    ///
    /// Throws ``ModelError``. O(bytes).
    public init(bytes: some Collection<UInt8>) throws(ModelError) {
        try self.init(ModelMemory(copying: bytes), verifying: true)
    }

    private init(_ memory: ModelMemory, verifying: Bool) throws(ModelError) {
        file = try ModelFile(memory, verifying: verifying)
        decoder = try LabelDecoder(file)
        weights = decoder.weights
        guard var reader = file.reader("facts") else { throw .malformed(section: "facts") }
        facts = try ModelFacts(from: &reader)
    }

    /// The bytes of the model's file. O(bytes).
    public var bytes: [UInt8] { file.memory.bytes }

    /// Number of terms the model has evidence of.
    public var termCount: Int { decoder.terms.count }

    /// The part that marks stance, read in place; nil where the model has none. Throws
    /// ``ModelError``. O(1).
    package func stanceModel() throws(ModelError) -> StanceModel? { try StanceModel(file) }

    /// The counts the model was made of. Throws ``ModelError``. O(bytes).
    func labelCounts() throws(ModelError) -> LabelCounts {
        guard var reader = file.reader("counts") else { throw .malformed(section: "counts") }
        return try LabelCounts(from: &reader)
    }
}

@testable import Masthead

#if canImport(Glibc)
    import Glibc
#endif

/// A mutated model is refused or can be used; loading takes less than a second of the processor and
/// no more memory than twice the file.
///
/// An input is a list of patches to a small model, so that a few bytes reach any part of a large
/// file; the checksum is made to fit.
enum ModelFuzz {
    private static let original = FuzzModels.bytes
    private static let sections: [(name: String, bytes: [UInt8])] = {
        guard let file = try? ModelFile(ModelMemory(copying: original), verifying: true) else {
            fatalError("the small model is refused")
        }
        return names(in: original).map { ($0, Array((try? file.bytes($0)) ?? [])) }
    }()

    /// Memory beside what grows with the file: tables of fixed size.
    private static let allowance = 64 << 10

    static func run(_ bytes: [UInt8]) {
        let file = patched(bytes)
        _ = FuzzModels.model
        Counters.tried += 1
        let start = clock()
        let (analyzer, peak) = AllocationMeter.peak { () -> Analyzer? in
            guard let model = try? Model(bytes: file) else { return nil }
            return try? Analyzer(model: model)
        }
        require(clock() - start < CLOCKS_PER_SEC, "a model loads within a second")
        Counters.most = max(Counters.most, Double(peak) / Double(max(file.count, 1)))
        require(
            peak <= 2 * file.count + allowance,
            "\(peak) bytes allocated for a model of \(file.count)")
        guard let analyzer else { return }
        Counters.loaded += 1
        let page = analyzer.analyze("Start | Politik\nDer Bericht kam spät, sagte er.\nTeilen\n")
        require(page.paragraphs.count == 3, "a loaded model can be used")
        for paragraph in page.paragraphs {
            require(
                paragraph.probabilities.allSatisfy { (0...1.001).contains($0) }, "probabilities")
        }
        _ = analyzer.explanation(ofParagraph: 1, in: page)
        // To learn takes much longer than to load: a part of the inputs is enough.
        if bytes.first ?? 0 >= 0xF0, var trainer = try? Trainer(analyzer.model) {
            let line = AnnotatedParagraph(text: "Teilen", label: .label(.share))
            trainer.add(AnnotatedDocument(paragraphs: [line]))
            require((try? Model(bytes: trainer.modelBytes())) != nil, "what has learnt loads")
        }
    }

    /// A change of the small model.
    private struct Patch {
        let op: UInt8
        let section: Int
        let place: Int
        let bytes: ArraySlice<UInt8>

        /// The next patch of an input: op, section, place, length, bytes.
        init?(_ rest: inout ArraySlice<UInt8>) {
            guard rest.count >= 5 else { return nil }
            let head = Array(rest.prefix(5))
            op = head[0] & 15
            section = Int(head[1])
            // Most of what can go wrong stands at the start of a section.
            let place = Int(head[2]) << 8 | Int(head[3])
            self.place = head[4] & 32 == 0 ? place & 255 : place * 257
            bytes = rest.dropFirst(5).prefix(Int(head[4] & 31))
            rest = rest.dropFirst(5 + bytes.count)
        }
    }

    /// The small model with the patches of an input.
    private static func patched(_ input: [UInt8]) -> [UInt8] {
        var (rest, patches) = (input[...], [Patch]())
        while let patch = Patch(&rest) { patches.append(patch) }
        // To build a model anew is slow; most patches write over what is there.
        let isRebuilt = patches.contains { (8...12).contains($0.op) }
        var sections = sections
        for patch in patches where isRebuilt { apply(patch, to: &sections) }
        var file = isRebuilt ? ModelFile.bytes(of: sections) : original
        for patch in patches {
            var place: Int? = patch.place % (64 + 32 * sections.count)
            if patch.op < 8 { place = isRebuilt ? nil : start(of: patch) }
            if patch.op < 8 || patch.op > 12, let place {
                for (offset, byte) in patch.bytes.enumerated() where place + offset < file.count {
                    file[place + offset] = byte
                }
            }
        }
        fixChecksum(of: &file)
        return file
    }

    /// Where in the unchanged file a patch writes.
    private static func start(of patch: Patch) -> Int {
        let entry = 64 + 32 * (patch.section % sections.count)
        let offset = (0..<8).reduce(0) { $0 | Int(original[entry + 16 + $1]) << (8 * $1) }
        let size = sections[patch.section % sections.count].bytes.count
        return offset + patch.place % max(size, 1)
    }

    private static func apply(
        _ patch: Patch, to sections: inout [(name: String, bytes: [UInt8])]
    ) {
        let section = patch.section % sections.count
        let size = sections[section].bytes.count
        let from = patch.place % max(size, 1)
        let to = min(from + max(patch.bytes.count, 1), size)
        switch patch.op {
        case 8: sections[section].bytes.removeSubrange(from..<to)
        case 9: sections[section].bytes.insert(contentsOf: patch.bytes, at: from)
        case 10: sections[section].bytes.removeSubrange(from..<size)
        case 11: sections.swapAt(section, patch.place % sections.count)
        case 12: sections[section].name = String(decoding: patch.bytes, as: UTF8.self)
        default:
            let end = min(from + patch.bytes.count, size)
            sections[section].bytes.replaceSubrange(from..<end, with: patch.bytes)
        }
    }

    private static func fixChecksum(of file: inout [UInt8]) {
        let sum = ModelMemory(copying: file).checksum(from: 40)
        for index in 0..<8 { file[32 + index] = UInt8(truncatingIfNeeded: sum >> (8 * index)) }
    }

    private static func names(in file: [UInt8]) -> [String] {
        (0..<Int(file[16])).map { index in
            let start = 64 + 32 * index
            return String(decoding: file[start..<start + 16].prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// Totals, printed at the end.
    private enum Counters {
        nonisolated(unsafe) static var tried = 0 {
            didSet { if tried == 1 { atexit { report() } } }
        }
        nonisolated(unsafe) static var loaded = 0
        nonisolated(unsafe) static var most = 0.0
    }

    private static func report() {
        let text =
            "model: \(Counters.tried) models, \(Counters.loaded) loaded, at most \(Counters.most) "
            + "times the file allocated\n"
        try? Descriptor.standardError.write(Array(text.utf8))
    }
}

/// Counts what is allocated and not freed, by hooks of the address sanitizer.
enum AllocationMeter {
    nonisolated(unsafe) private static var isOn = false
    nonisolated(unsafe) private static var current = 0
    nonisolated(unsafe) private static var most = 0

    private static let installed: Bool = {
        installHooks(
            { _, size in
                guard AllocationMeter.isOn else { return }
                AllocationMeter.current += size
                AllocationMeter.most = max(AllocationMeter.most, AllocationMeter.current)
            },
            { pointer in
                guard AllocationMeter.isOn else { return }
                AllocationMeter.current -= allocatedSize(pointer)
            }) > 0
    }()

    /// What `body` returns, and the most bytes that it held at a time.
    static func peak<Value>(_ body: () -> Value) -> (Value, peak: Int) {
        require(installed, "the address sanitizer has hooks")
        (current, most) = (0, 0)
        isOn = true
        let value = body()
        isOn = false
        return (value, most)
    }
}

@_silgen_name("__sanitizer_install_malloc_and_free_hooks")
private func installHooks(
    _ allocated: @convention(c) (UnsafeRawPointer?, Int) -> Void,
    _ freed: @convention(c) (UnsafeRawPointer?) -> Void
) -> CInt

@_silgen_name("__sanitizer_get_allocated_size")
private func allocatedSize(_ pointer: UnsafeRawPointer?) -> Int

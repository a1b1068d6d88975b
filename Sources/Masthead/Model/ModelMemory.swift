import DefaultModel

/// The bytes of a model, read in place: the one place of this module that touches raw memory.
///
/// The memory is aligned to 64 bytes and never changes, so it may be shared between threads.
@safe package final class ModelMemory: @unchecked Sendable {
    private let start: UnsafeRawPointer
    private let isOwned: Bool
    /// Number of bytes.
    package let count: Int

    /// A copy of `bytes`. O(bytes).
    package init(copying bytes: some Collection<UInt8>) {
        count = bytes.count
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(count, 1), alignment: 64)
        unsafe memory.copyBytes(from: bytes)
        // The buffer was made with at least one byte, so it has a base address.
        unsafe start = UnsafeRawPointer(memory.baseAddress!)
        isOwned = true
    }

    /// The model inside the program, in place. O(1).
    package init(builtIn: Void) {
        unsafe start = masthead_default_model_start()
        count = masthead_default_model_length
        isOwned = false
    }

    deinit {
        if isOwned { unsafe start.deallocate() }
    }

    /// The bytes, copied. O(bytes).
    package var bytes: [UInt8] { Array(slice(0..<count)) }

    /// A copy of some of the bytes; the range must lie within the memory. O(range).
    package func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        let part = unsafe UnsafeRawBufferPointer(
            start: start + range.lowerBound, count: range.count)
        return unsafe ArraySlice(part)
    }

    /// The text of some of the bytes, repaired where it is not UTF-8; the range must lie within
    /// the memory. O(range).
    package func string(_ range: Range<Int>) -> String {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        let part = unsafe UnsafeRawBufferPointer(
            start: start + range.lowerBound, count: range.count)
        return unsafe String(decoding: part, as: UTF8.self)
    }

    /// A mix of all bytes from `offset` on, eight at a time: the checksum of a model.
    package func checksum(from offset: Int) -> UInt64 {
        var lanes = SIMD4<UInt64>(1, 2, 3, 4)
        var position = offset
        while position + 32 <= count {
            let block = unsafe start.loadUnaligned(
                fromByteOffset: position, as: SIMD4<UInt64>.self)
            lanes = (lanes ^ block) &* WordHash.multiplier
            lanes ^= lanes &>> 29
            position += 32
        }
        var sum = lanes[0]
        for lane in 1..<4 { sum = (sum.rotated(by: 17) ^ lanes[lane]) &* WordHash.multiplier }
        while position < count {
            let byte = unsafe start.load(fromByteOffset: position, as: UInt8.self)
            sum = (sum.rotated(by: 5) ^ UInt64(byte)) &* WordHash.multiplier
            position += 1
        }
        return sum ^ UInt64(count - offset)
    }

    /// A table of fixed-width elements in the memory, or nil where the range does not lie
    /// within it, is not aligned, or is not a whole number of elements. O(1).
    package func table<Element: BitwiseCopyable>(
        _ range: Range<Int>, of _: Element.Type
    ) -> TableView<Element>? {
        let stride = MemoryLayout<Element>.stride
        guard range.lowerBound >= 0, range.upperBound <= count, range.count % stride == 0,
            range.lowerBound % MemoryLayout<Element>.alignment == 0
        else { return nil }
        let base = unsafe (start + range.lowerBound).assumingMemoryBound(to: Element.self)
        return unsafe TableView(base: base, count: range.count / stride, memory: self)
    }
}

/// A read-only array inside a model's memory. Every access is bounds-checked but the one that is
/// marked unsafe.
@safe package struct TableView<Element: BitwiseCopyable>: @unchecked Sendable {
    private let base: UnsafePointer<Element>
    private let memory: ModelMemory
    /// Number of elements.
    package let count: Int

    fileprivate init(base: UnsafePointer<Element>, count: Int, memory: ModelMemory) {
        unsafe self.base = unsafe base
        self.count = count
        self.memory = memory
    }

    /// The element at an index from 0 to `count` − 1.
    @inline(__always)
    package subscript(index: Int) -> Element {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
        return unsafe base[index]
    }

    /// The element at an index that is known to lie between 0 and `count` − 1.
    @unsafe @inline(__always)
    package subscript(unchecked index: Int) -> Element { unsafe base[index] }
}

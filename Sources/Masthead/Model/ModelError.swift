/// Why bytes are not a usable model.
public enum ModelError: Error, Sendable, Hashable {
    /// The bytes do not begin as a model does.
    case notAModel
    /// The model ends before its content does.
    case truncated
    /// The checksum does not match: the file was altered.
    case altered
    /// The model was written by a newer version; `version` is its format's number.
    case tooNew(version: Int)
    /// The model was made with other features than this program computes.
    case otherFeatures
    /// Content that no writer makes, named by its section.
    case malformed(section: String)
}

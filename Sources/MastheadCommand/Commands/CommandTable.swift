import CommandLineKit
import Masthead

extension Command {
    private static let pages = Operands(
        "FILE", .many, isOptional: true,
        summary: "Pages to read; '-' or none for standard input.")
    private static let samples = Operands(
        "SAMPLES", .many, summary: "Files of samples, or directories of them.")

    /// `clean`.
    static let clean = Command(
        "clean", summary: "Print the article of each page.",
        details: [
            "Keeps the paragraphs labelled body or headline and leaves out the rest: menus, "
                + "teasers, share prompts, notices. Labels that belong to an article without "
                + "being its text, such as caption, are kept on request.",
            "With --repeated-lines, a line that stood on an earlier page of the same site is less "
                + "likely kept. A page's site is its record's 'site', the host of its 'url', or "
                + "the folder of the text; pages that tell none are taken for one site's. Pages "
                + "are then worked on one at a time, and their order matters.",
        ],
        operands: pages,
        options: [
            .keep, .precision, .recall, .repeatedLines, .format, .input, .model, .output,
            .threads, .strict, .lineBuffered,
        ],
        examples: [
            Example("masthead clean page.txt", "Print the article of a page."),
            Example(
                "zcat crawl.warc.wet.gz | masthead clean --format jsonl",
                "Clean the pages of a web archive."),
            Example(
                "masthead clean --keep byline,caption page.txt",
                "Keep bylines and captions too."),
        ])

    /// `label`.
    static let label = Command(
        "label", summary: "Print each paragraph of each page with its label.",
        details: [
            "A record printed as JSON has the shape of a training sample: where a label is wrong, "
                + "correct it and give the record to 'masthead learn'."
        ],
        operands: pages,
        options: [.format, .input, .model, .output, .threads, .strict, .lineBuffered],
        examples: [
            Example("masthead label page.txt", "Show what each paragraph is."),
            Example(
                "masthead label --format jsonl pages.jsonl > labelled.jsonl",
                "Label a file of pages, a record a line."),
        ])

    /// `explain`.
    static let explain = Command(
        "explain", summary: "Say what decided labels, profile and markers.",
        details: [
            "Evidence is in natural log-odds for the label against the second likeliest one: 0.69 "
                + "doubles the odds, and a negative number speaks against the label. What is "
                + "shown adds up to the margin.",
            "With --outlet, the evidence for the style that the page resembles most, and the "
                + "words that name an outlet, credit a source or betray a translation. With "
                + "--markers, what proposed each marker and how likely it is.",
        ],
        operands: Operands(
            "FILE", .one, isOptional: true,
            summary: "The page to read; '-' or none for standard input."),
        options: [.paragraph, .outlet, .markers, .evidence, .answerFormat, .input, .model],
        examples: [
            Example(
                "masthead explain page.txt --paragraph 3",
                "Say why the fourth paragraph has its label."),
            Example("masthead explain page.txt --outlet", "Say what shows the page's source."),
        ])

    /// `train`.
    static let train = Command(
        "train", summary: "Make a model from samples alone.",
        details: [
            "The same samples make the same model, byte for byte.",
            "Samples are annotated documents as 'masthead label' prints them, lines of fastText "
                + "that begin with '__label__', or exports of doccano or Prodigy.",
        ],
        operands: samples, options: [.newModel, .force],
        examples: [
            Example("masthead train TrainingData -o my.masthead", "Train on a directory.")
        ])

    /// `learn`.
    static let learn = Command(
        "learn", summary: "Add samples to a model, or take them out.",
        details: [
            "What has been learnt and is then forgotten leaves the model as it was, byte for "
                + "byte. Processes that learn into one model wait for each other.",
            "A table of signatures has the columns outlet, style, language, wording, where "
                + "(boilerplate, article or any) and strength (names or supports), separated by "
                + "tabs, and their names in its first line.",
            "Samples with complete stance markers may hold wordings that the model has no term "
                + "for. They are printed as a table with their z-scores and change nothing; the "
                + "rows that should be terms are given back with --accept-terms. Terms are "
                + "accepted before samples are learnt, and forgotten after them.",
        ],
        operands: Operands(
            "SAMPLES", .many, isOptional: true,
            summary: "Files of samples, or directories of them; none only with a table."),
        options: [.signatures, .acceptTerms, .model, .learntModel, .force, .forget],
        examples: [
            Example(
                "masthead learn corrections.jsonl -o my.masthead",
                "Add corrections to the built-in model."),
            Example(
                "masthead learn --forget corrections.jsonl --model my.masthead",
                "Take them out again."),
            Example(
                "masthead learn --signatures mine.tsv --model my.masthead",
                "Name more outlets."),
            Example(
                "masthead learn marked.jsonl --model my.masthead > proposed.tsv",
                "Learn markers and list new terms."),
        ])

    /// `profile`.
    static let profile = Command(
        "profile", summary: "Print what the pages of each site have in common.",
        details: [
            "For each site: figures of its pages with intervals of 95 %, stance markers in 1,000 "
                + "words, words and wordings that stand out against the other sites with their "
                + "z-scores, credited sources, and lines that repeat over its pages.",
            "The site of a record is its member 'site', else the host of its 'url'; of a plain "
                + "text, the folder that it lies in. With --by outlet, it is the outlet that the "
                + "page names, else the one that its record does.",
        ],
        operands: pages,
        options: [
            .profileKey, .reference, .limit, .profileFormat, .input, .model, .threads,
        ],
        examples: [
            Example("masthead profile pages.jsonl", "Compare the sites of a collection.")
        ])

    /// `evaluate`.
    static let evaluate = Command(
        "evaluate", summary: "Measure how well labels agree with samples.",
        details: [
            "Without --cross-validate the model is measured as it is; samples that it has learnt "
                + "from then say nothing. With it, the samples are split into parts, and each "
                + "part is labelled by a model trained on the others alone.",
            // In words, for every command would wait for the names to be made.
            "Parts of the evidence for --without: characters, details, form, persons, publisher, "
                + "repeats, title, place, prose, adjacent, around, further, pairs, density, "
                + "enclosed, words, bigrams, grams, context. What the figures lose without a part "
                + "is what it is worth.",
            "With --outlets, styles are measured on samples that say their outlet's style, named "
                + "outlets on those that say its name, credits on those that have credits. A "
                + "table of sites has the columns domain, outlet and style, separated by tabs. "
                + "--learning-curve adds slices learnt from an eighth, a quarter and a half.",
            "Samples with complete stance markers are measured for them too, as they are labelled: "
                + "F1 on exact and on overlapping ranges, voice and polarity. With "
                + "--cross-validate each group of samples is marked by counts of all others.",
        ],
        operands: samples,
        options: [
            .model, .crossValidate, .by, .with, .without, .learningCurve, .repeatedLines,
            .outlets, .sites, .credits, .evidenceKinds, .slices, .floors, .reportFormat,
        ],
        examples: [
            Example("masthead evaluate test.jsonl", "Measure the built-in model."),
            Example(
                "masthead evaluate samples.jsonl --cross-validate 5 --by site",
                "Train and test on different sites."),
            Example(
                "masthead evaluate --outlets samples.jsonl --sites sites.tsv",
                "Measure outlet profiles."),
        ])

    /// `tabulate`.
    static let tabulate = Command(
        "tabulate", summary: "Derive count tables and weights from samples.",
        details: [
            "For samples whose texts can't be part of a training directory: what leaves them are "
                + "counts of terms and shapes that stood at least three times and in at least two "
                + "groups, and the weights fitted on them. 'masthead train' reads both.",
            "For labels these are labels.tsv and weights.tsv; where samples or their sites say an "
                + "outlet's style, styles.tsv and style-weights.tsv too.",
        ],
        operands: samples, options: [.with, .by, .sites, .tables],
        examples: [
            Example(
                "masthead tabulate pages.jsonl --with TrainingData/documents "
                    + "-o TrainingData/counts",
                "Derive the tables of the project.")
        ])

    /// `model`.
    static let model = Command(
        "model", summary: "Describe a model.",
        operands: Operands(
            "MODEL", .one, isOptional: true,
            summary: "The file of the model; none for the built-in one."),
        options: [.answerFormat])
}

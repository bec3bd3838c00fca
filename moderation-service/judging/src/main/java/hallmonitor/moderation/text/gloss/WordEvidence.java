package hallmonitor.moderation.text.gloss;

/** Counts a text's words by language. Shared words and parts of names count for neither. */
public record WordEvidence(int words, int english, int spanish) {}

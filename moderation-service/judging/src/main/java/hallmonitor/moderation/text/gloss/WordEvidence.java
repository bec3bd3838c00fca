package hallmonitor.moderation.text.gloss;

/**
 * How many of a text's words are of which language; those that both languages have, and parts of
 * names, are of neither.
 */
public record WordEvidence(int words, int english, int spanish) {}

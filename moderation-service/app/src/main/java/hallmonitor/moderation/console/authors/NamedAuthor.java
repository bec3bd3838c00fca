package hallmonitor.moderation.console.authors;

/**
 * An author in a list of several.
 *
 * @param name that was used last; empty if there was none
 */
public record NamedAuthor(SeenAuthor author, String name) {}

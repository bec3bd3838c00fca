package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.wording.Sentence;

/**
 * A number that leads a report.
 *
 * @param detail what it is made of
 * @param trend how it differs from the period before
 * @param tone {@code better} or {@code worse}; empty if a difference is neither
 * @param table the table with its figures, by id
 */
public record Headline(
    Sentence label, String value, Sentence detail, Sentence trend, String tone, String table) {}

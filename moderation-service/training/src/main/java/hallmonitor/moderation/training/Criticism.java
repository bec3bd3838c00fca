package hallmonitor.moderation.training;

import java.util.List;

/**
 * Recognizes corpus rows that are harsh but lawful criticism of the district and its employees:
 * speech that must never be hidden. They are recognized by their file names, which their ids
 * contain.
 */
final class Criticism {
  private static final List<String> NAMES = List.of("criticism", "critica");

  private Criticism() {}

  static boolean is(Corpus.Row row) {
    return row.labels().isEmpty() && NAMES.stream().anyMatch(row.id()::contains);
  }
}

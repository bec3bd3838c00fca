package hallmonitor.moderation.training;

import java.util.List;

/**
 * Which rows of the corpus are harsh but lawful criticism of the district and those who work for
 * it: the speech that must never be hidden. Their files' names, and so their ids, say it.
 */
final class Criticism {
  private static final List<String> NAMES = List.of("criticism", "critica");

  private Criticism() {}

  static boolean is(Corpus.Row row) {
    return row.labels().isEmpty() && NAMES.stream().anyMatch(row.id()::contains);
  }
}

package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.DocumentVersion;
import hallmonitor.moderation.drafting.Versions;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published version and what it changed.
 *
 * @param before the version that it replaced; null for the oldest known
 * @param sentences what it changed, in words; empty where only the text can say
 */
public record VersionChange(
    DocumentVersion version, @Nullable DocumentVersion before, List<Sentence> sentences) {
  /** Older ones are listed without words: each costs reading two texts. */
  private static final int IN_WORDS = 20;

  /** Returns all versions, newest first. */
  static List<VersionChange> all(ConsoleDatabase database, Document document) {
    List<DocumentVersion> newestFirst = database.read(h -> Versions.all(h, document));
    List<VersionChange> all = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      DocumentVersion before = i + 1 < newestFirst.size() ? newestFirst.get(i + 1) : null;
      all.add(of(database, document, newestFirst.get(i), before, i < IN_WORDS));
    }
    return all;
  }

  /** Returns the latest change; empty as long as there is only one version. */
  static Optional<VersionChange> latest(ConsoleDatabase database, Document document) {
    List<DocumentVersion> two =
        database.read(h -> Versions.all(h, document)).stream().limit(2).toList();
    return two.size() < 2
        ? Optional.empty()
        : Optional.of(of(database, document, two.get(0), two.get(1), true));
  }

  private static VersionChange of(
      ConsoleDatabase database,
      Document document,
      DocumentVersion version,
      @Nullable DocumentVersion before,
      boolean inWords) {
    return new VersionChange(
        version,
        before,
        before == null || !inWords || document != Document.POLICY
            ? List.of()
            : Differences.inWords(document, body(database, before), body(database, version)));
  }

  private static String body(ConsoleDatabase database, DocumentVersion version) {
    return database.read(h -> Versions.find(h, version.id())).orElseThrow().body();
  }
}

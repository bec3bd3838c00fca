package hallmonitor.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.system.history.CommentHistory.Act;
import hallmonitor.system.history.CommentHistory.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the platform itself wrote down: each text of each comment, and each change of visibility,
 * which only Hall Monitor makes in a run.
 */
final class PlatformJournal {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHOWN = "approved";

  /**
   * A comment there.
   *
   * @param parent id of the comment that it answers, or 0
   */
  record Entry(int id, int post, int parent, String name, List<Said> said, List<Effect> effects) {}

  /**
   * A text of it.
   *
   * @param raw as WordPress stores it
   */
  record Said(Instant at, String raw) {
    /** Returns it as its author wrote it. */
    String words() {
      return raw.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
  }

  private final Map<Integer, Entry> entries = new LinkedHashMap<>();
  private final Map<Integer, String> status = new LinkedHashMap<>();

  private PlatformJournal() {}

  /** Reads a journal. */
  static PlatformJournal of(Path file) {
    PlatformJournal journal = new PlatformJournal();
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        journal.add(JSON.readTree(line));
      }
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(JsonNode line) {
    int id = line.path("id").asInt();
    Instant at = Instant.ofEpochMilli(line.path("at").asLong());
    switch (line.path("op").asText()) {
      case "put" -> {
        status.put(id, SHOWN);
        entries.put(
            id,
            new Entry(
                id,
                line.path("post").asInt(),
                line.path("parent").asInt(),
                line.path("name").asText(),
                new ArrayList<>(List.of(new Said(at, line.path("raw").asText()))),
                new ArrayList<>()));
      }
      case "edit" -> entry(id).said().add(new Said(at, line.path("raw").asText()));
      case "status" -> changed(id, line.path("status").asText(), at);
      default -> throw new IllegalStateException("nobody does this in a run: " + line);
    }
  }

  private void changed(int id, String next, Instant at) {
    boolean before = SHOWN.equals(status.put(id, next));
    boolean after = SHOWN.equals(next);
    if (before != after) {
      entry(id).effects().add(new Effect(at, after ? Act.RESTORE : Act.HIDE));
    }
  }

  private Entry entry(int id) {
    return Objects.requireNonNull(entries.get(id), "a comment is written first");
  }

  /** Returns the comments in the order in which they were written. */
  List<Entry> entries() {
    return List.copyOf(entries.values());
  }
}

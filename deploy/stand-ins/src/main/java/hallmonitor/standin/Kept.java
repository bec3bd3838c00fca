package hallmonitor.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.standin.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Things by their id, in the order in which they came. With a file they outlive the process: each
 * change is a line of it. Not thread-safe.
 *
 * @param <T> what is kept; Jackson reads and writes it
 */
final class Kept<T> implements AutoCloseable {
  /**
   * What a thing is from now on.
   *
   * @param now null if it is gone
   */
  record Change(String id, @Nullable JsonNode now) {}

  private final Map<String, T> all = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Optional<Journal<Change>> journal;
  private Runnable listener = () -> {};
  private long version;

  /**
   * Opens them.
   *
   * @param file created if missing; without one, they are only in memory
   */
  Kept(Optional<Path> file, Class<T> type) throws IOException {
    journal =
        file.isEmpty()
            ? Optional.empty()
            : Optional.of(Journal.open(file.get(), Change.class, change -> replay(change, type)));
  }

  private void replay(Change change, Class<T> type) {
    try {
      known.add(change.id());
      if (change.now() == null || change.now().isNull()) {
        all.remove(change.id());
      } else {
        all.put(change.id(), Json.MAPPER.treeToValue(change.now(), type));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a line of another form", e);
    }
  }

  /** Sets what is called after each change. It must be quick. */
  void onChange(Runnable called) {
    listener = called;
  }

  /** Returns a number that counts up with each change. */
  long version() {
    return version;
  }

  Optional<T> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /**
   * Returns a thing.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  T get(String id) {
    return find(id).orElseThrow();
  }

  List<T> values() {
    return List.copyOf(all.values());
  }

  /** Returns how many there ever were, with those that are gone: what numbers the next one. */
  int ever() {
    return known.size();
  }

  void put(String id, T thing) {
    write(new Change(id, Json.MAPPER.valueToTree(thing)));
    known.add(id);
    all.put(id, thing);
    changed();
  }

  void remove(String id) {
    if (all.containsKey(id)) {
      write(new Change(id, null));
      all.remove(id);
      changed();
    }
  }

  private void write(Change change) {
    if (journal.isPresent()) {
      try {
        journal.get().append(change);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void changed() {
    version++;
    listener.run();
  }

  @Override
  public void close() {
    try {
      if (journal.isPresent()) {
        journal.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

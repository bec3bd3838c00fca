package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The started parts in layers. Stops them from the top down, even during a start. */
final class StartedParts implements AutoCloseable {
  /** Each layer needs those listed before it. */
  enum Layer {
    LOCK(null),
    DATABASE("Stopping PostgreSQL."),
    DATABASE_WATCH(null),
    BACKUP(null),
    BROKER("Stopping Kafka."),
    PAGES(null),
    SERVICES("Stopping the services.");

    private final @Nullable String farewell;

    Layer(@Nullable String farewell) {
      this.farewell = farewell;
    }
  }

  private final StartProgress progress;
  private final Map<Layer, List<AutoCloseable>> started = new EnumMap<>(Layer.class);
  private boolean closed;

  StartedParts(StartProgress progress) {
    this.progress = progress;
  }

  /**
   * Adds a part.
   *
   * @throws CannotStart if everything is being stopped; the part is stopped first
   */
  void add(Layer layer, AutoCloseable part) {
    synchronized (this) {
      if (!closed) {
        started.computeIfAbsent(layer, l -> new ArrayList<>()).add(part);
        return;
      }
    }
    stop(part);
    throw new CannotStart("Hall Monitor was stopped while it started.");
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    Layer[] layers = Layer.values();
    for (int i = layers.length - 1; i >= 0; i--) {
      List<AutoCloseable> parts = started.getOrDefault(layers[i], List.of());
      if (!parts.isEmpty() && layers[i].farewell != null) {
        progress.say(layers[i].farewell);
      }
      Parallel.run(parts.stream().<Runnable>map(part -> () -> stop(part)).toList());
    }
  }

  /** Stops a part and logs its failure, so that the others are still stopped. */
  private void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      progress.say("Something did not stop cleanly: " + e.getMessage());
    }
  }
}

package hallmonitor.bench.console;

import hallmonitor.local.StackSettings;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A large archive that is loaded once and measured several times. */
final class KeptArchive {
  private static final String LOADED = "loaded-comments";

  private final Optional<Path> data;
  private final int comments;

  /** Loads something. */
  @FunctionalInterface
  interface Loading {
    void run() throws Exception;
  }

  /**
   * Creates it.
   *
   * @param data where it is kept; empty to keep nothing
   * @param comments how many it has
   * @throws ToolFailure if the folder has something else
   */
  KeptArchive(Optional<Path> data, int comments) {
    this.data = data.map(Path::toAbsolutePath);
    this.comments = comments;
    this.data.ifPresent(this::check);
  }

  private void check(Path folder) {
    try {
      if (!Files.exists(folder)) {
        return;
      }
      Path loaded = folder.resolve(LOADED);
      String found = Files.exists(loaded) ? Files.readString(loaded).strip() : "an unfinished load";
      if (!found.equals(String.valueOf(comments))) {
        throw new ToolFailure(
            "%s has %s, not %d comments. Delete it, or name another folder."
                .formatted(folder, found, comments));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns settings that keep the data there. */
  StackSettings in(StackSettings settings) {
    return data.map(folder -> settings.withData(folder.resolve("data"))).orElse(settings);
  }

  /** Loads it unless it is there. */
  void fill(Loading load) throws Exception {
    if (data.isPresent() && Files.exists(data.get().resolve(LOADED))) {
      return;
    }
    load.run();
    if (data.isPresent()) {
      Files.writeString(data.get().resolve(LOADED), comments + "\n");
    }
  }
}

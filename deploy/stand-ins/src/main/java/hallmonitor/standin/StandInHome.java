package hallmonitor.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a stand-in is reached, and where it keeps what people write.
 *
 * @param page the address of the page on which people read and write, on a server that passes what
 *     is below {@link #API} to the stand-in; if empty, it listens on a port of its own
 * @param folder created if missing; if empty, everything is in memory
 */
public record StandInHome(Optional<Supplier<String>> page, Optional<Path> folder) {
  /** The path of the API below the page. */
  public static final String API = "/api";

  /** Returns the home of a stand-in that forgets everything, for a test. */
  public static StandInHome alone() {
    return new StandInHome(Optional.empty(), Optional.empty());
  }

  /**
   * Returns the home of a stand-in that another server passes requests to.
   *
   * @param page without a trailing slash; asked when it is needed
   */
  public static StandInHome at(Supplier<String> page, Path folder) {
    return new StandInHome(Optional.of(page), Optional.of(folder));
  }

  <T> Kept<T> kept(String name, Class<T> type) throws IOException {
    return new Kept<>(folder.map(in -> in.resolve(name + ".ndjson")), type);
  }
}

package hallmonitor.moderation.console.seed;

import java.nio.file.Path;

/** Where the tests of one JVM write: several run at the same time. */
public final class JvmFolder {
  private static final Path FOLDER =
      Path.of(System.getProperty("test.folder", "target")).toAbsolutePath();

  private JvmFolder() {}

  /** Returns a file or a folder in it, which need not exist. */
  public static Path of(String name) {
    return FOLDER.resolve(name);
  }
}

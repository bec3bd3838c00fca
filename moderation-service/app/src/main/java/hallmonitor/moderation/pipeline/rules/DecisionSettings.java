package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The district's decision rules from the optional {@code decisions.yaml}. A change on disk takes
 * effect within a second; a wrong one keeps the old version.
 */
public final class DecisionSettings implements Supplier<DecisionRules> {
  private final WatchedFile<DecisionRules> file;

  private DecisionSettings(WatchedFile<DecisionRules> file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static DecisionSettings read(Path folder) {
    return new DecisionSettings(
        WatchedFile.optional(folder.resolve(DecisionsFile.NAME), DecisionsFile::read));
  }

  @Override
  public DecisionRules get() {
    return file.current().value();
  }

  /** Checks the file again. */
  public void refresh() {
    file.refresh();
  }

  /** Returns the current file, with the mistakes of a rejected newer version. */
  public WatchedFile<DecisionRules> file() {
    return file;
  }
}

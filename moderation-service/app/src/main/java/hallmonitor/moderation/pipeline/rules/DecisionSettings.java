package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * {@code decisions.yaml}, where there is one: how the district decides. A change on disk is in
 * force within a second; a wrong one leaves the old version in force.
 */
public final class DecisionSettings implements Supplier<DecisionRules> {
  private final WatchedFile<DecisionRules> file;

  private DecisionSettings(WatchedFile<DecisionRules> file) {
    this.file = file;
  }

  /**
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

  /** Looks at the file again. */
  public void refresh() {
    file.refresh();
  }

  /** As it is in force, with the mistakes that keep a newer one from it. */
  public WatchedFile<DecisionRules> file() {
    return file;
  }
}

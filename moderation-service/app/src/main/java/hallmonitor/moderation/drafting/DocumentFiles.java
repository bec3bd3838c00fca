package hallmonitor.moderation.drafting;

import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The current file of each document on this machine. */
public final class DocumentFiles {
  private final LiveRules rules;
  private final Map<Document, WatchedFile<?>> files = new EnumMap<>(Document.class);

  /**
   * Opens the files.
   *
   * @param used by other parts of this service, besides the rules; files that only other services
   *     use are watched here, and a mistake in them does not stop judging
   */
  public DocumentFiles(Path folder, LiveRules rules, Map<Document, WatchedFile<?>> used) {
    this.rules = rules;
    files.putAll(used);
    files.put(Document.POLICY, rules.policy());
    files.put(Document.DISTRICT, rules.district());
    for (Document document : Document.values()) {
      files.computeIfAbsent(
          document,
          d -> WatchedFile.ofOthers(folder.resolve(d.file()), text -> d.read(text, rules)));
    }
  }

  LiveRules rules() {
    return rules;
  }

  /** Returns the current version; a blank text, with the shipped defaults, if there is no file. */
  public WatchedFile.Version<?> current(Document document) {
    return file(document).current();
  }

  /**
   * Returns whether the file has been wrong since the start, so that no one wrote the current
   * value.
   */
  boolean isStandIn(Document document) {
    return file(document).isStandIn();
  }

  private WatchedFile<?> file(Document document) {
    return Objects.requireNonNull(files.get(document), "the constructor opens every file");
  }

  /** Checks all files; cheap enough for once a second. */
  public void refresh() {
    rules.refresh();
    files.values().forEach(WatchedFile::refresh);
  }

  /** Returns mistakes on disk that keep older versions in use. */
  public List<FileProblem> problems() {
    List<FileProblem> problems = new ArrayList<>(rules.problems());
    files.forEach(
        (document, file) -> {
          if (document != Document.POLICY && document != Document.DISTRICT) {
            problems.addAll(file.problems());
          }
        });
    return problems;
  }
}

package hallmonitor.moderation.drafting;

import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The file of each document, as it is in force on this machine. */
public final class DocumentFiles {
  private final LiveRules rules;
  private final Map<Document, WatchedFile<?>> files = new EnumMap<>(Document.class);

  /**
   * @param used by other parts of this service, beside the rules; whatever only other services use
   *     is watched here, and a mistake in it holds nobody up who judges comments
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

  /** What is in force; a blank text where there is no such file, and what ships holds. */
  public WatchedFile.Version<?> current(Document document) {
    return files.get(document).current();
  }

  /**
   * Whether the file has been wrong since the start: what is current was never written by anybody.
   */
  boolean isStandIn(Document document) {
    return files.get(document).isStandIn();
  }

  /** Looks at all files; cheap enough for once a second. */
  public void refresh() {
    rules.refresh();
    files.values().forEach(WatchedFile::refresh);
  }

  /** Mistakes on disk that keep an older version in force. */
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

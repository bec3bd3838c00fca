package hallmonitor.moderation.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The labeled comments that a command line names. */
final class Sources {
  @Parameters(
      paramLabel = "CORPUS-FOLDER",
      description = "labeled comments of the form of moderation-service/training/corpus")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--public",
      paramLabel = "FILE.tsv",
      description = "a table of public sets, as deploy/train mixes them")
  private List<Path> tables = new ArrayList<>();

  /**
   * @param named folders of the project's form, and tables of public sets after {@code --public}
   */
  static Corpus read(List<String> named) throws IOException {
    Sources sources = new Sources();
    new CommandLine(sources).parseArgs(named.toArray(String[]::new));
    return sources.read();
  }

  /** Returns the project's own corpus if no folder is named. */
  Sources orShipped() {
    if (folders.isEmpty()) {
      Path root = Path.of(System.getProperty("hallmonitor.root", "."));
      folders.add(root.resolve("moderation-service/training/corpus"));
    }
    return this;
  }

  /** Lists unusable rows on standard error. */
  Corpus read() throws IOException {
    Corpus all = new Corpus(List.of(), List.of());
    for (Path folder : folders) {
      all = all.and(Corpus.read(folder));
    }
    for (Path table : tables) {
      all = all.and(PublicTable.read(table));
    }
    listLeftOut(all);
    return all;
  }

  static void listLeftOut(Corpus corpus) {
    corpus.problems().forEach(problem -> System.err.println("left out: " + problem));
  }
}

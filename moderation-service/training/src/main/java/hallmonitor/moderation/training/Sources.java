package hallmonitor.moderation.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the labeled comments named on a command line. */
final class Sources {
  static final String PUBLIC = "--public";

  private Sources() {}

  /**
   * Reads sources.
   *
   * @param named folders in the project's format, and tables of public sets after {@link #PUBLIC};
   *     unusable rows are listed on standard error
   */
  static Corpus read(List<String> named) throws IOException {
    Corpus all = new Corpus(List.of(), List.of());
    for (int i = 0; i < named.size(); i++) {
      boolean table = named.get(i).equals(PUBLIC) && i + 1 < named.size();
      all =
          all.and(
              table
                  ? PublicTable.read(Path.of(named.get(++i)))
                  : Corpus.read(Path.of(named.get(i))));
    }
    all.problems().forEach(problem -> System.err.println("left out: " + problem));
    return all;
  }
}

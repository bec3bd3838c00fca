package hallmonitor.importer.format;

import java.io.IOException;
import java.util.Optional;

/** The rows of one part of a file, in its order. */
public interface RowStream {
  /**
   * Reads the next one.
   *
   * @return empty at the end
   * @throws IOException with a sentence for people, if nothing after this place can be read
   */
  Optional<SourceRow> next() throws IOException;
}

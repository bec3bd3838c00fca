package hallmonitor.importer;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file, and what is kept beside it or in another folder.
 *
 * @param state how far it has come
 * @param report what was refused
 */
record ImportFiles(Path source, Path state, Path report) {
  static ImportFiles of(Path source, Optional<Path> folder) {
    Path beside = folder.orElseGet(() -> source.toAbsolutePath().resolveSibling(""));
    String name = String.valueOf(source.getFileName());
    return new ImportFiles(
        source, beside.resolve(name + ".import.json"), beside.resolve(name + ".refused.ndjson"));
  }
}

package hallmonitor.local.backup;

import hallmonitor.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the signed checkpoints of the evidence one by one. They are many and small, never change,
 * and are never deleted. Only a restore to an earlier moment takes some away, and signs others
 * under their names: the copies of the old ones are kept in a folder beside the new ones.
 */
final class CheckpointMirror {
  private static final Pattern OF_RECORD = Pattern.compile("checkpoint-([0-9]{1,18})\\..*");

  /** Known to be the same; a restore, which could change that, ends this process first. */
  private final Set<String> copied = new HashSet<>();

  /**
   * Copies those that the other folder lacks, and moves aside what a restore took away.
   *
   * @param now names the folder for what is moved aside
   */
  void copy(Path from, Path to, Instant now) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    PrivateFiles.folder(to);
    Set<String> names = new TreeSet<>(names(from));
    Set<String> there = new HashSet<>(names(to));
    for (String name : List.copyOf(there)) {
      if (!names.contains(name)
          || !copied.contains(name) && !same(from.resolve(name), to.resolve(name))) {
        Path aside = to.resolve("superseded-" + BackupFolder.idOf(now));
        PrivateFiles.folder(aside);
        Files.move(to.resolve(name), aside.resolve(name));
        there.remove(name);
      }
    }
    for (String name : names) {
      if (there.add(name)) {
        DurableFiles.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
      }
    }
    copied.addAll(there);
  }

  private static boolean same(Path one, Path other) throws IOException {
    return Files.mismatch(one, other) == -1;
  }

  /**
   * Copies the public keys, and the checkpoints of records that a ledger has. Others would sign
   * what was lost.
   *
   * @param records how many records the ledger has
   */
  static void restore(Path from, Path to, long records) throws IOException {
    if (Files.isDirectory(from)) {
      for (String name : names(from)) {
        Matcher checkpoint = OF_RECORD.matcher(name);
        if (!checkpoint.matches() || Long.parseLong(checkpoint.group(1)) <= records) {
          RestoredFiles.writePrivately(to.resolve(name), Files.readAllBytes(from.resolve(name)));
        }
      }
    }
  }

  /** Returns the names of complete files. */
  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith(".") && !name.endsWith(".unfinished"))
          .sorted()
          .toList();
    }
  }
}

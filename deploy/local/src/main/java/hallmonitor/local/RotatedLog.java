package hallmonitor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A log file that starts empty at each start; the last few are kept beside it. */
record RotatedLog(Path file) {
  private static final int KEPT = 3;

  /** Renames {@code x.log} to {@code x.log.1}, and so on; deletes the oldest. */
  void rotate() {
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        return;
      }
      for (int age = KEPT; age >= 1; age--) {
        Path younger = age == 1 ? file : aged(age - 1);
        if (Files.exists(younger)) {
          Files.move(younger, aged(age), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns at most the last {@code lines} lines. */
  String tail(int lines) {
    try {
      List<String> all = Files.readAllLines(file);
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return "";
    }
  }

  private Path aged(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }
}

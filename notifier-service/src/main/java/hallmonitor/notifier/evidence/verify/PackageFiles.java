package hallmonitor.notifier.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a package, checked against its list of hashes. */
final class PackageFiles {
  private static final String SUMS = "SHA256SUMS";

  /** Far more than a case has; a .zip of some kilobytes can claim a thousand times as much. */
  static final int MOST_FILES = 20_000;

  static final long MOST_BYTES = 512L << 20;

  private final Map<String, byte[]> files;
  private final List<VerificationProblem> problems = new ArrayList<>();

  private PackageFiles(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Unpacks a package in memory, up to its limits. What is wrong with it is among its problems. */
  static PackageFiles read(Path zip) throws IOException {
    return read(zip, MOST_BYTES);
  }

  static PackageFiles read(Path zip, long most) throws IOException {
    PackageFiles all = new PackageFiles(new LinkedHashMap<>());
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      if (archive.size() > MOST_FILES) {
        all.problem("it holds more than %,d files, as no package does".formatted(MOST_FILES));
      } else if (all.unpacked(archive, most)) {
        all.compare();
      }
    } catch (ZipException e) {
      all.problem("it is no whole .zip: it was cut off, or changed");
    }
    return all;
  }

  private boolean unpacked(ZipFile archive, long most) throws IOException {
    long left = most;
    for (ZipEntry entry : Collections.list(archive.entries())) {
      try (InputStream in = archive.getInputStream(entry)) {
        // What the entry claims of its size is not believed.
        byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
        left -= content.length;
        if (left < 0) {
          problem("it unpacks to more than %,d MB, as no package does".formatted(most >> 20));
          return false;
        }
        if (files.put(entry.getName(), content) != null) {
          problems.add(new VerificationProblem(entry.getName(), "it is there twice"));
        }
      }
    }
    return true;
  }

  private void problem(String sentence) {
    problems.add(new VerificationProblem("the package", sentence));
  }

  private void compare() {
    Map<String, String> listed = new TreeMap<>();
    for (String line : text(SUMS).lines().toList()) {
      if (line.length() < 67 || !Hash.isOne(line.substring(0, 64))) {
        problems.add(new VerificationProblem(SUMS, "it is damaged"));
        return;
      }
      listed.put(line.substring(66), line.substring(0, 64));
    }
    listed.forEach(
        (name, hash) -> {
          if (!files.containsKey(name)) {
            problems.add(new VerificationProblem(name, "it is missing"));
          } else if (!Hash.of(files.get(name)).equals(hash)) {
            problems.add(
                new VerificationProblem(
                    name, "it is not the file that was packed: its hash differs"));
          }
        });
    for (String name : files.keySet()) {
      if (!name.equals(SUMS) && !listed.containsKey(name)) {
        problems.add(new VerificationProblem(name, "it was added: " + SUMS + " does not list it"));
      }
    }
  }

  List<VerificationProblem> problems() {
    return problems;
  }

  boolean has(String name) {
    return files.containsKey(name);
  }

  /** Returns empty if there is no such file. */
  byte[] bytes(String name) {
    return files.getOrDefault(name, new byte[0]);
  }

  String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  /** Returns the names with this start and end, in order. */
  List<String> named(String start, String end) {
    return files.keySet().stream()
        .filter(n -> n.startsWith(start) && n.endsWith(end))
        .sorted()
        .toList();
  }
}

package hallmonitor.notifier.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.ledger.ChecksumFile;
import hallmonitor.notifier.evidence.ledger.Hash;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a package, checked against its list of hashes. */
final class PackageFiles {
  /** Far more than a case has. */
  static final int MOST_FILES = 20_000;

  /** Names of a package are short; results, which list them, must fit into an event. */
  static final int LONGEST_NAME = 200;

  private final Map<String, byte[]> files;
  private final List<VerificationProblem> problems = new ArrayList<>();

  private PackageFiles(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Unpacks a package in memory, up to its limits. What is wrong with it is among its problems. */
  static PackageFiles read(Path zip, PackageLimits limits) throws IOException {
    PackageFiles all = new PackageFiles(new LinkedHashMap<>());
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      if (archive.size() > MOST_FILES) {
        all.problem(
            Flaw.OTHER, "it holds more than %,d files, as no package does".formatted(MOST_FILES));
      } else if (all.unpacked(archive, limits)) {
        all.compare();
      }
    } catch (ZipException | EOFException e) {
      all.problem(Flaw.NOT_WHOLE, "it is no whole .zip: it was cut off, or changed");
    }
    return all;
  }

  private boolean unpacked(ZipFile archive, PackageLimits limits) throws IOException {
    long left = limits.bytes();
    for (ZipEntry entry : Collections.list(archive.entries())) {
      String name = entry.getName();
      if (name.length() > LONGEST_NAME) {
        problem(
            Flaw.OTHER,
            "a name in it has more than %d characters, as none does".formatted(LONGEST_NAME));
        return false;
      }
      long most = isText(name) ? limits.jsonBytes() : limits.fileBytes();
      try (InputStream in = archive.getInputStream(entry)) {
        // What the entry claims of its size is not believed.
        byte[] content = in.readNBytes((int) Math.min(most, left) + 1);
        left -= content.length;
        if (left < 0) {
          problem(
              Flaw.TOO_LARGE,
              "it unpacks to more than %,d MB, as no package does".formatted(limits.bytes() >> 20));
          return false;
        }
        if (content.length > most) {
          problems.add(
              VerificationProblem.of(
                  name,
                  Flaw.TOO_LARGE,
                  "it has more than %,d MB, too much to verify here".formatted(most >> 20)));
          return false;
        }
        if (files.put(name, content) != null) {
          problems.add(VerificationProblem.of(name, Flaw.OTHER, "it is there twice"));
        }
      }
    }
    return true;
  }

  private static boolean isText(String name) {
    return name.endsWith("json") || name.equals(ChecksumFile.FILE);
  }

  private void problem(Flaw flaw, String sentence) {
    problems.add(VerificationProblem.ofWhole("the package", flaw, sentence));
  }

  private void compare() {
    Optional<Map<String, String>> read = ChecksumFile.read(bytes(ChecksumFile.FILE), MOST_FILES);
    if (read.isEmpty()) {
      problems.add(VerificationProblem.of(ChecksumFile.FILE, Flaw.DAMAGED, "it is damaged"));
      return;
    }
    Map<String, String> listed = read.get();
    listed.forEach(
        (name, hash) -> {
          if (!files.containsKey(name)) {
            problems.add(VerificationProblem.of(name, Flaw.MISSING, "it is missing"));
          } else if (!Hash.of(files.get(name)).equals(hash)) {
            problems.add(
                VerificationProblem.of(
                    name,
                    Flaw.CHANGED_FILE,
                    "it is not the file that was packed: its hash differs"));
          }
        });
    for (String name : files.keySet()) {
      if (!name.equals(ChecksumFile.FILE) && !listed.containsKey(name)) {
        problems.add(
            VerificationProblem.of(
                name, Flaw.ADDED, "it was added: " + ChecksumFile.FILE + " does not list it"));
      }
    }
  }

  List<VerificationProblem> problems() {
    return problems;
  }

  boolean has(String name) {
    return files.containsKey(name);
  }

  /** Returns the SHA-256 of each file, by name. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach((name, content) -> hashes.put(name, Hash.of(content)));
    return hashes;
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

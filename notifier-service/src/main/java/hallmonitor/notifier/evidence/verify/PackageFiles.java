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
import java.util.zip.ZipFile;

/** The files of a package, checked against its list of hashes. */
final class PackageFiles {
  private static final String SUMS = "SHA256SUMS";

  private final Map<String, byte[]> files;
  private final List<VerificationProblem> problems = new ArrayList<>();

  private PackageFiles(Map<String, byte[]> files) {
    this.files = files;
  }

  static PackageFiles read(Path zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    PackageFiles all = new PackageFiles(files);
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(archive.entries())) {
        try (InputStream in = archive.getInputStream(entry)) {
          if (files.put(entry.getName(), in.readAllBytes()) != null) {
            all.problems.add(new VerificationProblem(entry.getName(), "it is there twice"));
          }
        }
      }
    }
    all.compare();
    return all;
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

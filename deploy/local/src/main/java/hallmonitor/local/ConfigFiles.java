package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The district's files. Once copied they belong to people, so they are never overwritten. */
final class ConfigFiles {
  private static final String DISTRICT = "district.yaml";
  private static final String REQUESTS = "requests.yaml";
  private static final List<String> FILES = List.of(DISTRICT, "policy.yaml");

  /** Optional files: without them, services use their shipped defaults. */
  private static final List<String> OPTIONAL =
      List.of(
          "escalation.yaml",
          "decisions.yaml",
          "replies.yaml",
          "notices.yaml",
          "accounts.yaml",
          REQUESTS);

  private static final String SHIPPED_PRACTICE = "http://127.0.0.1:" + PortName.PRACTICE.standard();

  private ConfigFiles() {}

  /**
   * Returns the folder that the services read, filled from the shipped files at the first start.
   *
   * @throws CannotStart if a configured folder lacks a file, or if the shipped files are missing
   */
  static Path prepare(StackSettings settings, DataFolder data) {
    if (settings.config().isPresent()) {
      return complete(settings.config().get(), "name a folder that has both with --config");
    }
    Path shipped =
        complete(
            settings.root().resolve("deploy/config"),
            "name the folder that was cloned with --root");
    try {
      Files.createDirectories(data.config());
      boolean own = Files.exists(data.config().resolve(DISTRICT));
      for (String file : FILES) {
        copyOnce(shipped.resolve(file), data.config().resolve(file), settings.ports(), own);
      }
      for (String file : OPTIONAL) {
        if (Files.exists(shipped.resolve(file))) {
          copyOnce(shipped.resolve(file), data.config().resolve(file), settings.ports(), own);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data.config();
  }

  /**
   * Returns a sentence if practice pages have no account in the district's file, as one of an
   * earlier version.
   *
   * @param addresses what their accounts would have as base-url
   */
  static Optional<String> unread(Path config, Path root, Collection<String> addresses) {
    try {
      Path district = config.resolve(DISTRICT);
      String text = Files.readString(district);
      List<String> missing =
          addresses.stream().filter(address -> !names(text, address)).sorted().toList();
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "No account in %s has the base-url %s: what is written on these practice pages is not read. To have it read, copy their accounts from %s and start again."
                  .formatted(
                      district,
                      String.join(" or ", missing),
                      root.resolve("deploy/config").resolve(DISTRICT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the blog is the beginning of the others'. */
  private static boolean names(String text, String address) {
    return Pattern.compile(Pattern.quote(address) + "(?![\\w/])").matcher(text).find();
  }

  /** Returns the ids of the accounts at an address; none if the district's file has mistakes. */
  static Set<String> accountsAt(Path config, String address) {
    try {
      return DistrictFile.read(Files.readString(config.resolve(DISTRICT))).accounts().stream()
          .filter(account -> account.baseUrl().toString().equals(address))
          .map(District.Account::id)
          .collect(Collectors.toSet());
    } catch (InvalidFileException e) {
      return Set.of(); // the services report it
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Copies a file that is missing.
   *
   * @param own whether the folder has a district's own files, so that no state's law is assumed
   */
  private static void copyOnce(Path from, Path to, Ports ports, boolean own) throws IOException {
    if (Files.exists(to)) {
      return;
    }
    Path unfinished = to.resolveSibling(to.getFileName() + ".new");
    String text = Files.readString(from);
    if (from.endsWith(REQUESTS) && !own) {
      text = text.replaceFirst("(?m)^# state: ", "state: "); // that of the practice district
    }
    Files.writeString(unfinished, text.replace(SHIPPED_PRACTICE, ports.http(PortName.PRACTICE)));
    Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path complete(Path folder, String advice) {
    for (String file : FILES) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw new CannotStart("There is no %s in %s; %s.".formatted(file, folder, advice));
      }
    }
    return folder;
  }
}

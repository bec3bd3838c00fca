package hallmonitor.notifier.evidence.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What was asked for on the command line. */
record EvidenceOptions(
    String command, Map<String, String> named, List<Path> keys, Optional<Path> file, Path data) {
  static final String USAGE =
      """
      usage: deploy/evidence verify [FILE.ndjson | PACKAGE.zip] [--checkpoints DIR] [--key PUB.pem]...
             deploy/evidence export [--out FILE.ndjson]
             deploy/evidence package --case ID --out FILE.zip [--redacted NAMES-FILE] [--by NAME]
             deploy/evidence keeper-sql
        --data FOLDER         the local run's data folder (data)
        --database JDBC-URL   another database; user and password as the notifier's, see the README
        --checkpoints DIR     the signed checkpoints (evidence/checkpoints in the data folder)
        --key PUB.pem         trust this public key and no other; may be given more than once""";

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--checkpoints",
          "--key",
          "--out",
          "--case",
          "--redacted",
          "--by",
          "--data",
          "--database",
          "--certificate");

  /**
   * @throws CommandFailed saying which option is wrong
   */
  static EvidenceOptions parse(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new CommandFailed(USAGE);
    }
    Map<String, String> named = new LinkedHashMap<>();
    List<Path> keys = new ArrayList<>();
    Optional<Path> file = Optional.empty();
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (WITH_VALUE.contains(argument)) {
        if (i + 1 == arguments.size()) {
          throw new CommandFailed(argument + " needs a value.\n" + USAGE);
        }
        String value = arguments.get(++i);
        if (argument.equals("--key")) {
          keys.add(Path.of(value));
        } else {
          named.put(argument, value);
        }
      } else if (argument.startsWith("--") || file.isPresent()) {
        throw new CommandFailed("'" + argument + "' is not understood.\n" + USAGE);
      } else {
        file = Optional.of(Path.of(argument));
      }
    }
    Path data = Path.of(named.getOrDefault("--data", "data"));
    return new EvidenceOptions(arguments.get(0), named, keys, file, data);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(named.get(name));
  }

  Path out() {
    return get("--out")
        .map(Path::of)
        .orElseThrow(() -> new CommandFailed("Name the file to write with --out.\n" + USAGE));
  }

  UUID caseId() {
    try {
      return UUID.fromString(get("--case").orElse(""));
    } catch (IllegalArgumentException e) {
      throw new CommandFailed("--case takes the id of a case, as the console shows it.\n" + USAGE);
    }
  }

  /** As named; else as the service is told; else the local run's, where there is one. */
  Optional<Path> checkpoints(UnaryOperator<String> environment) {
    return get("--checkpoints")
        .or(() -> Optional.ofNullable(environment.apply("HALLMONITOR_EVIDENCE_CHECKPOINTS_DIR")))
        .map(Path::of)
        .or(() -> Optional.of(data.resolve("evidence").resolve("checkpoints")))
        .filter(Files::isDirectory);
  }
}

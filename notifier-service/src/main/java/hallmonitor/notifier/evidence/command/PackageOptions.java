package hallmonitor.notifier.evidence.command;

import hallmonitor.notifier.evidence.casefile.RedactedNames;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code deploy/evidence package}. */
final class PackageOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Picocli refuses a command line without it. */
  @SuppressWarnings("NullAway.Init")
  private UUID caseId;

  @Option(
      names = "--case",
      required = true,
      paramLabel = "ID",
      description = "the case, by the id that the console shows")
  private void caseId(String id) {
    try {
      caseId = UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(),
          "--case takes the id of a case, as the console shows it, not '" + id + "'.");
    }
  }

  /** Picocli refuses a command line without it. */
  @SuppressWarnings("NullAway.Init")
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.zip",
      description = "the file to write")
  private Path file;

  @Option(
      names = "--redacted",
      paramLabel = "NAMES.txt",
      description =
          "without the students that the file names, one a line: \"Ana Ruiz Mora | reason\"")
  private @Nullable Path redacted;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "who takes the package, for the record (the user of the system)")
  private String by = System.getProperty("user.name");

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "another template for the draft certificate")
  private @Nullable Path certificate;

  UUID caseId() {
    return caseId;
  }

  /** The file to write. */
  Path file() {
    return file;
  }

  /** The person who takes the package. */
  String by() {
    return by;
  }

  /** The text of another template for the draft certificate. */
  Optional<String> certificate() throws IOException {
    return certificate == null ? Optional.empty() : Optional.of(Files.readString(certificate));
  }

  /**
   * The students to leave out; empty if no one is left out.
   *
   * @throws ToolFailure if the file cannot be read or names no one
   */
  Optional<RedactedNames> names() throws IOException {
    if (redacted == null) {
      return Optional.empty();
    }
    if (!Files.isReadable(redacted)) {
      throw new ToolFailure(redacted + " cannot be read: it names the students to leave out.");
    }
    RedactedNames names = RedactedNames.read(Files.readString(redacted));
    if (names.students().isEmpty()) {
      throw new ToolFailure(redacted + " names nobody; a package is redacted by a list of names.");
    }
    return Optional.of(names);
  }
}

package hallmonitor.notifier.evidence.command;

import hallmonitor.notifier.evidence.checkpoint.PublicKeyFile;
import hallmonitor.notifier.evidence.verify.CheckpointFiles;
import hallmonitor.notifier.evidence.verify.LedgerFile;
import hallmonitor.notifier.evidence.verify.LedgerRows;
import hallmonitor.notifier.evidence.verify.LedgerVerification;
import hallmonitor.notifier.evidence.verify.PackageVerification;
import hallmonitor.notifier.evidence.verify.TrustedCheckpoints;
import hallmonitor.notifier.evidence.verify.VerificationProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Proves, says what it proved, and names the first bad record. */
final class VerifyCommand {
  static final int PROVEN = 0;
  static final int BAD = 1;

  private final EvidenceOptions options;
  private final UnaryOperator<String> environment;
  private final PrintStream out;

  VerifyCommand(EvidenceOptions options, UnaryOperator<String> environment, PrintStream out) {
    this.options = options;
    this.environment = environment;
    this.out = out;
  }

  int run() throws IOException, SQLException {
    if (options.file().isPresent()) {
      Path file = options.file().get();
      if (!Files.isReadable(file)) {
        throw new CommandFailed(file + " cannot be read; is it there?");
      }
      return isZip(file) ? aPackage(file) : ledger(file);
    }
    return database();
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  private int ledger(Path file) throws IOException {
    TrustedCheckpoints trust = trust(options.get("--checkpoints").map(Path::of));
    LedgerVerification proof = new LedgerVerification(trust);
    try (InputStream in = Files.newInputStream(file)) {
      LedgerFile.prove(in, proof);
    }
    return say(proof.end(), trust);
  }

  private int database() throws IOException, SQLException {
    LedgerAddress address =
        LedgerAddress.find(options.get("--database"), options.data(), environment);
    // Before the ledger is read, so that no checkpoint is newer than what is read.
    TrustedCheckpoints trust = trust(options.checkpoints(environment));
    LedgerVerification proof = new LedgerVerification(trust);
    try (Connection connection = address.open()) {
      LedgerRows.prove(connection, LedgerAddress.table(connection), proof);
    }
    return say(proof.end(), trust);
  }

  private TrustedCheckpoints trust(Optional<Path> checkpoints) throws IOException {
    if (checkpoints.isEmpty()) {
      return new TrustedCheckpoints(keys());
    }
    if (!Files.isDirectory(checkpoints.get())) {
      throw new CommandFailed(checkpoints.get() + " is no folder with checkpoints.");
    }
    try {
      return CheckpointFiles.read(checkpoints.get(), options.keys());
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage());
    }
  }

  private List<PublicKeyFile> keys() throws IOException {
    try {
      return CheckpointFiles.keys(options.keys());
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage());
    }
  }

  private int say(LedgerVerification.Outcome outcome, TrustedCheckpoints trust) {
    if (!outcome.problems().isEmpty()) {
      return bad(outcome.problems(), outcome.head().sequence() + " records before it are right.");
    }
    out.printf(
        "The ledger is intact: %,d records, chained without a gap.%n", outcome.head().sequence());
    if (trust.size() == 0) {
      out.println(
          "No checkpoint was given, so records cut off at its end would not be noticed: name the"
              + " folder with --checkpoints.");
      return PROVEN;
    }
    out.printf("It fits all %,d signed checkpoints.", trust.size());
    out.printf(
        " The newest covers record %,d; %,d after it are not signed yet.%n",
        outcome.signed().orElseThrow().sequence(), outcome.unsigned());
    trusted(trust, options.keys().isEmpty());
    return PROVEN;
  }

  private int aPackage(Path file) throws IOException {
    PackageVerification.Outcome outcome = PackageVerification.prove(file, keys());
    if (!outcome.problems().isEmpty()) {
      return bad(outcome.problems(), "");
    }
    if (outcome.redacted()) {
      out.printf(
          "The package is the one that was made, and the originals of its %d records stand in the"
              + " chain. It is redacted: what its records say cannot be checked without them.%n",
          outcome.records());
    } else {
      out.printf(
          "The package is the one that was made: %d records, whole, and each in the chain.%n",
          outcome.records());
    }
    if (outcome.unsigned() > 0) {
      out.printf("%d of them are not covered by a signed checkpoint yet.%n", outcome.unsigned());
    }
    trusted(outcome.trust(), outcome.keysFromWithin());
    return PROVEN;
  }

  private void trusted(TrustedCheckpoints trust, boolean foundBeside) {
    trust
        .stamps()
        .forEach(s -> out.printf("Time stamp of %s by %s (RFC 3161).%n", s.at(), s.authority()));
    trust.keys().forEach(k -> out.printf("Public key: %s%n", k.fingerprint()));
    if (foundBeside && !trust.keys().isEmpty()) {
      out.println(
          "That key was found beside what it vouches for: compare its fingerprint with one that you"
              + " keep elsewhere, or name your copy with --key.");
    }
  }

  private int bad(List<VerificationProblem> problems, String before) {
    out.println("NOT PROVEN.");
    problems.stream().limit(20).forEach(p -> out.println("  " + p));
    if (!before.isEmpty()) {
      out.println("  " + before);
    }
    return BAD;
  }
}

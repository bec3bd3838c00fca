package hallmonitor.notifier.evidence.command;

import hallmonitor.notifier.evidence.checkpoint.PublicKeyFile;
import hallmonitor.notifier.evidence.checkpoint.RecordsSignature;
import hallmonitor.notifier.evidence.verify.CheckpointFiles;
import hallmonitor.notifier.evidence.verify.Flaw;
import hallmonitor.notifier.evidence.verify.LedgerFile;
import hallmonitor.notifier.evidence.verify.LedgerRows;
import hallmonitor.notifier.evidence.verify.LedgerVerification;
import hallmonitor.notifier.evidence.verify.PackageVerification;
import hallmonitor.notifier.evidence.verify.RecordsVerification;
import hallmonitor.notifier.evidence.verify.TrustedCheckpoints;
import hallmonitor.notifier.evidence.verify.VerificationProblem;
import hallmonitor.settings.tool.DatabaseAddress;
import hallmonitor.settings.tool.DatabaseOptions;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Verifies, reports what was verified, and names the first bad record. */
@Command(
    name = "verify",
    description =
        "Proves the ledger of the local run, a ledger in a file, the package of a case, or the answer"
            + " to a request for records; names the first bad record and why. Ends with 0 when everything is right, 1 when"
            + " something is not, 2 when it could not be carried out.%n")
final class VerifyCommand implements Callable<Integer> {
  static final int PROVEN = 0;
  static final int BAD = 1;

  @ParentCommand private EvidenceCommand evidence;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.ndjson|PACKAGE.zip|ANSWER.zip",
      description = "a ledger, a package, or an answer (the ledger in the database)")
  private @Nullable Path file;

  @Mixin private DatabaseOptions ledger = new DatabaseOptions("notifier");
  @Mixin private CheckpointsOption checkpoints;

  @Option(
      names = "--key",
      paramLabel = "PUBLIC.pem",
      description = "trust this public key and no other; may be given more than once")
  private List<Path> keys = new ArrayList<>();

  @Override
  public Integer call() throws IOException, SQLException {
    if (file == null) {
      return database();
    }
    if (!Files.isReadable(file)) {
      throw new ToolFailure(file + " cannot be read; is it there?");
    }
    if (!isZip(file)) {
      return ledgerFile(file);
    }
    return RecordsVerification.isOne(file) ? anAnswer(file) : aPackage(file);
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  private int ledgerFile(Path file) throws IOException {
    TrustedCheckpoints trust = trust(checkpoints.named());
    LedgerVerification proof = new LedgerVerification(trust);
    try (InputStream in = Files.newInputStream(file)) {
      LedgerFile.prove(in, proof);
    }
    return say(proof.end(), trust);
  }

  private int database() throws IOException, SQLException {
    DatabaseAddress address = ledger.address(evidence.environment());
    // Before the ledger is read, so that no checkpoint is newer than what is read.
    TrustedCheckpoints trust = trust(checkpoints.find(ledger.data(), evidence.environment()));
    LedgerVerification proof = new LedgerVerification(trust);
    try (Connection connection = address.open()) {
      LedgerRows.prove(connection, LedgerTable.in(connection), proof);
    }
    return say(proof.end(), trust);
  }

  private TrustedCheckpoints trust(Optional<Path> folder) throws IOException {
    if (folder.isEmpty()) {
      return new TrustedCheckpoints(publicKeys());
    }
    if (!Files.isDirectory(folder.get())) {
      throw new ToolFailure(folder.get() + " is no folder with checkpoints.");
    }
    try {
      return CheckpointFiles.read(folder.get(), keys);
    } catch (IllegalArgumentException e) {
      throw ToolFailure.saying(e);
    }
  }

  private List<PublicKeyFile> publicKeys() throws IOException {
    try {
      return CheckpointFiles.keys(keys);
    } catch (IllegalArgumentException e) {
      throw ToolFailure.saying(e);
    }
  }

  private PrintStream out() {
    return evidence.out();
  }

  private int say(LedgerVerification.Outcome outcome, TrustedCheckpoints trust) {
    if (!outcome.problems().isEmpty()) {
      return bad(outcome.problems(), outcome.head().sequence() + " records before it are right.");
    }
    out()
        .printf(
            "The ledger is intact: %,d records, chained without a gap.%n",
            outcome.head().sequence());
    if (trust.size() == 0) {
      out()
          .println(
              "No checkpoint was given, so records cut off at its end would not be noticed: name"
                  + " the folder with --checkpoints.");
      return PROVEN;
    }
    out().printf("It fits all %,d signed checkpoints.", trust.size());
    out()
        .printf(
            " The newest covers record %,d; %,d after it are not signed yet.%n",
            outcome.signed().orElseThrow().sequence(), outcome.unsigned());
    trusted(trust, keys.isEmpty());
    return PROVEN;
  }

  private int aPackage(Path file) throws IOException {
    PackageVerification.Outcome outcome = PackageVerification.prove(file, publicKeys());
    if (!outcome.problems().isEmpty()) {
      return bad(outcome.problems(), "");
    }
    if (outcome.unsigned() > 0) {
      // Without a signature anyone can invent them; only the ledger itself could tell.
      return bad(
          List.of(
              VerificationProblem.ofWhole(
                  "the package",
                  Flaw.OTHER,
                  "%d of its records are covered by no signed checkpoint"
                      .formatted(outcome.unsigned()))),
          "Verify it in the console, which compares it with the ledger; or make it again after the"
              + " next signature.");
    }
    if (outcome.redacted()) {
      out()
          .printf(
              "The originals of its %d records stand in the chain. It is redacted: what"
                  + " its records say cannot be checked without them.%n",
              outcome.records());
    } else {
      out().printf("It holds %d records, whole, and each in the chain.%n", outcome.records());
    }
    out()
        .println(
            "The other files fit the list in it, which nobody signed. The console also says whether"
                + " exactly this file was made.");
    trusted(outcome.trust(), outcome.keysFromWithin());
    return PROVEN;
  }

  private int anAnswer(Path answer) throws IOException {
    RecordsVerification.Outcome outcome =
        RecordsVerification.prove(answer, publicKeys(), RecordsVerification.Room.OF_COMMAND);
    if (!outcome.problems().isEmpty() || outcome.signature().isEmpty()) {
      return bad(outcome.problems(), "");
    }
    RecordsSignature signature = outcome.signature().get();
    out()
        .printf(
            "This is the answer to request %s, as it was signed at %s.%n",
            signature.number(), signature.at());
    out()
        .printf(
            "Each of its %,d files is the one that was signed; none was changed, added, or taken"
                + " out.%n",
            outcome.files());
    out()
        .println(
            "It does not prove that the answer is complete, or that what is withheld was withheld"
                + " rightly: ask the district, or for a review.");
    keys(outcome.keys(), outcome.keysFromWithin());
    return PROVEN;
  }

  private void trusted(TrustedCheckpoints trust, boolean foundBeside) {
    trust
        .stamps()
        .forEach(s -> out().printf("Time stamp of %s by %s (RFC 3161).%n", s.at(), s.authority()));
    keys(trust.keys(), foundBeside);
  }

  private void keys(List<PublicKeyFile> trusted, boolean foundBeside) {
    trusted.forEach(k -> out().printf("Public key: %s%n", k.fingerprint()));
    if (foundBeside && !trusted.isEmpty()) {
      out()
          .println(
              "That key was found beside what it vouches for: compare its fingerprint with one that"
                  + " you keep elsewhere, or name your copy with --key.");
    }
  }

  private int bad(List<VerificationProblem> problems, String before) {
    out().println("NOT PROVEN.");
    problems.stream().limit(20).forEach(p -> out().println("  " + p));
    if (!before.isEmpty()) {
      out().println("  " + before);
    }
    return BAD;
  }
}

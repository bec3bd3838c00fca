package hallmonitor.notifier.evidence.desk;

import hallmonitor.contract.event.EvidenceOrder.VerifyLedger;
import hallmonitor.contract.event.EvidenceOrder.VerifyPackage;
import hallmonitor.contract.event.EvidenceResult.LedgerChecked;
import hallmonitor.contract.event.EvidenceResult.LedgerVerified;
import hallmonitor.contract.event.EvidenceResult.PackageVerified;
import hallmonitor.contract.event.EvidenceResult.PackedFile;
import hallmonitor.contract.event.EvidenceResult.Problem;
import hallmonitor.contract.event.EvidenceResult.ProblemKind;
import hallmonitor.contract.event.EvidenceResult.RequestAnswered;
import hallmonitor.messaging.parcel.ParcelKey.Unopened;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.PublicKeyFile;
import hallmonitor.notifier.evidence.checkpoint.RecordsSignature;
import hallmonitor.notifier.evidence.checkpoint.SigningKey;
import hallmonitor.notifier.evidence.sealing.Ledger;
import hallmonitor.notifier.evidence.verify.CheckpointFiles;
import hallmonitor.notifier.evidence.verify.Flaw;
import hallmonitor.notifier.evidence.verify.LedgerRows;
import hallmonitor.notifier.evidence.verify.LedgerVerification;
import hallmonitor.notifier.evidence.verify.PackageLimits;
import hallmonitor.notifier.evidence.verify.PackageVerification;
import hallmonitor.notifier.evidence.verify.RecordsVerification;
import hallmonitor.notifier.evidence.verify.TrustedCheckpoints;
import hallmonitor.notifier.evidence.verify.VerificationProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Verifies the ledger, or a package that somebody uploaded, with the code of the command. */
final class EvidenceProof {
  private static final int TELL_EVERY = 5_000;
  private static final int MOST_FILES = 1_000;
  private static final int MOST_PROBLEMS = 200;

  /** Characters of a problem; with 200 of them, a result fits into one event. */
  private static final int LONGEST = 300;

  private final CheckpointFolder folder;
  private final UploadFolder uploads;
  private final SigningKey key;
  private final InstantSource clock;

  EvidenceProof(
      CheckpointFolder folder, UploadFolder uploads, SigningKey key, InstantSource clock) {
    this.folder = folder;
    this.uploads = uploads;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Verifies the ledger from its first record.
   *
   * @param handle in no transaction
   * @param progress gets how far it has come, now and then; may throw to end it
   */
  LedgerVerified ledger(Handle handle, VerifyLedger order, Consumer<LedgerChecked> progress)
      throws IOException, SQLException {
    // Before the ledger is read, so that no checkpoint is newer than what is read.
    TrustedCheckpoints trust = CheckpointFiles.read(folder.path(), List.of());
    long all = Ledger.head(handle).sequence();
    LedgerVerification proof = new LedgerVerification(trust);
    LedgerRows.prove(
        handle.getConnection(),
        Ledger.table(handle),
        proof,
        sequence -> {
          if (sequence % TELL_EVERY == 0) {
            progress.accept(new LedgerChecked(order.orderId(), sequence, all));
          }
        });
    LedgerVerification.Outcome outcome = proof.end();
    return new LedgerVerified(
        order.orderId(),
        outcome.head().sequence(),
        trust.size(),
        Math.max(0, outcome.unsigned()),
        keys(trust),
        problems(outcome.problems()),
        clock.instant());
  }

  private static List<String> keys(TrustedCheckpoints trust) {
    return trust.keys().stream().map(PublicKeyFile::fingerprint).toList();
  }

  private static List<Problem> problems(List<VerificationProblem> found) {
    return found.stream()
        .limit(MOST_PROBLEMS)
        .map(
            p ->
                new Problem(
                    shown(p.where()),
                    shown(p.why()),
                    ProblemKind.valueOf(p.flaw().name()),
                    p.sequence(),
                    p.whole()))
        .toList();
  }

  /** Cuts what a stranger wrote, and replaces what no database and no screen takes. */
  private static String shown(String text) {
    return text.substring(0, Math.min(LONGEST, text.length())).replaceAll("\\p{C}", "\uFFFD");
  }

  /**
   * Verifies a package by the district's own keys, and compares it with the ledger.
   *
   * @param reading in no transaction
   * @throws Unopened if a part of the upload was not made for this order
   */
  PackageVerified file(Handle reading, VerifyPackage order) throws IOException, Unopened {
    Path zip = uploads.file();
    try {
      String sha256 = SealedUpload.unseal(reading, order, zip);
      List<PublicKeyFile> keys = CheckpointFiles.keys(folder.keys());
      if (RecordsVerification.isOne(zip)) {
        return answer(order, zip, sha256, withCurrent(keys));
      }
      PackageVerification.Outcome outcome =
          PackageVerification.prove(zip, keys, PackageLimits.OF_SERVICE);
      List<VerificationProblem> problems = new ArrayList<>(outcome.problems());
      if (keys.isEmpty()) {
        problems.add(
            VerificationProblem.ofWhole(
                "the package", Flaw.NO_KEY, "the district has no key yet that could vouch for it"));
      }
      problems.addAll(PackageLedger.compare(reading, outcome.places()));
      return new PackageVerified(
          order.orderId(),
          sha256,
          Files.size(zip),
          PackageLedger.made(reading, outcome.places().keySet(), sha256),
          outcome.redacted(),
          outcome.records(),
          outcome.unsigned(),
          keys.stream().map(PublicKeyFile::fingerprint).toList(),
          outcome.files().entrySet().stream()
              .limit(MOST_FILES)
              .map(file -> new PackedFile(shown(file.getKey()), file.getValue()))
              .toList(),
          problems(problems),
          Optional.empty(),
          clock.instant());
    } finally {
      Files.deleteIfExists(zip);
    }
  }

  /** Returns the keys with the current one: it signs answers before its first checkpoint. */
  private List<PublicKeyFile> withCurrent(List<PublicKeyFile> keys) {
    String current = key.fingerprint();
    return keys.stream().anyMatch(k -> k.fingerprint().equals(current))
        ? keys
        : Stream.concat(keys.stream(), Stream.of(key.publicKey())).toList();
  }

  /** Verifies an answer to a request for records. Its own keys prove nothing here. */
  private PackageVerified answer(
      VerifyPackage order, Path zip, String sha256, List<PublicKeyFile> keys) throws IOException {
    RecordsVerification.Outcome outcome =
        RecordsVerification.prove(zip, keys, RecordsVerification.Room.OF_SERVICE);
    Optional<RecordsSignature> signature = outcome.signature();
    return new PackageVerified(
        order.orderId(),
        sha256,
        Files.size(zip),
        signature.isPresent(),
        false,
        outcome.files(),
        0,
        keys.stream().map(PublicKeyFile::fingerprint).toList(),
        List.of(),
        problems(outcome.problems()),
        Optional.of(
            new RequestAnswered(
                signature.map(RecordsSignature::number).orElse(""),
                signature.map(RecordsSignature::at))),
        clock.instant());
  }
}

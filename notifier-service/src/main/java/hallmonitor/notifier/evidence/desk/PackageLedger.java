package hallmonitor.notifier.evidence.desk;

import hallmonitor.notifier.evidence.sealing.Ledger;
import hallmonitor.notifier.evidence.verify.Flaw;
import hallmonitor.notifier.evidence.verify.PackageVerification.RecordPlace;
import hallmonitor.notifier.evidence.verify.VerificationProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Compares a package with the ledger. A package alone can be invented: its hashes need no secret,
 * and its newest records no signature.
 */
final class PackageLedger {
  private PackageLedger() {}

  /** Returns which of these records the ledger does not hold in this form. */
  static List<VerificationProblem> compare(Handle handle, Map<Long, RecordPlace> places) {
    Map<Long, RecordPlace> held = new HashMap<>();
    handle
        .createQuery(
            """
            select sequence, hash, link from %s where sequence = any(:listed)
            """
                .formatted(Ledger.table(handle)))
        .bindArray("listed", Long.class, places.keySet().toArray())
        .map(
            (row, context) ->
                held.put(
                    row.getLong("sequence"),
                    new RecordPlace(row.getString("hash"), row.getString("link"))))
        .list();
    List<VerificationProblem> problems = new ArrayList<>();
    places.forEach(
        (sequence, place) -> {
          if (!place.equals(held.get(sequence))) {
            problems.add(
                VerificationProblem.ofRecord(
                    sequence, Flaw.NOT_IN_LEDGER, "the district's ledger does not hold it"));
          }
        });
    return problems;
  }

  /**
   * Returns whether a package with this content was made: each that was made is on record, with its
   * SHA-256.
   *
   * @param records of the ledger that it lists
   */
  static boolean made(Handle handle, Set<Long> records, String sha256) {
    return handle
        .createQuery(
            """
            select exists (
                select from %1$s
                where kind = :kind
                  and case_id in (select case_id from %1$s where sequence = any(:listed))
                  and convert_from(record, 'UTF8')::json -> 'content' ->> 'sha256' = :sha256)
              or exists (
                select from evidence_entry
                where kind = :kind and convert_from(content, 'UTF8')::json ->> 'sha256' = :sha256)
            """
                .formatted(Ledger.table(handle)))
        .bind("kind", PackageMaker.KIND)
        .bindArray("listed", Long.class, records.toArray())
        .bind("sha256", sha256)
        .mapTo(Boolean.class)
        .one();
  }
}

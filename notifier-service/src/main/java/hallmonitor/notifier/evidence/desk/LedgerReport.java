package hallmonitor.notifier.evidence.desk;

import hallmonitor.contract.event.EvidenceResult.LedgerSeen;
import hallmonitor.contract.event.EvidenceResult.Signed;
import hallmonitor.notifier.evidence.checkpoint.Checkpoints;
import hallmonitor.notifier.evidence.sealing.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells the console how the ledger stands: at the start, and when something changed. */
final class LedgerReport {
  /** New records alone are told this often: each escalation brings some. */
  private static final Duration RECORDS_EVERY = Duration.ofMinutes(1);

  private final Checkpoints checkpoints;
  private final InstantSource clock;
  private @Nullable LedgerSeen told;

  LedgerReport(Checkpoints checkpoints, InstantSource clock) {
    this.checkpoints = checkpoints;
    this.clock = clock;
  }

  /** Returns whether something was told in the transaction. */
  boolean tell(Handle transaction) {
    LedgerSeen now =
        new LedgerSeen(
            Ledger.head(transaction).sequence(),
            checkpoints.newest().map(c -> new Signed(c.head().sequence(), c.at())),
            checkpoints.signer(),
            EvidenceOrders.reception(transaction).publicKey(),
            checkpoints.alarm(),
            clock.instant());
    if (!isNews(now)) {
      return false;
    }
    EvidenceOrders.answer(transaction, now);
    told = now;
    return true;
  }

  private boolean isNews(LedgerSeen now) {
    LedgerSeen before = told;
    if (before == null) {
      return true;
    }
    Optional<Instant> due =
        before.records() == now.records()
            ? Optional.empty()
            : Optional.of(before.at().plus(RECORDS_EVERY));
    return !before.signed().equals(now.signed())
        || !before.alarm().equals(now.alarm())
        || due.filter(at -> !now.at().isBefore(at)).isPresent();
  }
}

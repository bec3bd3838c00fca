package hallmonitor.notifier.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.PackageMade;
import hallmonitor.contract.event.EvidenceResult.PackagePart;
import hallmonitor.notifier.evidence.casefile.ACase;
import hallmonitor.notifier.evidence.desk.ConsoleAsking;
import hallmonitor.notifier.evidence.ledger.Hash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCrashTest {
  @TempDir Path folder;

  @Test
  void aPackageWhoseMakerIsKilledIsMadeOnceAfterTheRestart() throws Exception {
    LedgerRoom room = ACase.in(ACase.ledger());
    ConsoleAsking console = new ConsoleAsking(room);
    UUID order;
    Process killed = SealingProcess.start(room, folder);
    try (Handle blocking = room.administrator.open()) {
      console.ledger();
      blocking.begin();
      // The file is written then, and the record that says who took it has to wait.
      blocking.execute("lock table notifier.evidence_entry in share mode");
      order = console.asksForPackage(ACase.ID, Optional.empty());
      await().atMost(Duration.ofSeconds(60)).until(() -> waits(room));
      killed.destroyForcibly().waitFor();
      blocking.rollback();
      await().atMost(Duration.ofSeconds(60)).until(() -> !waits(room));
      assertThat(console.all(PackagePart.class, p -> true)).isEmpty();
    } finally {
      killed.destroyForcibly().waitFor();
    }

    Process again = SealingProcess.start(room, folder);
    try {
      PackageMade made = console.made(order);

      assertThat(Hash.of(console.file(order))).isEqualTo(made.sha256());
      assertThat(console.all(PackageMade.class, p -> true)).hasSize(1);
      assertThat(console.all(PackagePart.class, p -> true)).hasSize(made.parts());
      assertThat(console.all(EvidenceFailed.class, p -> true)).isEmpty();
      assertThat(room.count("evidence_entry where kind = 'package-made'")).isEqualTo(1);
      assertThat(room.count("evidence_order where content is not null")).isZero();
    } finally {
      again.destroyForcibly().waitFor();
    }
  }

  /** Says whether the maker waits for the lock. */
  private static boolean waits(LedgerRoom room) {
    return room.administrator.withHandle(
        h ->
            h.createQuery(
                    """
                    select exists (select from pg_stat_activity
                      where datname = current_database() and wait_event_type = 'Lock'
                        and query like '%into evidence_entry%')
                    """)
                .mapTo(boolean.class)
                .one());
  }
}

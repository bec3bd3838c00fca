package hallmonitor.notifier.evidence;

import static hallmonitor.notifier.evidence.LedgerRoom.capture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.UncheckedRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingCrashTest {
  private static final int KILLS = 5;

  @TempDir Path folder;

  @Test
  void sealersKilledUnderLoadLoseNothingAndSealNothingTwice() throws Exception {
    LedgerRoom room = LedgerRoom.withKeeper();
    List<UUID> added = new ArrayList<>();
    Random random = new Random(7);
    for (int kill = 0; kill < KILLS; kill++) {
      Process sealing = SealingProcess.start(room, folder);
      try {
        int before = room.sealed().size();
        // load until the process is busy, and while it is killed
        do {
          add(room, added, 20);
        } while (room.sealed().size() == before);
        Thread killer =
            new Thread(
                () -> {
                  sealing.destroyForcibly();
                });
        killer.start();
        add(room, added, 20 + random.nextInt(60));
        killer.join();
      } finally {
        sealing.destroyForcibly().waitFor();
      }
    }

    Process last = SealingProcess.start(room, folder);
    try {
      await().atMost(Duration.ofSeconds(120)).until(() -> room.sealed().size() >= added.size());
    } finally {
      last.destroyForcibly().waitFor();
    }

    assertThat(entries(room)).containsExactlyInAnyOrderElementsOf(added);
    assertThat(published(room)).containsExactlyInAnyOrderElementsOf(added);
    Chain chain = new Chain();
    assertThat(room.sealed())
        .allSatisfy(
            s ->
                assertThat(chain.next(new UncheckedRecord(s.record(), s.hash(), s.link())))
                    .isEmpty());
  }

  private static void add(LedgerRoom room, List<UUID> added, int entries) {
    for (int n = 0; n < entries; n++) {
      EvidenceEntry entry = capture(UUID.randomUUID(), Map.of("text", "x".repeat(2_000)));
      room.add(entry);
      added.add(entry.id());
    }
  }

  private static List<UUID> entries(LedgerRoom room) {
    return room.database.withHandle(
        h ->
            h.createQuery("select entry_id from evidence.evidence_ledger")
                .mapTo(UUID.class)
                .list());
  }

  private static List<UUID> published(LedgerRoom room) {
    return room.database.withHandle(
        h ->
            h
                .createQuery("select payload from outbox where topic like '%escalation-events%'")
                .mapTo(byte[].class)
                .stream()
                .map(p -> EventJson.read(p, EvidenceSealed.class).escalationId())
                .toList());
  }
}

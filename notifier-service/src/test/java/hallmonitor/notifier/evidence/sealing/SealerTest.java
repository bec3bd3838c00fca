package hallmonitor.notifier.evidence.sealing;

import static hallmonitor.notifier.evidence.LedgerRoom.anEntry;
import static hallmonitor.notifier.evidence.LedgerRoom.capture;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.evidence.LedgerRoom;
import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.ledger.UncheckedRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class SealerTest {
  private final LedgerRoom room = LedgerRoom.withKeeper();

  @Test
  void aCaptureIsSealedAndPublishedInOneTransaction() {
    EvidenceEntry entry = capture(UUID.randomUUID(), Map.of("text", "wait until tomorrow"));
    room.add(entry);

    sealer().sealSome();

    SealedRecord sealed = room.sealed().get(0);
    EvidenceSealed event = published().get(0);
    assertThat(event.escalationId()).isEqualTo(entry.id());
    assertThat(event.caseId()).isEqualTo(entry.caseId());
    assertThat(event.sequence()).isEqualTo(1);
    assertThat(event.hash()).isEqualTo(sealed.hash());
    assertThat(new String(sealed.record(), UTF_8))
        .contains("\"content\":{\"text\":\"wait until tomorrow\"}")
        .contains(
            "\"happened\":{\"at\":\"2026-11-24T18:30:05Z\",\"clock\":\"the person or service that"
                + " reported it\"}")
        .contains("\"clock\":\"the database server\"")
        .contains("\"synchronised\":");
  }

  @Test
  void whatElseHappensIsSealedAndNotPublished() {
    room.add(anEntry(1));
    sealer().sealSome();

    assertThat(room.sealed()).hasSize(1);
    assertThat(published()).isEmpty();
  }

  @Test
  void entriesAreSealedInTheOrderOfTheirArrivalAndTheChainHolds() {
    room.add(anEntry(1), anEntry(2));
    room.add(anEntry(3));
    sealer().sealSome();
    room.add(anEntry(4));
    sealer().sealSome();

    assertThat(room.records())
        .extracting(r -> r.replaceAll(".*\"n\":(\\d+).*", "$1"))
        .containsExactly("1", "2", "3", "4");
    assertThat(problems()).isEmpty();
  }

  @Test
  void anEntryThatCommitsAfterLaterOnesIsSealedAllTheSame() {
    try (Handle slow = room.database.open()) {
      slow.begin();
      Evidence.add(slow, List.of(anEntry(1)));
      room.add(anEntry(2));
      sealer().sealSome();
      assertThat(room.sealed()).hasSize(1);
      slow.commit();
    }
    sealer().sealSome();

    assertThat(room.sealed()).hasSize(2);
    assertThat(room.records().get(1)).contains("\"n\":1");
    assertThat(problems()).isEmpty();
  }

  @Test
  void theSameEntryAgainIsNotSealedAgainEvenWhenTheQueueHasForgottenIt() {
    EvidenceEntry entry = capture(UUID.randomUUID(), Map.of("n", 1));
    room.add(entry);
    sealer().sealSome();
    room.database.useHandle(h -> h.execute("delete from evidence_entry"));
    room.add(entry);
    sealer().sealSome();

    assertThat(room.sealed()).hasSize(1);
    assertThat(published()).hasSize(1);
    assertThat(Sealer.oldestSeconds(room.database)).isZero();
  }

  @Test
  void contentThatCanonicalJsonCannotHoldExactlyIsSealedByteForByte() {
    room.database.useHandle(
        h ->
            h.createUpdate(
                    "insert into evidence_entry (entry_id, case_id, kind, content, at)"
                        + " values (:id, :id, 'noted', :content, now())")
                .bind("id", UUID.randomUUID())
                .bind("content", "{\"n\":9007199254740993}".getBytes(UTF_8))
                .execute());
    sealer().sealSome();

    assertThat(room.records().get(0)).contains("{\"base64\":\"eyJuIjo5MDA3MTk5MjU0NzQwOTkzfQ==\"}");
    assertThat(problems()).isEmpty();
  }

  @Test
  void twoSealersUnderLoadSealEachEntryOnceInOneChain() {
    try (Sealer one = sealer().start();
        Sealer two = sealer().start()) {
      List<Thread> writers = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        Thread writer =
            new Thread(
                () ->
                    IntStream.range(0, 100)
                        .forEach(
                            n -> {
                              room.add(anEntry(n));
                              (n % 2 == 0 ? one : two).wake();
                            }));
        writer.start();
        writers.add(writer);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> room.sealed().size() == 400);
      assertThat(one.fault()).isEmpty();
      assertThat(two.fault()).isEmpty();
    }
    assertThat(problems()).isEmpty();
    assertThat(Sealer.oldestSeconds(room.database)).isZero();
  }

  @Test
  void howLongTheOldestWaitsIsMeasured() {
    room.add(anEntry(1));
    room.database.useHandle(
        h -> h.execute("update evidence_entry set arrived_at = now() - interval '40 seconds'"));

    assertThat(Sealer.oldestSeconds(room.database)).isBetween(40.0, 60.0);
  }

  private List<String> problems() {
    Chain chain = new Chain();
    return room.sealed().stream()
        .flatMap(s -> chain.next(new UncheckedRecord(s.record(), s.hash(), s.link())).stream())
        .toList();
  }

  private List<EvidenceSealed> published() {
    return room.database.withHandle(
        h ->
            h.createQuery("select payload from outbox order by id").mapTo(byte[].class).stream()
                .map(p -> EventJson.read(p, EvidenceSealed.class))
                .toList());
  }

  private Sealer sealer() {
    return new Sealer(
        room.database,
        new SystemClock(InstantSource.fixed(Instant.parse("2026-11-24T18:30:06Z"))),
        EvidenceEntry.CAPTURE,
        new Sealer.AfterSeal() {
          @Override
          public void sealed(Handle transaction, SealedRecord.Matter matter) {}

          @Override
          public void committed(int records) {}
        });
  }
}

package hallmonitor.notifier.evidence.attachment;

import static hallmonitor.notifier.evidence.LedgerRoom.capture;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.sealing.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttachmentsTest extends AttachmentTests {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1};

  @Test
  void aLinkOfTheAccountsSiteIsKeptUnderItsHashAndRecorded() {
    UUID caseId = queue(site + "/a.png");

    assertThat(attachments().fetchOne()).isTrue();

    String sha256 = Hash.of(PICTURE);
    Optional<byte[]> kept = room.database.withHandle(h -> Ledger.blob(h, sha256));
    assertThat(kept).contains(PICTURE);
    assertThat(recorded(caseId)).singleElement().asString().contains(sha256, "\"bytes\":5");
    assertThat(attachments().fetchOne()).isFalse();
  }

  @Test
  void aPictureThatIsKeptIsToldToTheConsoleAndAnotherFileIsNot() {
    server.createContext(
        "/b.png",
        exchange -> {
          exchange.sendResponseHeaders(200, PNG.length);
          exchange.getResponseBody().write(PNG);
          exchange.close();
        });
    UUID caseId = queue(site + "/b.png");
    queue(site + "/a.png");
    Attachments attachments = attachments();
    attachments.fetchOne();
    attachments.fetchOne();

    List<EscalationEvent> told =
        room.database.withHandle(
            h ->
                h.createQuery("select payload from outbox").mapTo(byte[].class).stream()
                    .map(event -> EventJson.read(event, EscalationEvent.class))
                    .toList());
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            PictureKept.class,
            kept -> {
              assertThat(kept.caseId()).isEqualTo(caseId);
              assertThat(kept.url()).isEqualTo(site + "/b.png");
              assertThat(kept.bytes()).isEqualTo(PNG);
            });
  }

  @Test
  void aLinkThatLeadsInsideIsRecordedAsNotFetchedAtOnce() {
    UUID caseId = queue("http://169.254.169.254/latest");

    attachments().fetchOne();

    assertThat(recorded(caseId))
        .singleElement()
        .asString()
        .contains("not on the public internet", "\"attempts\":1");
  }

  @Test
  void trialsEndAndTheReasonIsRecordedOnce() {
    UUID caseId = queue(site + "/gone");
    server.createContext(
        "/gone",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    Attachments attachments = attachments();

    assertThat(attachments.fetchOne()).isTrue();
    assertThat(recorded(caseId)).isEmpty();
    assertThat(attachments.fetchOne()).isTrue();
    assertThat(attachments.fetchOne()).isTrue();
    assertThat(attachments.fetchOne()).isFalse();

    assertThat(recorded(caseId))
        .singleElement()
        .asString()
        .contains("answered 503", "\"attempts\":3");
    assertThat(attachments.failures()).isEqualTo(3);
  }

  @Test
  void aCommentsLinksAreQueuedOnceAndOnlySoMany() {
    EvidenceEntry entry =
        capture(
            UUID.randomUUID(),
            Map.of(
                "seen",
                Map.of(
                    "comment",
                    Map.of("account", "news"),
                    "attachments",
                    java.util.stream.IntStream.range(0, 50)
                        .mapToObj(n -> site + "/" + n)
                        .toList())));
    room.database.useTransaction(t -> AttachmentQueue.add(t, matter(entry)));
    room.database.useTransaction(t -> AttachmentQueue.add(t, matter(entry)));

    assertThat(room.count("evidence_attachment")).isEqualTo(20);
  }

  @Test
  void aCaseIsKeptUpToItsShareAndTheRestIsRecorded() {
    UUID caseId = UUID.randomUUID();
    queue(caseId, site + "/a.png", site + "/a.png?2", site + "/a.png?3");
    Attachments attachments = attachments(new AttachmentQuota(12, 1_000, 0, () -> Long.MAX_VALUE));

    while (attachments.fetchOne()) {
      Thread.onSpinWait();
    }

    assertThat(recorded(caseId)).filteredOn(r -> r.contains("sha256")).hasSize(2);
    assertThat(recorded(caseId))
        .filteredOn(r -> !r.contains("sha256"))
        .singleElement()
        .asString()
        .contains("Attachments of one case are kept up to 12 bytes", "\"attempts\":1");
  }

  @Test
  void aDaysShareIsNotExceededByManyCases() {
    UUID first = queue(site + "/a.png");
    UUID second = queue(site + "/a.png");
    Attachments attachments = attachments(new AttachmentQuota(1_000, 9, 0, () -> Long.MAX_VALUE));

    while (attachments.fetchOne()) {
      Thread.onSpinWait();
    }

    assertThat(recorded(first)).singleElement().asString().contains("sha256");
    assertThat(recorded(second))
        .singleElement()
        .asString()
        .contains("Attachments of one day are kept up to 9 bytes");
  }

  @Test
  void nothingIsFetchedOntoAFullDiskAndTheReasonIsRecorded() {
    UUID caseId = queue(site + "/a.png");
    AtomicInteger asked = new AtomicInteger();
    server.removeContext("/a.png");
    server.createContext("/a.png", exchange -> asked.incrementAndGet());
    Attachments attachments = attachments(new AttachmentQuota(1_000, 1_000, 500, () -> 499));

    while (attachments.fetchOne()) {
      Thread.onSpinWait();
    }

    assertThat(asked).hasValue(0);
    assertThat(recorded(caseId)).singleElement().asString().contains("500 bytes are free");
  }

  @Test
  void aCaseWithManyLinksDoesNotComeBeforeTheFirstOfAnother() {
    UUID flood = UUID.randomUUID();
    for (int n = 0; n < 5; n++) {
      queue(flood, site + "/a.png?" + n, site + "/a.png?also" + n);
    }
    UUID other = queue(site + "/a.png");
    Attachments attachments = attachments();

    attachments.fetchOne();
    attachments.fetchOne();

    assertThat(recorded(flood)).hasSize(1);
    assertThat(recorded(other)).hasSize(1);
  }
}

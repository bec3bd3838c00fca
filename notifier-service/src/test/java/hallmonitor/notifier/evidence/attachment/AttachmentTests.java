package hallmonitor.notifier.evidence.attachment;

import static hallmonitor.notifier.evidence.LedgerRoom.capture;

import com.sun.net.httpserver.HttpServer;
import hallmonitor.contract.event.EventJson;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.evidence.LedgerRoom;
import hallmonitor.notifier.evidence.ledger.ClockTime;
import hallmonitor.notifier.evidence.ledger.SealedRecord.Matter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests on a ledger of their own, and a web server with one picture. */
class AttachmentTests {
  static final byte[] PICTURE = {1, 2, 3, 0, -1};

  final LedgerRoom room = LedgerRoom.withKeeper();
  HttpServer server;
  String site;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/a.png",
        exchange -> {
          exchange.sendResponseHeaders(200, PICTURE.length);
          exchange.getResponseBody().write(PICTURE);
          exchange.close();
        });
    server.start();
    site = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  UUID queue(String url) {
    UUID caseId = UUID.randomUUID();
    queue(caseId, url);
    return caseId;
  }

  void queue(UUID caseId, String... urls) {
    EvidenceEntry entry =
        capture(
            caseId,
            Map.of(
                "capture",
                Map.of(
                    "seen",
                    Map.of("comment", Map.of("account", "news"), "attachments", List.of(urls)))));
    room.database.useTransaction(t -> AttachmentQueue.add(t, matter(entry)));
  }

  static Matter matter(EvidenceEntry entry) {
    ClockTime at = new ClockTime(entry.at(), "test");
    return new Matter(
        entry.id(), entry.caseId(), entry.kind(), EventJson.write(entry.content()), at, at);
  }

  List<String> recorded(UUID caseId) {
    return room.database.withHandle(
        h ->
            h.createQuery(
                    "select convert_from(content, 'UTF8') from evidence_entry where case_id ="
                        + " :case")
                .bind("case", caseId)
                .mapTo(String.class)
                .list());
  }

  Attachments attachments() {
    return attachments(new AttachmentQuota(1_000, 1_000, 0, () -> Long.MAX_VALUE));
  }

  Attachments attachments(SafeFetch.Names names) {
    return attachments(new AttachmentQuota(1_000, 1_000, 0, () -> Long.MAX_VALUE), names);
  }

  Attachments attachments(AttachmentQuota allowed) {
    return attachments(allowed, InetAddress::getAllByName);
  }

  Attachments attachments(AttachmentQuota allowed, SafeFetch.Names names) {
    return new Attachments(
        room.database,
        new Attachments.Setting(
            account -> Optional.of(URI.create(site)).filter(s -> account.equals("news")),
            names,
            1_000,
            Duration.ofSeconds(5),
            List.of(Duration.ZERO, Duration.ZERO),
            allowed),
        InstantSource.system(),
        () -> {});
  }
}

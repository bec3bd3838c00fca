package hallmonitor.notifier.evidence.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AttachmentDeathsTest extends AttachmentTests {
  /** An error that no one catches leaves behind what a killed process does. */
  @Test
  void anAttachmentThatEndsTheServiceThreeTimesIsNotFetchedAgainAndTheReasonIsRecorded() {
    UUID deadly = queue("http://deadly.example/a.png");
    UUID other = queue(site + "/a.png");
    AtomicInteger asked = new AtomicInteger();
    Attachments attachments =
        attachments(
            host -> {
              if (host.equals("deadly.example")) {
                asked.incrementAndGet();
                throw new OutOfMemoryError();
              }
              return InetAddress.getAllByName(host);
            });
    int deaths = 0;
    for (boolean more = true; more; makeDue()) {
      try {
        more = attachments.fetchOne();
      } catch (OutOfMemoryError e) {
        deaths++;
      }
    }

    assertThat(deaths).isEqualTo(Attachments.MOST_DEATHS);
    assertThat(asked).hasValue(Attachments.MOST_DEATHS);
    assertThat(recorded(other)).singleElement().asString().contains("sha256");
    assertThat(recorded(deadly))
        .singleElement()
        .asString()
        .contains("ended 3 times while it was fetched", "\"attempts\":3");
    assertThat(attachments.deadly()).isEqualTo(1);
  }

  /** As time does, after a lease. */
  private void makeDue() {
    room.database.useHandle(
        h -> h.execute("update evidence_attachment set next_attempt_at = clock_timestamp()"));
  }

  @Test
  void noTransactionIsOpenWhileAServerIsWaitedFor() {
    queue(site + "/a.png");
    AtomicReference<Optional<Integer>> seen = new AtomicReference<>();
    server.removeContext("/a.png");
    server.createContext(
        "/a.png",
        exchange -> {
          seen.set(
              room.database.withHandle(
                  h ->
                      h.createQuery(
                              "select attempts from evidence_attachment for update skip locked")
                          .mapTo(Integer.class)
                          .findOne()));
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });

    attachments().fetchOne();

    assertThat(seen.get()).as("counted, and not locked").contains(1);
  }
}

package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests what sweeps show beside the live lane, and that history stays history. */
class DeliveredHistoryTest {
  private static final TimeSpan ALL =
      new TimeSpan(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

  private final DeliveredAccount account = new DeliveredAccount();
  private final Connector connector = account.reader();

  @AfterEach
  void close() {
    account.close();
  }

  private void deliver(boolean history, String... texts) throws Exception {
    List<String> rows = new ArrayList<>();
    for (String text : texts) {
      rows.add(
          "{'kind':'comment','id':'1','post':'7','author':{'name':''},'text':'%s','writtenAt':'2026-01-25T11:00:00Z'}"
              .formatted(text));
    }
    deliverRows(history, rows);
  }

  private void deliverRows(boolean history, List<String> rows) throws Exception {
    String body =
        "{'history':%s,'rows':[%s]}".formatted(history, String.join(",", rows)).replace('\'', '"');
    DeliveredBatch.read(body.getBytes(UTF_8), Instant.now()).storedIn(account.store());
  }

  private List<String> swept() throws Exception {
    return connector.reconcile(ALL, "").sightings().stream().map(Sighting::text).toList();
  }

  private String looked() throws Exception {
    return connector.look("1").map(Sighting::text).orElse("gone");
  }

  /** Else the sweep would hand on the newest version, and the live lane the one before it again. */
  @Test
  void aSweepShowsNothingThatTheLiveLaneHasYetToRead() throws Exception {
    deliver(false, "first");
    String cursor = connector.poll("").next();
    deliver(false, "second", "third");
    assertThat(swept()).containsExactly("first");
    assertThat(looked()).isEqualTo("first");
    String next = connector.poll(cursor).next();
    assertThat(swept()).containsExactly("third");
    deliverRows(false, List.of("{'kind':'deletion','id':'1'}"));
    assertThat(looked()).isEqualTo("third");
    connector.poll(next);
    assertThat(swept()).isEmpty();
    assertThat(looked()).isEqualTo("gone");
  }

  @Test
  void whatASweepShowsIsNotForgottenWhileSomethingNewerWaits() throws Exception {
    deliver(false, "first", "second");
    String cursor = connector.poll("").next();
    deliver(false, "third");
    new Deliveries(account.database(), account.id()).forget(Long.parseLong(cursor));
    assertThat(looked()).isEqualTo("second");
  }

  @Test
  void hundredsOfVersionsOfOneCommentAreReadAtOnce() throws Exception {
    for (int version = 0; version < Deliveries.PAGE; version++) {
      deliver(false, "version " + version);
    }
    assertThat(connector.poll("").sightings()).hasSize(Deliveries.PAGE);
  }

  @Test
  void historyIsHistoryForEveryLaneAndInWhateverStateItIs() throws Exception {
    deliver(true, "long ago");
    deliverRows(
        false, List.of("{'kind':'visibility','id':'1','hidden':true,'at':'2026-01-25T12:00:00Z'}"));
    assertThat(connector.poll("").sightings()).hasSize(2).allMatch(Sighting::history);
    assertThat(connector.reconcile(ALL, "").sightings()).hasSize(1).allMatch(Sighting::history);
    deliver(false, "edited today");
    assertThat(connector.poll("").sightings())
        .extracting(Sighting::history)
        .containsExactly(true, true, false);
  }
}

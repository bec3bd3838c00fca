package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that a position in the changes is a safe cursor, in a real database. */
class DeliveryOrderTest {
  private final DeliveredAccount account = new DeliveredAccount();

  @AfterEach
  void close() {
    account.close();
  }

  private void deliver(String... ids) {
    StringBuilder rows = new StringBuilder();
    for (String id : ids) {
      rows.append(rows.isEmpty() ? "" : ",")
          .append("{'kind':'comment','id':'%s','post':'7','author':{'name':''},".formatted(id))
          .append("'text':'%d','writtenAt':'2026-01-25T11:00:00Z'}".formatted(System.nanoTime()));
    }
    byte[] body = "{'rows':[%s]}".formatted(rows).replace('\'', '"').getBytes(UTF_8);
    try {
      // Another instance of the service has a store of its own.
      DeliveredBatch.read(body, Instant.now()).storedIn(account.store());
    } catch (BatchOutline.Unreadable | DailyLimit.Reached e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoReadsWhileTwoInstancesStorePassesOverNothing() throws Exception {
    List<CompletableFuture<Void>> instances = new ArrayList<>();
    for (int instance = 0; instance < 2; instance++) {
      String name = "of-" + instance + "-";
      instances.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 40; i++) {
                  deliver(name + i, name + i + "-b");
                }
              }));
    }
    Connector connector = account.reader();
    List<String> read = new ArrayList<>();
    String cursor = "";
    boolean stored = false;
    while (true) {
      CommentPage page = connector.poll(cursor);
      page.sightings().stream().map(Sighting::id).forEach(read::add);
      cursor = page.next();
      if (stored && page.sightings().isEmpty() && !page.more()) {
        break;
      }
      stored = instances.stream().allMatch(CompletableFuture::isDone);
    }
    instances.forEach(CompletableFuture::join);
    assertThat(read).hasSize(160).doesNotHaveDuplicates();
  }

  private int kept() {
    return account
        .database()
        .withHandle(
            h ->
                h.createQuery("select count(*) from delivered_row where account = :account")
                    .bind("account", account.id())
                    .mapTo(Integer.class)
                    .one());
  }

  @Test
  void whatIsReadIsForgottenButForTheNewestTextOfEachComment() throws Exception {
    deliver("1", "2");
    deliver("1");
    Connector connector = account.reader();
    String first = connector.poll("").next();
    String end = connector.poll(first).next();
    assertThat(kept()).as("nobody knows yet that it was handed on").isEqualTo(3);
    connector.poll(end);
    connector.poll(end);
    assertThat(kept()).isEqualTo(2);
    assertThat(connector.look("1")).isPresent();
  }

  @Test
  void aRowThatCannotBeReadAgainKeepsNoOtherFromBeingRead() throws Exception {
    deliver("1", "2", "3");
    account
        .database()
        .useHandle(
            h ->
                h.createUpdate(
                        "update delivered_row set raw = '{}' where account = :account and comment_id = '2'")
                    .bind("account", account.id())
                    .execute());
    Connector connector = account.reader();
    CommentPage page = connector.poll("");
    assertThat(page.sightings()).extracting(Sighting::id).containsExactly("1", "3");
    assertThat(connector.poll(page.next()).sightings()).isEmpty();
    assertThat(connector.look("2")).isEmpty();
  }

  /** Each comment brings its post, so a long post counts once for each comment. */
  @Test
  void aPageOfCommentsUnderALongPostIsShort() throws Exception {
    String post =
        "{'rows':[{'kind':'post','id':'7','text':'%s','writtenAt':'2026-01-25T11:00:00Z'}]}"
            .formatted("x".repeat(20_000))
            .replace('\'', '"');
    DeliveredBatch.read(post.getBytes(UTF_8), Instant.now()).storedIn(account.store());
    deliver(IntStream.range(0, 150).mapToObj(String::valueOf).toArray(String[]::new));
    Connector connector = account.reader();
    CommentPage page = connector.poll("");
    assertThat(page.sightings()).hasSizeBetween(20, 60);
    List<String> read = new ArrayList<>();
    for (CommentPage next = page; !next.sightings().isEmpty(); next = connector.poll(next.next())) {
      next.sightings().stream().map(Sighting::id).forEach(read::add);
    }
    assertThat(read).hasSize(150).doesNotHaveDuplicates();
  }

  @Test
  void aCommentIsReadThoughItsPostCannotBeReadAgain() throws Exception {
    String post =
        "{'rows':[{'kind':'post','id':'7','text':'Menu','writtenAt':'2026-01-25T11:00:00Z'}]}"
            .replace('\'', '"');
    DeliveredBatch.read(post.getBytes(UTF_8), Instant.now()).storedIn(account.store());
    deliver("1");
    account
        .database()
        .useHandle(
            h ->
                h.createUpdate("update delivered_post set raw = '{}' where account = :account")
                    .bind("account", account.id())
                    .execute());
    assertThat(account.reader().poll("").sightings()).extracting(Sighting::id).contains("1");
  }
}

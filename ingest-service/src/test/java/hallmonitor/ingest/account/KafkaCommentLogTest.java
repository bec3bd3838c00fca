package hallmonitor.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.ProfileRead;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.Topics;
import hallmonitor.ingest.account.CommentLog.Batch;
import hallmonitor.ingest.account.CommentLog.Entry;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.testparts.Parts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests comments and checkpoint on a real broker: both or neither. */
@Execution(ExecutionMode.SAME_THREAD)
class KafkaCommentLogTest {
  private final String account = "site-" + UUID.randomUUID();
  private Map<String, Object> connection;
  private final AtomicBoolean owned = new AtomicBoolean(true);
  private CheckpointScan scan;
  private Topics topics;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void connect() {
    String brokers = Parts.shared().bootstrapServers();
    connection = Map.of("bootstrap.servers", brokers);
    scan = new CheckpointScan(connection);
    topics = new Topics(brokers);
    open.add(topics);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private KafkaCommentLog log() {
    return log(account);
  }

  private KafkaCommentLog log(String account) {
    KafkaCommentLog log = new KafkaCommentLog(account, connection, scan, owned::get);
    open.add(log);
    return log;
  }

  private Entry entry(String id, String text) {
    CommentSeen seen =
        new CommentSeen(
            new CommentRef("wordpress", account, id),
            "revision-" + text,
            Kind.CREATED,
            new Post("7", "", "", Optional.empty()),
            Optional.empty(),
            new Author(Optional.empty(), "Dana"),
            text,
            Visibility.VISIBLE,
            List.of(),
            Optional.empty(),
            Optional.of(Instant.now()),
            Instant.now(),
            Lane.LIVE,
            "{}",
            Optional.empty());
    return new Entry(
        seen,
        Optional.of(new KnownComment("", seen.revision(), "7", Instant.EPOCH, seen.visibility())));
  }

  private static Batch batch(AccountCheckpoint checkpoint, Entry... entries) {
    return new Batch(List.of(entries), List.of(), List.of(), checkpoint, Instant.now());
  }

  private List<String> published() {
    return topics.read(Topic.COMMENTS, CommentSeen.class).stream()
        .filter(c -> c.comment().account().equals(account))
        .map(CommentSeen::text)
        .toList();
  }

  @Test
  void whoIsBlockedIsPublishedForTheAccount() throws CommentLog.Broken {
    KafkaCommentLog log = log();
    log.open();
    Author robin = new Author(Optional.of("robin"), "Robin Lee");
    BlocksSeen seen =
        new BlocksSeen(
            "ghost", account, List.of(robin), true, Instant.parse("2026-11-30T09:00:00Z"));
    log.publish(seen);

    assertThat(topics.read(Topic.BLOCKS, BlocksSeen.class)).contains(seen);
  }

  @Test
  void aNewAccountStartsFromTheBeginning() throws Exception {
    assertThat(log().open()).isEqualTo(new CommentLog.State(AccountCheckpoint.START, Map.of()));
  }

  @Test
  void theNextOwnerFindsWhatTheLastOneCommitted() throws Exception {
    KafkaCommentLog first = log();
    first.open();
    first.commit(
        batch(AccountCheckpoint.START.withLive("1"), entry("a", "one"), entry("b", "two")));
    first.commit(
        new Batch(
            List.of(),
            List.of("a"),
            List.of(),
            AccountCheckpoint.START.withLive("2"),
            Instant.now()));
    first.close();

    CommentLog.State state = log().open();
    assertThat(state.checkpoint().live()).isEqualTo("2");
    assertThat(state.known()).containsOnlyKeys("b");
    assertThat(state.known().get("b").revision()).isEqualTo("revision-two");
    assertThat(published()).containsExactly("one", "two");
  }

  @Test
  void whatAnAccountSaysOfItselfIsPublishedByItsOwnerOnly() throws Exception {
    ProfileRead profile =
        new ProfileRead(
            account,
            "mastodon",
            "",
            "News.",
            List.of(),
            true,
            true,
            Optional.empty(),
            Instant.now(),
            List.of());
    KafkaCommentLog log = log();
    log.open();
    log.publish(profile);
    owned.set(false);

    assertThatThrownBy(() -> log.publish(profile)).isInstanceOf(CommentLog.Broken.class);
    assertThat(topics.read(Topic.ACCOUNT_PROFILES, ProfileRead.class))
        .filteredOn(read -> read.account().equals(account))
        .extracting(ProfileRead::text)
        .containsExactly("News.");
  }

  @Test
  void aTransactionThatItsOwnerDidNotLiveToCommitNeverHappened() throws Exception {
    KafkaCommentLog first = log();
    first.open();
    first.commit(batch(AccountCheckpoint.START.withLive("1"), entry("a", "one")));
    first.close();
    // As after kill -9: the records are on the broker, but nothing commits or aborts the
    // transaction.
    Producer<byte[], byte[]> killed =
        KafkaClients.transactionalProducer(connection, "ingest-" + account);
    open.add(killed);
    killed.initTransactions();
    killed.beginTransaction();
    killed.send(
        new ProducerRecord<>(
            Topic.INGEST_CHECKPOINTS.topicName(),
            account.getBytes(UTF_8),
            "{\"live\":\"lost\"}".getBytes(UTF_8)));
    killed.flush();

    assertThat(log().open().checkpoint().live()).isEqualTo("1");
    assertThat(published()).containsExactly("one");
  }

  @Test
  void anOpenTransactionOfAnotherAccountHidesNothingThatIsCommitted() throws Exception {
    KafkaCommentLog first = log();
    first.open();
    Producer<byte[], byte[]> other =
        KafkaClients.transactionalProducer(connection, "ingest-other-" + account);
    open.add(other);
    other.initTransactions();
    other.beginTransaction();
    other.send(
        new ProducerRecord<>(Topic.INGEST_CHECKPOINTS.topicName(), "other".getBytes(UTF_8), null));
    other.flush();

    first.commit(batch(AccountCheckpoint.START.withLive("1"), entry("a", "one")));
    first.close();
    Thread later =
        new Thread(
            () -> {
              java.util.concurrent.locks.LockSupport.parkNanos(500_000_000L);
              other.abortTransaction();
            });
    later.start();
    CommentLog.State state = log().open();
    later.join();
    assertThat(state.checkpoint().live()).isEqualTo("1");
    assertThat(state.known()).containsOnlyKeys("a");
  }

  @Test
  void anOwnerThatWasReplacedCanCommitNothingMore() throws Exception {
    KafkaCommentLog first = log();
    first.open();
    KafkaCommentLog second = log();
    second.open();
    assertThatThrownBy(
            () ->
                first.commit(batch(AccountCheckpoint.START.withLive("stale"), entry("a", "stale"))))
        .isInstanceOf(CommentLog.Broken.class);
    second.commit(batch(AccountCheckpoint.START.withLive("1"), entry("a", "one")));
    assertThat(published()).containsExactly("one");
  }

  @Test
  void aThousandCommentsInOneTransactionAreNotTooMuch() throws Exception {
    KafkaCommentLog log = log();
    log.open();
    Entry[] entries = new Entry[1_000];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = entry("c" + i, "text " + i);
    }
    log.commit(batch(AccountCheckpoint.START.withLive("1"), entries));
    log.close();
    assertThat(log().open().known()).hasSize(1_000);
    assertThat(published()).hasSize(1_000);
  }

  @Test
  void accountsThatStartTogetherFindEachItsOwn() throws Exception {
    List<KafkaCommentLog> logs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      KafkaCommentLog log = log(account + "-" + i);
      log.open();
      log.commit(batch(AccountCheckpoint.START.withLive("at " + i), entry("c/" + i, "text")));
      log.close();
      logs.add(log);
    }
    List<CompletableFuture<CommentLog.State>> states =
        logs.stream().map(log -> CompletableFuture.supplyAsync(() -> opened(log))).toList();
    for (int i = 0; i < 12; i++) {
      CommentLog.State state = states.get(i).join();
      assertThat(state.checkpoint().live()).isEqualTo("at " + i);
      assertThat(state.known()).containsOnlyKeys("c/" + i);
    }
  }

  private static CommentLog.State opened(KafkaCommentLog log) {
    try {
      return log.open();
    } catch (CommentLog.Broken e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoMayHaveLostTheAccountWritesNothingUntilThatIsKnown() throws Exception {
    KafkaCommentLog log = log();
    log.open();
    owned.set(false);
    assertThatThrownBy(() -> log.commit(batch(AccountCheckpoint.START, entry("a", "late"))))
        .isInstanceOf(CommentLog.Broken.class);
    assertThatThrownBy(log::open).isInstanceOf(CommentLog.Broken.class);

    owned.set(true);
    log.open();
    log.commit(batch(AccountCheckpoint.START, entry("a", "in time")));
    assertThat(published()).containsExactly("in time");
  }
}

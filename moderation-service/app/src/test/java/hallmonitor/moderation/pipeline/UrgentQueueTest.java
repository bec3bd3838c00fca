package hallmonitor.moderation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.messaging.BatchReader;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UrgentQueueTest {
  private final List<List<Long>> handled = new CopyOnWriteArrayList<>();
  private final Semaphore turns = new Semaphore(0);
  private volatile boolean connected = true;
  private final UrgentQueue queue = new UrgentQueue("urgent", this::handle, () -> true);

  @AfterEach
  void close() {
    turns.release(1_000);
    connected = true;
    queue.close();
  }

  private void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    turns.acquire();
    if (!connected) {
      throw new SQLNonTransientConnectionException("no database");
    }
    if (batch.stream().anyMatch(record -> record.offset() == 13)) {
      throw new BatchReader.Unusable("cannot be stored", null);
    }
    handled.add(batch.stream().map(ConsumerRecord::offset).toList());
  }

  @Test
  void thoseOfATurnAreHandledInTheirOrderAndOnce() throws Exception {
    queue.add(records(20, 68));
    queue.add(records(300, 302));
    queue.add(records(200, 201));
    queue.add(records(200, 201));
    queue.add(records(100, 101));
    turns.release(1_000);
    queue.start();

    await().until(() -> handled.size() == 2);
    assertThat(handled.get(0)).startsWith(20L, 21L).hasSize(50).endsWith(300L, 301L);
    assertThat(handled.get(1)).containsExactly(100L, 200L);
  }

  @Test
  void whatThePipelineRefusesHoldsUpNoOther() throws Exception {
    queue.add(records(10, 20));
    turns.release(1_000);
    queue.start();

    await().until(() -> handled.stream().mapToInt(List::size).sum() == 9);
    assertThat(handled.stream().flatMap(List::stream)).doesNotContain(13L);
    assertThat(queue.fault()).isEmpty();
  }

  @Test
  void whatFailsForLackOfADatabaseIsTriedAgainAndLookingIsToldSo() throws Exception {
    connected = false;
    turns.release(1_000);
    queue.start();
    queue.add(records(20, 140));
    await().until(() -> queue.fault().isPresent());
    queue.add(records(200, 320));
    CompletableFuture<Throwable> looking =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                queue.add(records(400, 401));
                return new AssertionError("it found room");
              } catch (Exception e) {
                return e;
              }
            });

    assertThat(looking.join()).hasMessageContaining("SQLNonTransientConnectionException");
    connected = true;
    await().until(() -> handled.size() == 2);
    assertThat(queue.fault()).isEmpty();
  }

  @Test
  void lookingWaitsWhileTooManyWait() throws Exception {
    queue.start();
    queue.add(records(1, 2));
    await().until(turns::hasQueuedThreads);
    queue.add(records(100, 220));
    Thread more = adding(records(300, 301));
    await().until(() -> more.getState() == Thread.State.TIMED_WAITING);
    turns.release(1_000);

    more.join();
    await().until(() -> handled.size() == 3);
    assertThat(handled.get(1)).hasSize(120);
    assertThat(handled.get(2)).containsExactly(300L);
  }

  @Test
  void largeRecordsAreNotHandledTogether() throws Exception {
    queue.add(List.of(large(1)));
    queue.add(List.of(large(2)));
    queue.add(records(3, 4));
    turns.release(1_000);
    queue.start();

    await().until(() -> handled.size() == 2);
    assertThat(handled).containsExactly(List.of(1L), List.of(2L, 3L));
  }

  @Test
  void lookingWaitsWhileTooManyBytesWait() throws Exception {
    queue.add(List.of(large(1), large(2), large(3)));
    Thread more = adding(records(4, 5));
    await().until(() -> more.getState() == Thread.State.TIMED_WAITING);
    turns.release(1_000);
    queue.start();

    more.join();
    await().until(() -> handled.size() == 2);
  }

  private static ConsumerRecord<byte[], byte[]> large(int offset) {
    return new ConsumerRecord<>("t", 0, offset, new byte[0], new byte[6 << 20]);
  }

  private Thread adding(List<ConsumerRecord<byte[], byte[]>> records) {
    Thread thread =
        new Thread(
            () -> {
              try {
                queue.add(records);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(offset -> new ConsumerRecord<>("t", 0, offset, new byte[0], new byte[0]))
        .toList();
  }
}

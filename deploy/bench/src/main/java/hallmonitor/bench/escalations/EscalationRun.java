package hallmonitor.bench.escalations;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.bench.Figures;
import hallmonitor.bench.ProcessorSeconds;
import hallmonitor.bench.escalations.SentEscalations.Escalated;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.system.ScratchStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** One run: a warm-up, then the part that counts, then the wait until all of it is done. */
final class EscalationRun {
  private static final long SECOND = 1_000_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private record Sent(Escalated what, long at) {}

  private final ScratchStack stack;
  private final AcceptedMails mails;
  private final int rate;
  private final SentEscalations writer;
  private boolean complete;

  /**
   * @param rate escalations a second
   * @param distinct share of them that is unlike all others
   */
  EscalationRun(ScratchStack stack, AcceptedMails mails, int rate, double distinct) {
    this.stack = stack;
    this.mails = mails;
    this.rate = rate;
    this.writer = new SentEscalations(distinct);
  }

  Figures measure(int warmUp, int seconds) throws Exception {
    try (DatabaseLoad database = DatabaseLoad.of(stack);
        SealsHeard seals = new SealsHeard(stack.stack().broker());
        Producer<byte[], byte[]> producer = KafkaClients.producer(stack.stack().broker())) {
      List<Sent> before = send(producer, warmUp);
      finish(before, seals);
      database.watch();
      long mailsBefore = mails.count();
      DatabaseLoad.Counters countersBefore = database.counters();
      ProcessorSeconds processors = new ProcessorSeconds(stack.stack().database().pid());
      long start = System.nanoTime();
      List<Sent> sent = send(producer, seconds);
      finish(sent, seals);
      double took = (System.nanoTime() - start) / (double) SECOND;
      Map<String, Double> time = processors.seconds();
      DatabaseLoad.Counters load = database.counters().since(countersBefore);
      List<Sent> told = sent.stream().filter(s -> s.what().distinct()).toList();
      complete = missing(sent, seals::at, told) == 0;
      return new Figures()
          .add("escalations a second, sent", rate)
          .add("escalations", sent.size())
          .add("of them unlike all others", told.size())
          .add("never told or never sealed", missing(sent, seals::at, told))
          .add("seconds until all was done", Math.round(took * 10) / 10.0)
          .each("accepted mails a second", mails.count() - mailsBefore, took)
          .times("sent to first mail accepted, ms", times(told, s -> mails.at(s.caseId())))
          .times("sent to seal heard, ms", times(sent, s -> seals.at(s.escalationId())))
          .each("transactions for an escalation", load.transactions(), sent.size())
          .each("statements for an escalation, each row of a batch", load.statements(), sent.size())
          .each("syncs to disk for an escalation", load.syncs(), sent.size())
          .each(
              "processor ms for an escalation, notifier",
              millis(time, "notifier-service"),
              sent.size())
          .each("the same, PostgreSQL", millis(time, ProcessorSeconds.POSTGRES), sent.size())
          .each(
              "the same, load, broker, mail server",
              millis(time, ProcessorSeconds.SELF),
              sent.size())
          .add("what connections do that are not idle", database.shares())
          .add("statements that took the server most time", database.dearest());
    }
  }

  private static long millis(Map<String, Double> seconds, String program) {
    return Math.round(1_000 * seconds.getOrDefault(program, 0.0));
  }

  /** Returns whether every escalation was sealed, and somebody told of each that is unlike all. */
  boolean complete() {
    return complete;
  }

  private List<Sent> send(Producer<byte[], byte[]> producer, int seconds)
      throws InterruptedException, ExecutionException {
    List<Sent> sent = new ArrayList<>();
    List<Future<RecordMetadata>> taken = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < rate * seconds; i++) {
      long wait = start + i * SECOND / rate - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait).toMillis(), (int) (wait % 1_000_000));
      }
      Escalated next = writer.next();
      byte[] key = next.event().key().getBytes(UTF_8);
      sent.add(new Sent(next, System.nanoTime()));
      taken.add(
          producer.send(
              new ProducerRecord<>(
                  Topic.ESCALATIONS.topicName(), key, EventJson.write(next.event()))));
    }
    for (Future<RecordMetadata> one : taken) {
      one.get();
    }
    return sent;
  }

  private void finish(List<Sent> sent, SealsHeard seals) throws InterruptedException {
    List<Sent> told = sent.stream().filter(s -> s.what().distinct()).toList();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (missing(sent, seals::at, told) > 0 && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
  }

  private long missing(List<Sent> sent, Function<UUID, Optional<Long>> sealed, List<Sent> told) {
    return sent.stream()
            .filter(s -> sealed.apply(s.what().event().escalationId()).isEmpty())
            .count()
        + told.stream().filter(s -> mails.at(s.what().event().caseId()).isEmpty()).count();
  }

  private static List<Long> times(
      List<Sent> sent, Function<CaseEscalated, Optional<Long>> endedAt) {
    return sent.stream()
        .flatMap(
            s -> endedAt.apply(s.what().event()).map(end -> (end - s.at()) / 1_000_000).stream())
        .toList();
  }
}

package hallmonitor.bench.pipeline;

import hallmonitor.bench.OrderedHides;
import hallmonitor.bench.Patience;
import hallmonitor.bench.TypedToHidden;
import hallmonitor.bench.judging.CommentMix;
import hallmonitor.contract.event.Topic;
import hallmonitor.system.ScratchStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Puts comments into Kafka and waits until all are judged. */
final class PipelineRate {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** Longer than a threat takes while nothing waits, so that threats do not wait for each other. */
  private static final Duration BETWEEN_THREATS = Duration.ofMillis(250);

  private static final Duration STEP = Duration.ofMillis(100);

  /**
   * What was measured.
   *
   * @param firstLook seconds from the first comment sent to the last one archived with a verdict
   * @param allLooks seconds until no comment waited for its second look
   * @param sentToOrdered until the order to hide a comment could be read; in milliseconds, of those
   *     that were hidden
   * @param dangerSentToOrdered of these, those with evidence that is sealed first
   * @param typedMeanwhile threats typed on the practice page from the first comment sent until all
   *     were archived with a verdict, until they were hidden; in milliseconds
   * @param typedIntoBacklog of these, those typed after the last comment was sent
   * @param dangerSteps how long each step of the way took those with evidence
   * @param backlogSteps how long each step took those typed after the last comment was sent
   */
  record Times(
      double firstLook,
      double allLooks,
      List<Long> sentToOrdered,
      List<Long> dangerSentToOrdered,
      List<Long> typedMeanwhile,
      List<Long> typedIntoBacklog,
      Map<String, List<Long>> dangerSteps,
      Map<String, List<Long>> backlogSteps) {}

  private final ScratchStack stack;
  private final CommentMix mix;

  PipelineRate(ScratchStack stack, CommentMix mix) {
    this.stack = stack;
    this.mix = mix;
  }

  /**
   * Measures.
   *
   * @param first number of the first comment
   * @param rate comments a second; 0 for as fast as possible
   * @param threats typed on the practice page, four a second
   * @throws IllegalStateException if all are sent, and nothing is read or looked at again for a
   *     quarter of an hour
   */
  Times measure(int first, int comments, int rate, int threats) throws Exception {
    Map<String, Object> brokers = stack.stack().broker();
    CommentSender sender = new CommentSender(brokers, new CommentRecords(mix, first));
    Map<String, Long> sent = sender.sent();
    if (threats > 0) {
      TypedToHidden.warmUp(stack.practice(), 1);
    }
    try (Readings readings =
            new Readings(brokers, Topic.COMMENTS.topicName(), "moderation-comments");
        Readings ahead =
            new Readings(brokers, Topic.COMMENTS.topicName(), "moderation-comments-ahead");
        OrderedHides orders = new OrderedHides(brokers, CommentRecords.ACCOUNT)) {
      long start = System.nanoTime();
      CompletableFuture<Long> sending =
          CompletableFuture.supplyAsync(
              () -> {
                sender.send(Topic.COMMENTS.topicName(), comments, rate);
                return System.nanoTime();
              });
      CompletableFuture<List<TypedToHidden.Hidden>> typing =
          CompletableFuture.supplyAsync(() -> type(threats));
      long readAt = 0;
      double firstLook = 0;
      double allLooks = 0;
      long nextLine = 0;
      long waiting = 0;
      Patience patience = new Patience(PATIENCE, start);
      while (allLooks == 0) {
        Thread.sleep(STEP.toMillis());
        long behind = readings.behind();
        double now = (System.nanoTime() - start) / 1e9;
        if (firstLook == 0 && sending.isDone() && behind == 0) {
          firstLook = now;
          readAt = System.nanoTime();
        }
        boolean line = now >= nextLine;
        if (firstLook > 0 || line) {
          waiting = stack.archive().count("select count(*) from second_look");
          allLooks = firstLook > 0 && waiting == 0 ? now : 0;
          if (line) {
            System.out.printf(
                "  %5.1f s  sent %6d  not read %6d, not even ahead %6d  waiting for the second look %6d%n",
                now, sent.size(), behind, Math.min(behind, ahead.behind()), waiting);
            nextLine = (long) now + 2;
          }
        }
        if (patience.isOver(sending.isDone(), System.nanoTime(), behind, waiting)) {
          throw new IllegalStateException(
              "%d comments are not read and %d wait for the second look; nothing happened for %s"
                  .formatted(behind, waiting, PATIENCE));
        }
      }
      long sentAt = sending.join();
      long lastRead = readAt;
      List<TypedToHidden.Hidden> typed = typing.join();
      Thread.sleep(2_000);
      List<Long> ordered = new ArrayList<>();
      List<Long> ofDanger = new ArrayList<>();
      orders
          .ordered()
          .forEach(
              (comment, hide) -> {
                Long since = sent.get(comment);
                if (since != null) {
                  long millis = (hide.readAt() - since) / 1_000_000;
                  ordered.add(millis);
                  if (hide.ofDanger()) {
                    ofDanger.add(millis);
                  }
                }
              });
      return new Times(
          firstLook,
          allLooks,
          ordered,
          ofDanger,
          millis(between(typed, start, lastRead)),
          millis(between(typed, sentAt, lastRead)),
          StepsToHide.ofSent(stack.archive(), sent, orders.ordered()),
          StepsToHide.ofTyped(stack.archive(), between(typed, sentAt, lastRead)));
    }
  }

  private static List<TypedToHidden.Hidden> between(
      List<TypedToHidden.Hidden> typed, long from, long until) {
    return typed.stream().filter(one -> one.at() - from >= 0 && one.at() - until < 0).toList();
  }

  private static List<Long> millis(List<TypedToHidden.Hidden> typed) {
    return typed.stream().map(TypedToHidden.Hidden::millis).toList();
  }

  private List<TypedToHidden.Hidden> type(int threats) {
    try {
      return threats == 0
          ? List.of()
          : TypedToHidden.steadily(stack.practice(), 1, threats, BETWEEN_THREATS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("typing was interrupted", e);
    }
  }
}

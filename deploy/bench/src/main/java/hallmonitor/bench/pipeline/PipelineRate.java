package hallmonitor.bench.pipeline;

import hallmonitor.bench.OrderedHides;
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
  private static final Duration STEP = Duration.ofMillis(100);

  /**
   * What was measured.
   *
   * @param firstLook seconds from the first comment sent to the last one archived with a verdict
   * @param allLooks seconds until no comment waited for its second look
   * @param sentToOrdered until the order to hide a comment could be read; in milliseconds, of those
   *     that were hidden
   * @param dangerSentToOrdered of these, those with evidence that is sealed first
   * @param typedToHidden of threats typed on the practice page meanwhile, in milliseconds
   */
  record Times(
      double firstLook,
      double allLooks,
      List<Long> sentToOrdered,
      List<Long> dangerSentToOrdered,
      List<Long> typedToHidden) {}

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
   */
  Times measure(int first, int comments, int rate, int threats) throws Exception {
    Map<String, Object> brokers = stack.stack().broker();
    CommentSender sender = new CommentSender(brokers, new CommentRecords(mix, first));
    Map<String, Long> sent = sender.sent();
    try (Readings readings =
            new Readings(brokers, Topic.COMMENTS.topicName(), "moderation-comments");
        OrderedHides orders = new OrderedHides(brokers, CommentRecords.ACCOUNT)) {
      long start = System.nanoTime();
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> sender.send(Topic.COMMENTS.topicName(), comments, rate));
      CompletableFuture<List<Long>> typing = CompletableFuture.supplyAsync(() -> type(threats));
      double firstLook = 0;
      double allLooks = 0;
      long nextLine = 0;
      while (allLooks == 0) {
        Thread.sleep(STEP.toMillis());
        long behind = readings.behind();
        double now = (System.nanoTime() - start) / 1e9;
        if (firstLook == 0 && sending.isDone() && behind == 0) {
          firstLook = now;
        }
        boolean line = now >= nextLine;
        if (firstLook > 0 || line) {
          long waiting = stack.archive().count("select count(*) from second_look");
          allLooks = firstLook > 0 && waiting == 0 ? now : 0;
          if (line) {
            System.out.printf(
                "  %5.1f s  sent %6d  not read %6d  waiting for the second look %6d%n",
                now, sent.size(), behind, waiting);
            nextLine = (long) now + 2;
          }
        }
        if (now > PATIENCE.toSeconds()) {
          throw new IllegalStateException(behind + " comments are still not read");
        }
      }
      sending.join();
      List<Long> typed = typing.join();
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
      return new Times(firstLook, allLooks, ordered, ofDanger, typed);
    }
  }

  private List<Long> type(int threats) {
    try {
      return threats == 0 ? List.of() : TypedToHidden.times(stack.practice(), 1, threats);
    } catch (InterruptedException e) {
      throw new IllegalStateException("typing was interrupted", e);
    }
  }
}

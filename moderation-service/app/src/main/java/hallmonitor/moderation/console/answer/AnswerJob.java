package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.console.WorkRounds;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.store.answer.AnswerPackage;
import hallmonitor.moderation.store.answer.AnswerWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** Makes packages of answers, a step at a time, so that a restart goes on where it was. */
@ApplicationScoped
public class AnswerJob {
  private static final System.Logger LOG = System.getLogger(AnswerJob.class.getName());

  /** The most records in one PDF, which is made in memory; fewer if they are long. */
  static final int AT_ONCE = 250;

  private final AnswerWork work;
  private final AnswerMaking making;
  private final WorkRounds rounds = new WorkRounds(AnswerJob.class, "packages of answers");

  AnswerJob(AnswerWork work, AnswerMaking making) {
    this.work = work;
    this.making = making;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.requests.answer-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void round() {
    rounds.round(
        () -> {
          work.forgetUnsigned();
          return work.alone(() -> step(AT_ONCE));
        });
  }

  /**
   * Takes one package a step further; false if none waits.
   *
   * @param atOnce the most records of one PDF
   */
  boolean step(int atOnce) {
    Optional<AnswerPackage> next = work.next();
    next.ifPresent(
        made -> {
          if (!work.tries(made)) {
            return;
          }
          try {
            step(made, atOnce);
          } catch (IOException | RuntimeException e) {
            // It must not hold up the others, and most faults pass. The type alone: a message can
            // quote what is released, or what is not.
            LOG.log(
                System.Logger.Level.ERROR,
                "the package of request {0} had a fault in state {1} after item {2}: {3}",
                made.number(),
                made.state(),
                made.place(),
                e.getClass().getName());
          }
        });
    return next.isPresent();
  }

  private void step(AnswerPackage made, int atOnce) throws IOException {
    switch (made.state()) {
      case "making" -> making.make(made, atOnce);
      case "checking" -> making.check(made);
      default -> making.pack(made);
    }
  }
}

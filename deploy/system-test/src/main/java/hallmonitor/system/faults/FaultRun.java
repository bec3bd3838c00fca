package hallmonitor.system.faults;

import hallmonitor.system.history.ClockHistory;
import hallmonitor.system.history.CommentHistory;
import hallmonitor.system.history.HistoryCheck;
import hallmonitor.system.history.Outage;
import hallmonitor.system.history.RunHistory;
import hallmonitor.system.history.RunHistory.Promises;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a stack under load with people at work, disturbs it by a plan, and checks afterwards which
 * promises held.
 */
public final class FaultRun implements AutoCloseable {
  /** Faults between two calms, in which everything catches up and is timed undisturbed. */
  private static final int UNTIL_CALM = 40;

  private static final int IN_A_CALM = 12;
  private static final Duration CATCHES_UP = Duration.ofMinutes(6);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /** For a machine that is busy with other work, too; how fast it is, the measurements say. */
  private static final Promises PROMISES =
      new Promises(
          Duration.ofSeconds(30),
          Duration.ofSeconds(45),
          Duration.ofSeconds(45),
          Duration.ofSeconds(15));

  /** Until the next step of a clock that starts now is late. */
  private static final Duration STEP_IS_LATE =
      Duration.ofSeconds(FaultSettings.STEP_SECONDS)
          .plus(PROMISES.step())
          .plus(Duration.ofSeconds(5));

  /**
   * The parameters.
   *
   * @param faults how many
   * @param seed the same seed makes the same plan
   * @param rate comments per second; a third of them break the policy
   * @param longestPause between two faults
   * @param twoOfEach whether two of each service share the work; the second joins under load
   * @param older the built folder of an older version: the first of each service is of that one,
   *     and ends after the faults
   * @param ownDisks whether database and broker get disks of their own, where that is allowed
   * @param compared whether each verdict is compared with that of a run without faults
   */
  public record Order(
      int faults,
      long seed,
      double rate,
      Duration longestPause,
      boolean twoOfEach,
      Optional<Path> older,
      boolean ownDisks,
      boolean compared) {}

  private final Order order;
  private final Consumer<String> progress;
  private final FaultScene scene;
  private final Rest rest;
  private final List<Outage> outages = new ArrayList<>();
  private final List<String> neverDone = new ArrayList<>();
  private final LeastWork work = new LeastWork();

  /**
   * Starts the stack.
   *
   * @param progress receives a line for each step
   */
  public FaultRun(Order order, Consumer<String> progress) {
    this.order = order;
    this.progress = progress;
    this.scene = new FaultScene(order);
    this.rest = new Rest(scene.stack());
  }

  /** Returns one sentence for each broken promise; empty if all hold. */
  public List<String> run() throws IOException, InterruptedException {
    List<PlannedFault> plan = FaultPlan.of(order.seed(), order.faults(), order.longestPause());
    progress.accept("the plan of seed " + order.seed() + ":");
    plan.forEach(fault -> progress.accept("  " + fault));
    calm();
    if (order.twoOfEach()) {
      scene.load().begin();
      scene.addSecond();
      scene.load().stop();
      progress.accept("the second of each service has joined");
    }
    try (PeopleAtWork people = new PeopleAtWork(scene.stack(), order.seed())) {
      for (int from = 0; from < plan.size(); from += UNTIL_CALM) {
        disturb(plan, from, Math.min(plan.size(), from + UNTIL_CALM));
      }
      people.goHome();
      work.of("acts of people", people.done());
      progress.accept("what last kept people from an act: " + people.trouble());
    }
    if (order.older().isPresent()) {
      scene.retireFirst();
      progress.accept("the older version has ended");
    }
    lastCalm();
    return check(plan);
  }

  /** The first texts stand as long as the wait, which is longer than reading may take. */
  private void lastCalm() throws IOException {
    CalmAuthors authors = new CalmAuthors(scene.comments());
    authors.write();
    calm();
    Pause.of(STEP_IS_LATE);
    authors.edit();
    calm();
  }

  private void disturb(List<PlannedFault> plan, int from, int until) {
    Instant begun = Instant.now();
    scene.load().begin();
    for (int n = from; n < until; n++) {
      PlannedFault fault = plan.get(n);
      Pause.of(fault.pause());
      scene.keep();
      if (fault.kind().needsOwnDisk() && !scene.hasOwnDisks()) {
        progress.accept("left out, since nothing may be mounted here: " + fault.kind().text());
        continue;
      }
      progress.accept("%d of %d: %s".formatted(n + 1, plan.size(), fault.kind().text()));
      fault.kind().strike(scene, fault.length());
    }
    scene.load().stop();
    catchUp();
    outages.add(new Outage(begun, Instant.now()));
    calm();
  }

  private void catchUp() {
    scene.platform().clear();
    scene.keep();
    scene.awaitReady();
    GuaranteeCheck promises = new GuaranteeCheck(scene.stack(), scene.poison().taken());
    boolean caughtUp =
        Pause.until(CATCHES_UP, MOMENT, () -> rest.reached() && promises.poisonIsSetAside());
    if (!caughtUp) {
      neverDone.add("after six minutes: " + rest.missing().orElse("records with poison"));
    }
    progress.accept(caughtUp ? "everything has caught up" : "NOT everything has caught up");
  }

  private void calm() {
    scene.load().some(IN_A_CALM);
    if (!Pause.until(CATCHES_UP, MOMENT, rest::reached)) {
      neverDone.add(
          "after six minutes of calm: " + rest.missing().orElse("it has just come to rest"));
    }
  }

  private List<String> check(List<PlannedFault> plan) {
    PlatformJournal journal = PlatformJournal.of(scene.platformJournal());
    RunReader archived =
        new RunReader(
            scene.stack().archive(),
            FaultSettings.hidingClauses(scene.stack().stack().settings().root()));
    List<ClockHistory> clocks = ClockReader.escalations(scene.stack());
    Instant readAt = Instant.now();
    Map<String, String> verdicts = order.compared() ? CalmRun.verdicts(journal) : Map.of();
    RunHistory history =
        new RunHistory(
            archived.comments(journal, verdicts),
            clocks,
            outages,
            readAt,
            order.compared(),
            PROMISES);
    GuaranteeCheck whole = new GuaranteeCheck(scene.stack(), scene.poison().taken());
    progress.accept(whole.figures());
    progress.accept(
        "%d histories of comments and %d clocks checked, %d records with poison not taken in time"
            .formatted(
                history.comments().size(), history.escalations().size(), scene.poison().unsure()));
    measure(history, plan);
    progress.accept(work.toString());
    List<String> broken = new ArrayList<>(neverDone);
    broken.addAll(scene.endedByThemselves());
    broken.addAll(work.missing());
    broken.addAll(whole.broken());
    HistoryCheck.violations(history).forEach(violation -> broken.add(violation.toString()));
    return broken;
  }

  private void measure(RunHistory history, List<PlannedFault> plan) {
    List<CommentHistory> comments = history.comments();
    work.of("escalations of danger", history.escalations().size())
        .of("seals", comments.stream().flatMap(one -> one.seal().stream()).count())
        .of("effects", comments.stream().mapToLong(one -> one.effects().size()).sum())
        .of("steps of clocks due in calm", HistoryCheck.timedSteps(history))
        .of("edits of what stood long enough", HistoryCheck.timedTexts(history));
    if (order.compared()) {
      work.of("verdicts compared", HistoryCheck.compared(history));
    }
    if (has(plan, "DAMAGE_")) {
      work.of("damaged bytes", scene.damaged());
    }
    if (has(plan, "POISON_")) {
      work.of("records with poison", scene.poison().taken().size());
    }
  }

  private static boolean has(List<PlannedFault> plan, String kinds) {
    return plan.stream().anyMatch(fault -> fault.kind().name().startsWith(kinds));
  }

  @Override
  public void close() {
    scene.close();
  }
}

package hallmonitor.moderation.console;

import hallmonitor.contract.district.District;
import hallmonitor.contract.district.DistrictFile;
import hallmonitor.contract.yaml.Problem;
import hallmonitor.contract.yaml.WatchedFile.Version;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.console.operations.DeadLetterDesk;
import hallmonitor.moderation.console.page.InForce;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Outcome;
import hallmonitor.moderation.policy.Policy;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The console's neighbours as its tests need them, where the service itself gives none. */
public class WaitingBeans {
  /** A small district and policy; mistakes can be set. */
  @ApplicationScoped
  @DefaultBean
  public static class SmallDistrict implements InForce {
    private final List<Problem> mistakes = new CopyOnWriteArrayList<>();
    private final District district;

    SmallDistrict() throws java.io.IOException {
      district = DistrictFile.read(Files.readString(Path.of("../deploy/config/district.yaml")));
    }

    public void mistake(Problem problem) {
      mistakes.add(problem);
    }

    @Override
    public Version<Policy> policy() {
      return new Version<>(POLICY, "a1b2c3d4e5f6");
    }

    @Override
    public Version<District> district() {
      return new Version<>(district, "0f1e2d3c4b5a");
    }

    @Override
    public List<Problem> problems() {
      return mistakes;
    }
  }

  static final Policy POLICY =
      new Policy(
          "Comments on the district's accounts",
          List.of(
              new Clause(
                  "1.1",
                  "Threats",
                  "Comments that threaten a person or a school are captured, removed and reported to the building's administration.",
                  List.of(new Condition(Category.THREAT, .7, Set.of())),
                  new Consequence(
                      Outcome.ESCALATE,
                      true,
                      List.of("principal", "counselor"),
                      Urgency.IMMEDIATE,
                      true)),
              new Clause(
                  "2.1",
                  "Profanity",
                  "Comments with profanity are removed.",
                  List.of(new Condition(Category.PROFANITY, .8, Set.of())),
                  new Consequence(Outcome.HIDE, true, List.of(), Urgency.SOON, true)),
              new Clause(
                  "3.2",
                  "Unsigned entries",
                  "Entries that are not signed are looked at by a person.",
                  List.of(new Condition(Category.UNSIGNED, .9, Set.of("classroom"))),
                  new Consequence(Outcome.REVIEW, false, List.of(), Urgency.DIGEST, false))));

  /** Decides by the version alone. */
  @ApplicationScoped
  @DefaultBean
  public static class ByVersion implements Decisions {
    private final ConsoleDatabase database;

    ByVersion(ConsoleDatabase database) {
      this.database = database;
    }

    @Override
    public void decide(Decision decision) {
      String state =
          switch (decision.kind()) {
            case CONFIRM -> "confirmed";
            case RESTORE -> "restored";
            case HIDE -> "hidden";
            case DISMISS -> "dismissed";
          };
      String action =
          switch (decision.kind()) {
            case RESTORE -> "restore-ordered";
            case HIDE -> "hide-ordered";
            default -> null;
          };
      int changed =
          database.write(
              h -> {
                int n =
                    h.execute(
                        """
                        update review_case set state = ?, action_state = coalesce(?, action_state), decided_by = ?,
                          decided_at = now(), decision_note = ?, version = version + 1
                        where case_id = ? and version = ?
                        """,
                        state,
                        action,
                        decision.by(),
                        decision.note(),
                        decision.caseId(),
                        decision.version());
                if (n == 1) {
                  h.execute(
                      "insert into case_event (case_id, actor, kind) values (?, ?, ?)",
                      decision.caseId(),
                      decision.by(),
                      action == null ? state : action);
                }
                return n;
              });
      if (changed == 0) {
        throw new CaseChanged("changed");
      }
    }
  }

  @ApplicationScoped
  @DefaultBean
  public static class Desk implements DeadLetterDesk {
    private final ConsoleDatabase database;

    Desk(ConsoleDatabase database) {
      this.database = database;
    }

    @Override
    public void replay(long id, String by) {
      handle(id, by, "replayed");
    }

    @Override
    public void discard(long id, String by, String reason) {
      handle(id, by, "discarded");
    }

    private void handle(long id, String by, String state) {
      int changed =
          database.write(
              h ->
                  h.execute(
                      "update dead_letter set state = ?, handled_by = ?, handled_at = now() where id = ? and state = 'open'",
                      state,
                      by,
                      id));
      if (changed == 0) {
        throw new AlreadyHandled("Dead letter " + id + " is not open any more; reload the page.");
      }
    }
  }
}

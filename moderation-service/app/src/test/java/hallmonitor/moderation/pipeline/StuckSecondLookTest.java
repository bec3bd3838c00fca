package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A comment that no verdict can be written about, not even the one that calls a person. */
class StuckSecondLookTest {
  private final Stage stage = new Stage();
  private final RuleSnapshot rules =
      stage.rules(new Detectors(List.of(new SlowDetector("pay", Category.THREAT, 0.5))));
  private final SecondLook look =
      stage.secondLook(rules, ContextSettings.DEFAULT, ThirdOpinion.NONE);

  @BeforeEach
  void twoWaitAndOneCannotBeWritten() throws Exception {
    try (CommentPipeline pipeline =
        stage.pipeline(rules, ContextSettings.DEFAULT, ThirdOpinion.NONE)) {
      pipeline.handle(
          List.of(
              aComment("1").saying("a slow way to pay").record(),
              aComment("2").saying("a slow way to pay").record()));
    }
    execute(
        """
        create function refuse() returns trigger language plpgsql as $$
        begin
          raise exception 'no' using errcode = '22000';
        end $$;
        create trigger refused before update on revision
          for each row when (new.comment_id = '2') execute function refuse()
        """);
  }

  @AfterEach
  void stop() {
    look.close();
  }

  private void execute(String sql) {
    stage.database.jdbi().useHandle(h -> h.execute(sql));
  }

  private Map<String, Object> stuck() {
    return stage
        .database
        .rows(
            """
            select comment_id, failures, deaths, claimed_until is null as released,
              not_before is not null and not_before > clock_timestamp() + interval '30 minutes' as later
            from second_look
            """)
        .get(0);
  }

  private void take(int turns) throws Exception {
    for (int turn = 0; turn < turns; turn++) {
      look.lookAtSome();
    }
  }

  @Test
  void itWaitsLongerEachTimeAndHoldsUpNoOther() throws Exception {
    take(SecondLook.MOST_FAILURES);
    assertThat(stage.escalations()).hasSize(1);
    assertThat(stage.database.count("second_look where not_before is not null")).isEqualTo(1);

    execute("update second_look set failures = 20, not_before = now()");
    take(4);

    assertThat(stuck())
        .isEqualTo(
            Map.of(
                "comment_id", "2", "failures", 21, "deaths", 0, "released", true, "later", true));
  }

  @Test
  void itIsJudgedAsSoonAsThatWorksAgain() throws Exception {
    take(SecondLook.MOST_FAILURES);
    execute("drop trigger refused on revision");
    execute("update second_look set not_before = now()");

    take(1);

    assertThat(stage.database.count("second_look")).isZero();
    assertThat(stage.escalations()).hasSize(2);
  }
}

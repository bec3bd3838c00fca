package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.FirstLook;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the database sees while the second look judges. */
@Timeout(120)
class SecondLookLeaseTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Stage stage = new Stage();

  /** Does something while it judges. */
  private record Doing(Consumer<Comment> work) implements Detector {
    private static final Detector SLOW = new SlowDetector("pay", Category.THREAT, 0.5);

    @Override
    public String name() {
      return "doing";
    }

    @Override
    public List<Finding> detect(Comment comment) {
      work.accept(comment);
      return comment.text().contains("unwritable")
          ? List.of(new Finding(Category.SPAM, 1, name(), List.of(), "\0"))
          : SLOW.detect(comment);
    }

    @Override
    public FirstLook firstLook(Comment comment, List<Finding> before) {
      return SLOW.firstLook(comment, before);
    }
  }

  private SecondLook secondLook(Duration lease, Consumer<Comment> work) {
    LookParts parts = stage.parts(new Detectors(List.of(new Doing(work))));
    return new SecondLook(parts, 1, new Precedence(), lease);
  }

  private void read(String... texts) throws Exception {
    CommentPipeline pipeline = stage.pipeline(new Detectors(List.of(new Doing(c -> {}))));
    try (pipeline) {
      int id = 0;
      for (String text : texts) {
        // Of authors of their own, so that none is read together with another's.
        String name = String.valueOf(++id);
        pipeline.handle(List.of(aComment(name).by("Reader " + name).saying(text).record()));
      }
    }
  }

  private OffsetDateTime claimedUntil() {
    return stage.database.one("select min(claimed_until) from second_look", OffsetDateTime.class);
  }

  @Test
  void noTransactionIsOpenWhileItJudges() throws Exception {
    read("a slow way to pay", "another slow way to pay");
    List<Map<String, Object>> open = Collections.synchronizedList(new ArrayList<>());
    List<String> judged = Collections.synchronizedList(new ArrayList<>());

    try (SecondLook look =
        secondLook(
            LONG,
            comment -> {
              judged.add(comment.text());
              open.addAll(
                  stage.database.rows(
                      """
                      select state, query from pg_stat_activity
                      where datname = current_database() and pid <> pg_backend_pid()
                        and backend_type = 'client backend' and xact_start is not null\
                      """));
            })) {
      look.lookAtSome();
    }

    assertThat(judged).contains("a slow way to pay", "another slow way to pay");
    assertThat(open).isEmpty();
    assertThat(stage.escalations()).hasSize(2);
  }

  @Test
  void itKeepsWhatItClaimedForAsLongAsATurnLasts() throws Exception {
    read("a slow way to pay");

    try (SecondLook look =
        secondLook(
            Duration.ofSeconds(2),
            comment -> {
              OffsetDateTime first = claimedUntil();
              await().atMost(Duration.ofMinutes(1)).until(() -> claimedUntil().isAfter(first));
            })) {
      look.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> stage.database.count("second_look") == 0);
      assertThat(look.fault()).isEmpty();
    }

    assertThat(stage.escalations()).hasSize(1);
  }

  @Test
  void theClaimIsRenewedBeforeEachIsTriedAlone() throws Exception {
    read("a slow way to pay", "slow and unwritable");
    List<OffsetDateTime> claims = new ArrayList<>();

    try (SecondLook look = secondLook(LONG, comment -> claims.add(claimedUntil()))) {
      look.lookAtSome();
    }

    assertThat(claims).as("both together, then each alone").hasSizeGreaterThanOrEqualTo(4);
    assertThat(claims.get(1)).isEqualTo(claims.get(0));
    assertThat(claims.get(2)).isAfter(claims.get(0));
  }
}

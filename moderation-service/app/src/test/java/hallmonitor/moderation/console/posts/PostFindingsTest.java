package hallmonitor.moderation.console.posts;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.PostSeen;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.pipeline.jobs.PostJudgeJob;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.archive.PostArchive;
import hallmonitor.moderation.store.release.MediaReleaseList;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The district's own posts are judged; what is found stays open until it is fixed or closed. */
@ConsoleTest
class PostFindingsTest extends NovakAtWork {
  private static final String NAMES_A_STUDENT = "Congratulations to <b>Ana Ruiz</b> on her award.";
  private static final String FINE = "Congratulations to all on their awards.";

  @Inject PostJudgeJob job;
  @Inject MediaReleaseList list;
  @Inject LiveRules rules;

  @BeforeEach
  void aFamilyRefuses() {
    database.write(h -> h.execute("truncate withheld_student, post_to_judge"));
    refuses("Ana Ruiz");
  }

  private void refuses(String name) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    list.add(
        List.of(new MediaReleaseList.NewStudent(name, today.minusDays(9), today.plusDays(9))),
        "brandt");
  }

  /** Waits for no schedule: it may judge first, but each post is judged once. */
  private void read(String id, String text, int second) {
    Instant at = Instant.now().minusSeconds(600).plusSeconds(second);
    PostSeen post =
        new PostSeen(
            "wordpress",
            "practice",
            id,
            PostSeen.versionOf("Awards", text, List.of()),
            "Awards",
            text,
            List.of(),
            Optional.of("http://127.0.0.1/?p=" + id),
            Optional.of(at),
            at);
    database.write(
        h -> {
          try {
            new PostArchive(h.getConnection()).addListed(List.of(post));
            return 1;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    judged();
  }

  private void judged() {
    job.judge();
    org.awaitility.Awaitility.await()
        .until(
            () ->
                database.read(
                    h ->
                        h.createQuery(
                                "select not exists (select from post_to_judge) and not exists ("
                                    + "select from pg_locks where relation = 'post_to_judge'::regclass"
                                    + " and mode = 'RowExclusiveLock')")
                            .mapTo(Boolean.class)
                            .one()));
  }

  private String page(String query) {
    return novak.get("/posts" + query).asString();
  }

  private ConsoleResponse close(String id, String reason) {
    String seen = page("").replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
    return novak.post(
        "/posts/" + CommentAddress.of("practice", id) + "/acceptance",
        Map.of("seen", seen, "reason", reason));
  }

  @Test
  void aPostThatNamesARefusedStudentIsFoundAndTheWordsAreMarked() {
    read("7", NAMES_A_STUDENT, 0);
    read("8", FINE, 0);

    assertThat(page(""))
        .contains("<mark>Ana Ruiz</mark>", "&lt;b&gt;", "4.2", "http://127.0.0.1/?p=7")
        .doesNotContain("?p=8", "<b>Ana");
  }

  @Test
  void itClosesItselfWhenThePostIsMended() {
    read("7", NAMES_A_STUDENT, 0);
    read("7", FINE, 60);

    assertThat(page("")).contains("No post needs to be checked.");
    assertThat(page("?state=mended")).contains("?p=7", "4.2").doesNotContain("Ana Ruiz");
  }

  @Test
  void aClosedFindingStaysClosedUntilThePostSaysSomethingNew() {
    read("7", NAMES_A_STUDENT, 0);
    assertThat(close("7", "").statusCode()).isEqualTo(422);
    assertThat(close("7", "The family agreed to this one.").statusCode()).isEqualTo(303);
    assertThat(page("?state=accepted")).contains("The family agreed to this one.", "Petra Novak");

    read("7", NAMES_A_STUDENT + " Well done.", 60);
    assertThat(page("")).contains("No post needs to be checked.");

    refuses("Kai Ito");
    read("7", NAMES_A_STUDENT + " And to Kai Ito.", 120);
    assertThat(page("")).contains("Kai Ito");
  }

  @Test
  void aVersionThatNobodySawIsNotClosed() {
    read("7", NAMES_A_STUDENT, 0);
    String seen = page("").replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
    read("7", NAMES_A_STUDENT + " And to her father, call his cell 312-555-0143.", 60);

    ConsoleResponse answer =
        novak.post(
            "/posts/" + CommentAddress.of("practice", "7") + "/acceptance",
            Map.of("seen", seen, "reason", "Fine."));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(page("")).contains("Ana Ruiz");
  }

  @Test
  void aRecentPostIsFoundWhenTheFamilyRefusesLater() {
    read("7", "Kai Ito scored twice.", 0);
    assertThat(page("")).contains("No post needs to be checked.");

    refuses("Kai Ito");
    judged();

    assertThat(page("")).contains("<mark>Kai Ito</mark>");
  }

  @Test
  void aHijackedPostIsFoundByThePolicy() {
    read("7", "CLICK HERE to win a free iPhone, limited offer!!! http://bit.ly/free-cash $$$", 0);

    assertThat(page("")).contains("?p=7");
  }
}

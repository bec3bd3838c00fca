package hallmonitor.moderation.console.quality;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the check of allowed comments, on a sample that no one can choose. */
@ConsoleTest
class QualityTest extends NovakAtWork {
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final String DRAWN = "select comment_id from quality_sample order by position";

  @Inject QualityDraw draw;

  private final LocalDate yesterday = LocalDate.ofInstant(Instant.now().minus(A_DAY), ZONE);

  @Test
  void aDayIsDrawnOnceAndCanBeDrawnAgainByItsSeed() {
    for (int i = 0; i < 30; i++) {
      deciding.allowed("c" + i, "Dana Reyes", "Go team " + i, A_DAY);
    }
    deciding.allowed("today", "Dana Reyes", "Go team", Duration.ZERO);
    seed.aCase("hidden").there();

    assertThat(draw.draw(yesterday, "s1")).isEqualTo(20);
    List<String> first = deciding.texts(DRAWN);
    assertThat(draw.draw(yesterday, "s2")).isZero();
    assertThat(deciding.texts(DRAWN))
        .isEqualTo(first)
        .hasSize(20)
        .doesNotContain("today", "hidden");
    assertThat(deciding.row("select seed, population from quality_day"))
        .containsEntry("seed", "s1")
        .containsEntry("population", 30L);

    assertThat(drawnAnewWith("s1")).isEqualTo(first);
    assertThat(drawnAnewWith("s2")).isNotEqualTo(first);
  }

  private List<String> drawnAnewWith(String daysSeed) {
    database.write(h -> h.execute("truncate quality_day cascade"));
    draw.draw(yesterday, daysSeed);
    return deciding.texts(DRAWN);
  }

  @Test
  void aModeratorSaysWhetherItWasRightAndTheAnswersAreCounted() {
    deciding.allowed("1", "<b>Dana</b>", "<script>Go</script> team", A_DAY);
    deciding.allowed("2", "Sam", "You know where he lives", A_DAY);
    draw.draw(yesterday, "s1");

    String page = novak.get("/quality").asString();
    assertThat(page)
        .contains("Was it right to allow this?", "Nothing checked")
        .doesNotContain("<script>Go", "<b>Dana");
    answer(0, Map.of("answer", "right"));
    answer(1, Map.of("answer", "wrong", "category", "threat", "note", "Veiled."));

    assertThat(novak.get("/quality").asString())
        .doesNotContain("quality_day", "seed")
        .contains("You're all caught up.", "50.0% (9.5% to 90.5%)", "Threat 1");
    assertThat(
            deciding.row(
                "select allowed_right, category, judged_by, building from quality_sample where"
                    + " position = 1"))
        .containsEntry("allowed_right", false)
        .containsEntry("category", "threat")
        .containsEntry("judged_by", "novak")
        .containsEntry("building", "maple-high");
    assertThat(deciding.texts("select detail from audit where act = 'quality-check' order by id"))
        .containsExactly("rightly allowed.", "missed: threat. Veiled.");
  }

  @Test
  void whoSaysThatItWasWrongSaysWhatWasMissedAndNobodyAnswersTwice() {
    deciding.allowed("1", "Sam", "Go team", A_DAY);
    draw.draw(yesterday, "s1");

    assertThat(answer(0, Map.of("answer", "wrong")).asString())
        .contains("Choose what was missed", "Go team");
    assertThat(answer(0, Map.of("answer", "wrong", "category", "detector-failure")).statusCode())
        .isEqualTo(409);
    assertThat(answer(0, Map.of("answer", "right")).statusCode()).isEqualTo(303);
    assertThat(answer(0, Map.of("answer", "right")).asString())
        .contains("Someone already answered this one. Nothing was changed. Here is the next.");
  }

  private ConsoleResponse answer(int position, Map<String, String> fields) {
    Object id =
        deciding
            .row("select sample_id from quality_sample where position = ?", position)
            .get("sample_id");
    return novak.post("/quality/" + id, fields);
  }
}

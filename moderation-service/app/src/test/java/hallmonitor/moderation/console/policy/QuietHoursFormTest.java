package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the form for quiet hours, and for how long a faint danger waits. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class QuietHoursFormTest extends DeskAtWork {
  private long draft() {
    return desk.begin("district", "Quiet hours");
  }

  @Test
  void quietHoursAreChanged() {
    long id = draft();
    String form =
        desk.filled(
            desk.brandt,
            id,
            "quiet-hours/all",
            0,
            Map.of("from", "noon", "until", "07:00", "whole-days", List.of("sunday")));
    assertThat(form).contains(at("from", "&#39;noon&#39; is not a time such as 21:00"));

    desk.fill(
        desk.brandt,
        id,
        "quiet-hours/all",
        1,
        Map.of("from", "20:30", "until", "07:00", "whole-days", List.of("sunday")));

    assertThat(desk.text(id)).contains("from: \"20:30\"\n", "whole-days: [sunday]\n");
    assertThat(desk.page(id)).contains("From 8:30 PM to 7:00 AM, and all day on Sunday.");
  }

  @Test
  void howLongAFaintDangerWaitsIsChangedBesideTheQuietHours() {
    long id = draft();
    String before = desk.text(id);
    assertThat(desk.page(id))
        .contains("at most 2 h during the day, and 30 min after quiet hours end");

    assertThat(desk.filled(desk.brandt, id, "quiet-hours/all", 0, lane("2d", "soon")))
        .contains(at("by-day", "A faint danger waits from 1m to 12h"))
        .contains(at("morning", "&#39;soon&#39; is not a time such as 500ms"));

    desk.fill(desk.brandt, id, "quiet-hours/all", 1, lane("90m", "45m"));
    assertThat(desk.text(id))
        .as("every other line stays")
        .isEqualTo(
            before
                .replace("  by-day: 2h\n", "  by-day: 90m\n")
                .replace("  morning: 30m\n", "  morning: 45m\n"));
    assertThat(desk.page(id))
        .contains("at most 90 min during the day, and 45 min after quiet hours end", "No mistakes");

    desk.fill(desk.brandt, id, "quiet-hours/all", 2, lane("", ""));
    assertThat(desk.text(id)).doesNotContain("danger-lane:", "  by-day:");
    assertThat(desk.page(id)).contains("at most 2 h during the day", "No mistakes");

    desk.fill(desk.brandt, id, "quiet-hours/all", 3, lane("3h", ""));
    assertThat(desk.text(id)).contains("\ndanger-lane: { by-day: 3h }\n");
  }

  private static Map<String, Object> lane(String byDay, String morning) {
    return Map.of(
        "from",
        "21:00",
        "until",
        "06:30",
        "whole-days",
        List.of("saturday", "sunday"),
        "by-day",
        byDay,
        "morning",
        morning);
  }

  private static String at(String field, String message) {
    return "<div id=\"" + field + "-says\"><p class=\"mistake\">" + message;
  }
}

package hallmonitor.moderation.console.records;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.StaffSeed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tests the page of records: what is kept. */
@ConsoleTest
class RecordsTest extends RecordsConsole {
  @Inject KeptCountJob counting;

  @Test
  void anEmptyPageSaysWhatItIsFor() {
    assertThat(page(officer))
        .contains(
            "No comments counted yet.",
            "No active holds.",
            "No disposals.",
            "the Local Records Commission",
            "kept for 3 years")
        .contains("Place a hold", "Propose a disposal");
    assertThat(page(ConsoleBrowser.signedIn("auditor")))
        .doesNotContain("Place a hold", "Propose a disposal");
  }

  @Test
  void whatIsKeptIsCountedByAccountWithTheOldestDay() {
    records.allowed("1", "Hello");
    records.decided("2", StaffSeed.OTHER, "You fool");
    records.seed().aCase("3").there();
    counting.count();

    assertThat(page(officer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
        .contains(
            "Maple Valley High School news (practice page) Without a case 1 oldest "
                + day(3650)
                + " With a decided case 1 oldest "
                + day(3650)
                + " With evidence 0 With an open case 1 oldest ");
  }

  private static String day(int ago) {
    return ZonedDateTime.now(ZoneId.of("America/Chicago"))
        .minus(Duration.ofDays(ago))
        .format(DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US));
  }
}

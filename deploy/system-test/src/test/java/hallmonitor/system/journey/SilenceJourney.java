package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/**
 * The elementary school's page had a comment every day, and then none for weeks: one after the
 * other is told, until somebody writes again. Days pass in the archive and in the rules.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class SilenceJourney {
  private static final String SILENT = "No comments for an unusually long time";
  private static final String NOT_YET = "30d";

  private final Schools schools;
  private final JourneyPerson administrator;
  private Map<String, String> before;

  SilenceJourney(Schools schools, JourneyPerson administrator) {
    this.schools = schools;
    this.administrator = administrator;
  }

  /** Schools that are always open, so that the journey runs on any day and at any hour. */
  @BeforeAll
  void theSchoolsAreOpenAndNobodyIsInAHurry() throws IOException {
    before = Map.of("district", read("district"), "escalation", read("escalation"));
    change("district", "from: \"21:00\"", "from: \"00:00\"");
    change("district", "until: \"06:30\"", "until: \"00:00\"");
    change("district", "whole-days: [saturday, sunday]", "whole-days: []");
    Files.writeString(
        file("escalation"),
        before
            .get("escalation")
            .replaceAll("(?m)^  - 20\\d\\d-\\d\\d-\\d\\d.*\\R", "")
            .replaceAll("(?m)^holidays:\\R", ""));
    change("accounts", "tell-deputy-after: 1d", "tell-deputy-after: " + NOT_YET);
    change(
        "accounts",
        "tell-building-administrator-after: 1d",
        "tell-building-administrator-after: " + NOT_YET);
  }

  @AfterAll
  void theNightsAreQuietAgain() throws IOException {
    for (Map.Entry<String, String> file : before.entrySet()) {
      Files.writeString(file(file.getKey()), file.getValue());
    }
  }

  private Path file(String name) {
    return schools.stack().stack().config().resolve(name + ".yaml");
  }

  private String read(String name) throws IOException {
    return Files.readString(file(name));
  }

  private void change(String name, String from, String to) throws IOException {
    assertThat(read(name)).contains(from);
    Files.writeString(file(name), read(name).replace(from, to));
  }

  @Test
  @Order(1)
  void theAccountGetsADeputy() {
    administrator.open("/register");
    administrator.follow("Birch Elementary School news");
    administrator.browser().click(By.xpath("//summary[.='Change']"));
    administrator.write("Deputy", "Marisol Reyes");
    administrator.press("Save");
    administrator.reads("Marisol Reyes");
  }

  @Test
  @Order(2)
  void whenItFallsSilentItsAdministratorIsToldAndARedLineStands() {
    schools.archived(
        """
        update comment set first_seen_at = now() - interval '21 days' where account = 'birch' returning comment_id
        """);
    schools.archived(
        """
        insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
          latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
        select 'birch', 'day-' || n, 'wordpress', '1', 'name:Kim', 'Kim', 'visible', '1', 'Thank you.', at, at, at
        from generate_series(21, 45) n, lateral (select now() - make_interval(days => n)) t(at)
        returning comment_id
        """);

    told("Petra Novak");
    administrator.open("/home");
    administrator.reads(SILENT);
    assertThat(administrator.browser().textOf(By.cssSelector(".worries .chip.red")))
        .contains(SILENT);
    administrator.look("silence-1-home");
    mailed("p.novak");
  }

  @Test
  @Order(3)
  void aDayLaterTheDeputyIsTold() throws IOException {
    change("accounts", "tell-deputy-after: " + NOT_YET, "tell-deputy-after: 1d");

    told("Petra Novak, Marisol Reyes");
    mailed("m.reyes");
  }

  @Test
  @Order(4)
  void andThenTheBuildingAdministrator() throws IOException {
    change(
        "accounts",
        "tell-building-administrator-after: " + NOT_YET,
        "tell-building-administrator-after: 1d");

    told("Petra Novak, Marisol Reyes, Dale Whitaker");
    mailed("d.whitaker");
    administrator.look("silence-2-told");
  }

  @Test
  @Order(5)
  void theLineEndsWhenSomebodyWritesAgain() {
    schools.commentElsewhere("Kim Abel", "When does the book fair start?");

    Schools.eventually(
        () -> {
          administrator.open("/home");
          assertThat(administrator.page()).doesNotContain(SILENT);
        });
  }

  /** Waits until the account's card says that these were told, in this order. */
  private void told(String names) {
    Schools.eventually(
        () -> {
          administrator.open("/accounts");
          assertThat(administrator.browser().textOf(By.id("account-birch")))
              .contains(SILENT, "Told: " + names + ".");
        });
  }

  private void mailed(String name) {
    Schools.eventually(
        () ->
            assertThat(schools.stack().mail().to(name + "@maplevalley12.example"))
                .extracting(mail -> schools.stack().mail().open(mail).toString())
                .anyMatch(mail -> mail.contains("Birch Elementary School news")));
  }
}

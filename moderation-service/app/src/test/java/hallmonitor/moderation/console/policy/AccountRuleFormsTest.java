package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.RegisterRules;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.pipeline.rules.AccountsFile;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the forms for what the district asks of its accounts. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class AccountRuleFormsTest extends DeskAtWork {
  @Inject LiveRules live;

  private RegisterRules written(long id) {
    return AccountsFile.read(desk.text(id), live.folder());
  }

  private static Map<String, Object> classroom() {
    Map<String, Object> form = new HashMap<>();
    form.put("authorized-by", "nobody");
    form.put("building-administrator-informed", "once");
    form.put("parents-informed", "1y");
    form.put("terms-acknowledged", "once");
    form.put("yearly-confirmation", "1y");
    for (String often :
        List.of(
            "privacy-settings", "disclaimer", "school-link", "district-link", "contact-details")) {
      form.put(often, "6m");
    }
    form.put("name-form", "once");
    return form;
  }

  @Test
  void savingAKindAsItIsChangesNothing() {
    long id = desk.begin("accounts", "Nothing");
    String before = desk.text(id);

    desk.fill(desk.brandt, id, "account-kind/classroom", 0, classroom());

    assertThat(desk.text(id)).isEqualTo(before);
  }

  @Test
  void aDemandIsAddedAndTakenAwayAndTheRemarksStay() {
    long id = desk.begin("accounts", "Classrooms");
    Map<String, Object> form = classroom();
    form.put("logo", "1y");
    form.remove("name-form");
    form.put("credentials", List.of("principal"));

    desk.fill(desk.brandt, id, "account-kind/classroom", 0, form);

    assertThat(written(id).kinds().get("classroom").demands())
        .containsEntry(AccountDemand.LOGO, Optional.of(Period.ofYears(1)))
        .doesNotContainKey(AccountDemand.NAME_FORM);
    assertThat(written(id).kinds().get("classroom").credentials()).containsExactly("principal");
    assertThat(desk.text(id)).contains("# A teacher opens it;");
    assertThat(desk.page(id)).contains("No mistakes");
  }

  @Test
  void whatStandsOnEveryPageIsEditedInBothLanguages() {
    long id = desk.begin("accounts", "Disclaimer");

    desk.fill(
        desk.brandt,
        id,
        "every-page/all",
        0,
        Map.of(
            "disclaimer-en", "Comments are moderated.",
            "disclaimer-es", "Los comentarios se moderan.",
            "district-site", "https://district.example",
            "contact", "309-555-0100",
            "name-form", "Full name"));

    assertThat(written(id).disclaimer())
        .containsEntry("en", "Comments are moderated.")
        .containsEntry("es", "Los comentarios se moderan.");
    assertThat(desk.page(id)).contains("Los comentarios se moderan.", "309-555-0100");
  }

  @Test
  void theLogoIsAPictureInTheFolderAndElseTheFieldSaysWhatIsWrong() {
    long id = desk.begin("accounts", "Logo");

    desk.fill(desk.brandt, id, "every-page/all", 0, Map.of("logo", "no-such.png"));

    assertThat(desk.text(id)).contains("logo: no-such.png");
    assertThat(desk.page(id)).contains("Logo: <bdi>no-such.png</bdi>");
    assertThat(desk.brandt.get("/policy/forms/" + id + "/every-page/all").asString())
        .contains("value=\"no-such.png\"")
        .contains("in the folder of this file");

    desk.fill(desk.brandt, id, "every-page/all", 1, Map.of("contact", "309-555-0100"));
    assertThat(written(id).logo()).isEmpty();
  }

  @Test
  void aWrongTimeIsKeptAndSaysWhatIsWrongAtItsField() {
    long id = desk.begin("accounts", "Soon");

    desk.fill(desk.brandt, id, "register-times/all", 0, Map.of("decide-within", "soon"));

    assertThat(desk.text(id)).contains("decide-within: soon");
    assertThat(desk.brandt.get("/policy/forms/" + id + "/register-times/all").asString())
        .contains("value=\"soon\"", "Saved, with mistakes to fix");
  }

  @Test
  void theTimesOfLookingAreWrittenByKind() {
    long id = desk.begin("accounts", "Looking");

    desk.fill(
        desk.brandt,
        id,
        "account-watch/all",
        0,
        Map.of("look-within-school", "4h", "tell-deputy-after", "2d"));

    assertThat(desk.text(id)).contains("school: 4h", "tell-deputy-after: 2d");
    assertThat(desk.page(id)).contains("No mistakes");
  }
}

package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.register.AccountAuthorizer;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.RegisterRules;
import hallmonitor.moderation.casework.watch.WatchRules;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the file that says what the district asks of its accounts. */
class AccountsFileTest {
  @TempDir Path folder;

  private RegisterRules read(String text) {
    return AccountsFile.read(text, folder);
  }

  @Test
  void theShippedFileSaysWhoAuthorizesAndWhoHoldsThePassword() throws IOException {
    RegisterRules rules =
        read(Files.readString(Path.of("..", "..", "deploy", "config", AccountsFile.NAME)));

    assertThat(rules.of("school").authorizer()).isEqualTo(AccountAuthorizer.ADMINISTRATOR);
    assertThat(rules.of("school").credentials()).containsExactly("community-relations-specialist");
    assertThat(rules.of("school-based-group").authorizer())
        .isEqualTo(AccountAuthorizer.BUILDING_ADMINISTRATOR);
    assertThat(rules.of("school-based-group").credentials())
        .containsExactly("principal", "technology-director");
    assertThat(rules.of("classroom").authorizer()).isEqualTo(AccountAuthorizer.NOBODY);
    assertThat(rules.of("classroom").demands())
        .containsKeys(
            AccountDemand.BUILDING_ADMINISTRATOR_INFORMED, AccountDemand.PARENTS_INFORMED);
    assertThat(rules.of("school").demands())
        .containsEntry(AccountDemand.DISCLAIMER, Optional.of(Period.ofMonths(3)))
        .containsEntry(AccountDemand.YEARLY_CONFIRMATION, Optional.of(Period.ofYears(1)))
        .containsEntry(AccountDemand.AUTHORIZATION, Optional.empty());
    assertThat(rules.disclaimer()).containsOnlyKeys("en", "es");
    assertThat(rules.watch().lookWithin("classroom")).isEqualTo(Duration.ofDays(1));
    assertThat(rules.watch().lookWithin("school")).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void theWatchHasItsTimesByKindAndItsOwnMistakes() {
    String kinds =
        AccountsFile.shipped().substring(AccountsFile.shipped().indexOf("\nkinds:")).strip();
    WatchRules rules =
        read("""
                watch:
                  look-within: { classroom: 4h }
                  tell-deputy-after: 2h
                """
                + kinds)
            .watch();

    assertThat(rules.lookWithin("classroom")).isEqualTo(Duration.ofHours(4));
    assertThat(rules.lookWithin("school")).isEqualTo(WatchRules.DEFAULT.lookWithin("school"));
    assertThat(rules.deputyAfter()).isEqualTo(Duration.ofHours(2));
    assertThat(rules.buildingAfter()).isEqualTo(WatchRules.DEFAULT.buildingAfter());
    assertThat(read(kinds).watch()).isEqualTo(WatchRules.DEFAULT);
    assertThatThrownBy(
            () ->
                read(
                    "watch: { look-within: { school: 1m, club: 1d }, fault-after: 31d }\n" + kinds))
        .hasMessageContaining("write a time from 10m to 30d, such as 4h or 1d")
        .hasMessageContaining("club")
        .hasMessageContaining("accounts.yaml:1:62");
  }

  @Test
  void withoutTheFileTheSameHolds() throws IOException {
    assertThat(AccountsFile.shipped())
        .isEqualTo(Files.readString(Path.of("..", "..", "deploy", "config", AccountsFile.NAME)));
    assertThat(read("")).isEqualTo(read(AccountsFile.shipped()));
  }

  @Test
  void everyMistakeIsNamedWithItsPlace() {
    String wrong =
        """
        decide-within: 12h
        kinds:
          classroom:
            authorized-by: nobody
            credentials: [janitor]
            demands:
              authorization: once
              logo: sometimes
          school:
            demands: {}
          school-based-group:
            authorized-by: mayor
          district:
            authorized-by: administrator
            demands:
              disclamer: 3m
        """;

    assertThatThrownBy(() -> read(wrong))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("accounts.yaml:1:16: write whole days from 1d to 365d")
        .hasMessageContaining("accounts.yaml:5:19: there is no role 'janitor'")
        .hasMessageContaining("accounts.yaml:7:22: nobody authorizes accounts of this kind")
        .hasMessageContaining("accounts.yaml:8:13: 'sometimes' is not once, or a time")
        .hasMessageContaining("accounts.yaml:10:5: 'authorized-by' is missing")
        .hasMessageContaining("accounts.yaml:12:20: 'mayor' is not one of administrator")
        .hasMessageContaining("accounts.yaml:16:7: unknown key 'disclamer'");
  }

  @Test
  void aKindThatIsLeftOutIsAMistake() {
    assertThatThrownBy(() -> read("kinds:\n  school:\n    authorized-by: nobody\n"))
        .hasMessageContaining("say what is asked of accounts of the kind classroom");
    assertThatThrownBy(() -> read("contact: x\n")).hasMessageContaining("'kinds' is missing");
  }

  @Test
  void theSitesOfSchoolsAreNamedByBuildingAndWithTheirWholeAddress() {
    String sites = "school-sites:\n  maple-high: %s\n" + AccountsFile.shipped();

    assertThat(read(sites.formatted("https://high.example")).schoolSites())
        .containsEntry("maple-high", "https://high.example");
    assertThatThrownBy(() -> read(sites.formatted("high.example")))
        .hasMessageContaining("accounts.yaml:2:15")
        .hasMessageContaining("write the whole address");
  }
}

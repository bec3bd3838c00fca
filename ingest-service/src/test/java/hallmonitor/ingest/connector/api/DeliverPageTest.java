package hallmonitor.ingest.connector.api;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.district.AccountAct;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the commands of the operator's page exactly as shown. */
class DeliverPageTest {
  private static String example(String language, String start) throws IOException {
    return example("deliver.md", language, start);
  }

  private static String example(String name, String language, String start) throws IOException {
    String page = Files.readString(Path.of("..", "deploy", "docs", "operate", name));
    return Pattern.compile("(?s) *```" + language + "\n(.*?)```")
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.strip().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRowsOfThePageAreAnsweredAsItSays() throws IOException {
    try (DeliveredAccount account = new DeliveredAccount()) {
      String rows = example("json", "{\n  \"rows\"");
      assertThat(OpenApiFile.problems("/components/schemas/Delivery", rows)).isEmpty();
      Curl.Answer answer = Curl.post(account.address(), DeliveredAccount.KEY, rows);
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.body())
          .isEqualTo("{\"accepted\":3,\"unchanged\":0,\"refused\":0,\"errors\":[]}");
    }
  }

  @Test
  void theActOfThePageIsOneAsTheDescriptionSays() throws IOException {
    String act = example("json", "{ \"type\"");
    assertThat(OpenApiFile.problems("/components/schemas/Act", act)).isEmpty();
  }

  private static District district(String accounts) {
    return DistrictFile.read(
        """
        district: D
        buildings: [{ id: district, name: District office }]
        people: [{ id: novak, name: Petra Novak, email: novak@example.org }]
        """
            + accounts.stripIndent());
  }

  @Test
  void theAccountOfThePageIsTaken() throws IOException {
    District district = district(example("yaml", "accounts:"));
    assertThat(district.account("school-portal").orElseThrow().acts())
        .containsExactlyInAnyOrder(AccountAct.values());
  }

  @Test
  void theAccountForImportsIsTakenWithoutActs() throws IOException {
    District district = district(example("import.md", "yaml", "accounts:"));
    assertThat(district.account("old-facebook").orElseThrow().acts()).isEmpty();
  }
}

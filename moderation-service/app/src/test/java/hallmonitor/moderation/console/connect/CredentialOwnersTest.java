package hallmonitor.moderation.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.PolicySeed;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that people see what was connected before they agree to it. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class CredentialOwnersTest extends ConnectingTests {
  private static final Identity PAGE =
      new Identity("100200300", "Maple <b>Valley</b> Schools", Kind.ACCOUNT);

  private String connected(@Nullable Identity identity) {
    String page = begun();
    handOver(brandt, page + "/credential", "secret");
    ingest.connects(identity);
    return page;
  }

  private String renewing() {
    String page =
        brandt
            .post("/connections/renewal", Map.of("account", "practice"))
            .header("Location")
            .replaceAll("^https?://[^/]+", "");
    handOver(brandt, page + "/credential", "new");
    return page;
  }

  private void renewed(Identity identity) {
    renewing();
    ingest.connects(identity);
  }

  @Test
  void thePageSaysWhoItBelongsToAndSoDoesTheDraftForThePersonWhoApproves() {
    String page = connected(PAGE);
    assertThat(brandt.get(page).asString())
        .contains("Belongs to", "Maple &lt;b&gt;Valley&lt;/b&gt; Schools", "100200300")
        .doesNotContain("another may take over");

    String draft = brandt.post(page + "/filing", Map.of()).header("Location");
    seed.person("okafor", "administrator", false);
    ConsoleBrowser okafor = ConsoleBrowser.signedIn("okafor");
    assertThat(okafor.get(draft.replaceAll("^https?://[^/]+", "")).asString())
        .contains("What was connected for it", "https://blog.example.org")
        .contains("Maple &lt;b&gt;Valley&lt;/b&gt; Schools", "100200300");
  }

  @Test
  void aUserOfASiteIsCalledOneOfSeveral() {
    assertThat(brandt.get(connected(new Identity("17", "Ana Novak", Kind.USER))).asString())
        .contains("Ana Novak", "another may take over");
  }

  @Test
  void aPlatformThatDoesNotTellIsSaidNotToTell() {
    assertThat(brandt.get(connected(null)).asString()).contains("The platform doesn't say.");
  }

  @Test
  void theAccountsPageShowsTheLatestOneAndNothingForOneThatTheServerConnected() {
    assertThat(brandt.get("/accounts").asString()).doesNotContain("Belongs to");

    renewed(new Identity("1", "An old page", Kind.ACCOUNT));
    renewed(PAGE);

    assertThat(brandt.get("/accounts").asString())
        .contains("Belongs to", "100200300")
        .doesNotContain("An old page");
  }

  @Test
  void aRenewalForAnotherAccountIsRefusedInWordsInBothLanguages() {
    String page = renewing();
    ingest.refuses(Why.OTHER_ACCOUNT);

    assertThat(brandt.get(page).asString())
        .contains("another page, channel, or profile", "Nothing was changed.");
    assertThat(brandt.get(page, "Accept-Language", "es").asString())
        .contains("una página, un canal o un perfil distinto");
    assertThat(brandt.get("/accounts").asString()).doesNotContain("Belongs to");
  }
}

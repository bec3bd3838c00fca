package hallmonitor.moderation.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CredentialResult.Option;
import hallmonitor.messaging.credential.CredentialPayload.AuthorizationCode;
import hallmonitor.messaging.credential.CredentialPayload.Choice;
import hallmonitor.messaging.credential.CredentialPayload.SignInStart;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.store.connect.ConnectionInvitations;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that who came by a link signs in at the platform, without a user of the console. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class InvitedSignInTest extends ConnectingTests {
  @Inject ConnectionInvitations invitations;
  @Inject ConnectionLinks links;

  private final ConsoleBrowser stranger = new ConsoleBrowser();
  private UUID connection;
  private String link;

  @BeforeEach
  void invite() {
    ingest.offersSignIn("wordpress");
    connection = UUID.fromString(begun().replace("/connections/", ""));
    invitations.send(connection, "Ana Ruiz", "ana@maple.example", "en", "brandt");
    link = links.address(invitations.of(connection).get(0)).getPath();
  }

  private SignInStart departed() {
    assertThat(stranger.post(link + "/platform", Map.of()).statusCode()).isEqualTo(303);
    SignInStart start = (SignInStart) ingest.payload();
    ingest.preparesPage("https://blog.example.org/authorize", start.state());
    return start;
  }

  private ConsoleResponse back(SignInStart start) {
    return stranger.get("/connect/return?code=c0de&state=" + start.state());
  }

  @Test
  void theHolderSignsInThereChoosesAndSeesTheResult() {
    assertThat(stranger.get(link).asString()).contains("Sign in at WordPress");
    SignInStart start = departed();
    assertThat(stranger.get(link).asString()).contains("https://blog.example.org/authorize");
    assertThat(back(start).asString()).contains("content=\"0;url=" + link + "\"");
    assertThat(((AuthorizationCode) ingest.payload()).code()).isEqualTo("c0de");
    assertThat(ingest.order().by()).isEqualTo("invitation");

    ingest.offers(new Option("1", "One"), new Option("2", "Two"));
    assertThat(stranger.get(link).asString()).contains("Which one is it?");
    String asked = ingest.order().orderId().toString();
    stranger.post(link + "/platform/choice", Map.of("asked", asked, "chosen", "1"));
    assertThat(((Choice) ingest.payload()).id()).isEqualTo("1");
    ingest.connects();
    assertThat(stranger.get(link).asString()).contains("It works. Thank you.");
    assertThat(stranger.post(link + "/platform", Map.of()).statusCode()).isEqualTo(410);
  }

  @Test
  void aLinkThatWasRevokedOnTheWayBringsNothingBack() {
    SignInStart start = departed();
    invitations.revoke(connection, "brandt");
    ConsoleResponse returned = back(start);
    assertThat(returned.statusCode()).isEqualTo(422);
    assertThat(returned.asString()).contains("You may no longer connect this account.");
    assertThat(ingest.payload()).isInstanceOf(SignInStart.class);
    assertThat(stranger.post(link + "/platform", Map.of()).statusCode()).isEqualTo(410);
  }

  @Test
  void aForgedLinkStartsNothing() {
    String forged = link.substring(0, link.length() - 2) + "00";
    assertThat(stranger.post(forged + "/platform", Map.of()).statusCode()).isEqualTo(404);
    assertThat(ingest.orders()).isEmpty();
  }
}

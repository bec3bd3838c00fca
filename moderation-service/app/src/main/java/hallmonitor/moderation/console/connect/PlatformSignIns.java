package hallmonitor.moderation.console.connect;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import hallmonitor.contract.event.CredentialReception;
import hallmonitor.contract.event.CredentialReception.SignIn;
import hallmonitor.messaging.credential.CredentialPayload;
import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.BriefCookie;
import hallmonitor.moderation.console.access.ConsoleAddress;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.Connections;
import hallmonitor.moderation.wording.Sentence;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends people to the platforms' sign-in pages, and knows them again when they come back. */
@ApplicationScoped
@Named("platformSignIns")
public class PlatformSignIns {
  static final String RETURN = "/connect/return";

  private final Connections connections;
  private final CredentialHandover handover;
  private final BriefCookie cookie;
  private final URI console;
  private final URI outside;

  PlatformSignIns(
      Connections connections,
      CredentialHandover handover,
      ConsoleConfig console,
      ConnectConfig config,
      ConsoleAddress address,
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> key) {
    this.connections = connections;
    this.handover = handover;
    this.cookie = new BriefCookie(key, "hallmonitor-connect", RETURN, address);
    this.console = console.url().resolve(RETURN);
    this.outside = config.address().map(outer -> outer.resolve(RETURN)).orElse(this.console);
  }

  /** Returns what signing in at a platform asks for; null if nobody can sign in there now. */
  public @Nullable SignIn offered(String platform) {
    return connections.reception().map(CredentialReception::signIns).stream()
        .flatMap(List::stream)
        .filter(one -> one.platform().equals(platform))
        .findFirst()
        .orElse(null);
  }

  /** Returns the exact address to which a platform sends the browser back. */
  URI back(boolean invited) {
    return invited ? outside : console;
  }

  /**
   * Asks for the platform's page. Its address comes as the connection's result.
   *
   * @param traveler a user name, or the token of an invitation's link
   * @throws CredentialHandover.NotTaken if the connection is no longer open
   */
  void depart(
      AccountConnection connection, String traveler, boolean invited, RoutingContext context) {
    State state = new State();
    CodeVerifier verifier = new CodeVerifier();
    UUID order =
        handover.send(
            connection,
            new CredentialPayload.SignInStart(
                back(invited),
                state.getValue(),
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue()),
            invited ? Connections.INVITATION : traveler);
    PlatformTrip trip =
        new PlatformTrip(connection.connectionId(), order, state, verifier, traveler, invited);
    cookie.give(trip.text(), context);
  }

  /**
   * Returns what was chosen.
   *
   * @param asked the order that offered it; null if the form was not sent by its page
   * @throws CredentialHandover.NotTaken if nothing was chosen
   */
  static CredentialPayload.Choice choice(@Nullable UUID asked, String chosen) {
    if (asked == null || chosen.isBlank()) {
      throw new CredentialHandover.NotTaken(Sentence.of("Choose one of them."));
    }
    return new CredentialPayload.Choice(asked, chosen);
  }

  /** Returns the trip that began in this browser, once; empty if there is none or it is over. */
  Optional<PlatformTrip> arrive(RoutingContext context) {
    return cookie.take(context).flatMap(PlatformTrip::parse);
  }
}

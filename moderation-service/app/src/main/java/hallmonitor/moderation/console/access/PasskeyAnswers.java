package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.passkey.PasskeyCheck;
import hallmonitor.moderation.console.access.passkey.PasskeyOptions;
import hallmonitor.moderation.console.access.passkey.PasskeyRefused;
import hallmonitor.moderation.console.access.passkey.RelyingParty;
import hallmonitor.moderation.console.access.passkey.StoredKey;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks a browser with a challenge, and checks its answer. The challenge is in a cookie that only
 * this service can write, for ten minutes, bound to what it was asked for. So asking costs the
 * database nothing, and an answer counts once.
 */
@ApplicationScoped
public class PasskeyAnswers {
  /** Tells it from the content of the other cookies under the same key. */
  private static final String KIND = "passkey";

  private final ConsoleAddress address;
  private final Passkeys passkeys;
  private final BriefCookie cookie;
  private final PasskeyCheck check = new PasskeyCheck();

  PasskeyAnswers(
      ConsoleAddress address,
      Passkeys passkeys,
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> key) {
    this.address = address;
    this.passkeys = passkeys;
    String name = (address.isHttps() ? "__Host-" : "") + "hallmonitor-passkey";
    this.cookie = new BriefCookie(key, name, "/", address);
  }

  /** Asks for a new passkey, in this session only. */
  PasskeyOptions.Add askNew(ConsoleUser person, Session session, RoutingContext context)
      throws PasskeyRefused {
    return PasskeyOptions.add(
        party(),
        passkeys.handle(person.userName()),
        person.userName(),
        person.displayName(),
        challenge("add " + session.id(), context),
        passkeys.ids(person.userName()));
  }

  /**
   * Asks for a signature.
   *
   * @param half the session of a person who entered the password; then only their passkeys will do
   */
  PasskeyOptions.Use ask(Optional<Session> half, RoutingContext context) throws PasskeyRefused {
    return PasskeyOptions.use(
        party(),
        challenge(use(half), context),
        half.map(session -> passkeys.ids(session.userName())).orElse(List.of()));
  }

  /** Checks a new passkey; throws if anything is wrong with it. */
  StoredKey added(Session session, String json, RoutingContext context) throws PasskeyRefused {
    String challenge = asked("add " + session.id(), context);
    StoredKey key = check.added(party(), challenge, json);
    answered(challenge);
    return key;
  }

  PasskeyCheck.Answer read(String json) throws PasskeyRefused {
    return check.read(json);
  }

  /**
   * Checks a signature. The challenge counts as answered first: the same answer sent again has an
   * old count, but it is not from a copy.
   *
   * @param challenge from {@link #asked(Optional, RoutingContext)}
   * @return the device's new count
   */
  long used(String challenge, PasskeyCheck.Answer answer, Passkey passkey) throws PasskeyRefused {
    answered(challenge);
    return check.used(party(), challenge, answer, passkey.key());
  }

  /** Takes the challenge that this browser was given for a signature. */
  String asked(Optional<Session> half, RoutingContext context) throws PasskeyRefused {
    return asked(use(half), context);
  }

  private String asked(String purpose, RoutingContext context) throws PasskeyRefused {
    String start = start(purpose);
    return cookie
        .take(context)
        .filter(text -> text.startsWith(start))
        .map(text -> text.substring(start.length()))
        .orElseThrow(() -> PasskeyRefused.because("no such challenge"));
  }

  private void answered(String challenge) throws PasskeyRefused {
    if (!passkeys.answer(challenge)) {
      throw PasskeyRefused.because("the challenge was answered before");
    }
  }

  private String challenge(String purpose, RoutingContext context) {
    String challenge = PasskeyOptions.newChallenge();
    cookie.give(start(purpose) + challenge, context);
    return challenge;
  }

  private static String use(Optional<Session> half) {
    return "use " + half.map(Session::id).orElse("-");
  }

  private static String start(String purpose) {
    return KIND + " " + purpose + " ";
  }

  private RelyingParty party() throws PasskeyRefused {
    return address
        .relyingParty()
        .orElseThrow(() -> PasskeyRefused.because("no passkeys at this address"));
  }
}

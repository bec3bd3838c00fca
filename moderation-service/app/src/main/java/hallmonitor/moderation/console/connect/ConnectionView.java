package hallmonitor.moderation.console.connect;

import hallmonitor.contract.event.CredentialResult.ChoiceAsked;
import hallmonitor.contract.event.CredentialResult.Connected;
import hallmonitor.contract.event.CredentialResult.Failed;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Newest;
import hallmonitor.contract.event.CredentialResult.SignInReady;
import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.wording.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection as its pages show it.
 *
 * @param guide of its platform
 * @param reader the viewer's user name, or {@code invitation}
 */
public record ConnectionView(AccountConnection connection, ConnectGuide guide, String reader) {
  /** The ingest service answers within seconds; after this time the page says where to look. */
  private static final Duration LONG = Duration.ofSeconds(60);

  static ConnectionView of(AccountConnection connection, String reader) {
    return new ConnectionView(
        connection, ConnectGuide.of(connection.platform()).orElseThrow(), reader);
  }

  /** Returns the address of its page for administrators. */
  public String getPage() {
    return "/connections/" + connection.connectionId();
  }

  /** Returns the address of its page for who came by a link. */
  public String linkPage(String token) {
    return ConnectionLinks.PATH + token;
  }

  public @Nullable Connected getConnected() {
    return connection.result() instanceof Connected connected ? connected : null;
  }

  public @Nullable Failed getFailed() {
    return connection.result() instanceof Failed failed ? failed : null;
  }

  public @Nullable Newest getNewest() {
    Connected connected = getConnected();
    return connected == null ? null : connected.newest().orElse(null);
  }

  public @Nullable Instant getNewestAt() {
    Newest newest = getNewest();
    return newest == null ? null : newest.writtenAt().orElse(null);
  }

  /** Returns the newest comment's address, if it is one that a browser may open. */
  public @Nullable String getNewestPage() {
    Newest newest = getNewest();
    return newest == null ? null : CaseView.webAddress(newest.permalink().orElse(null));
  }

  /** Returns the platform's page to sign in on; null unless it is ready. */
  public @Nullable String getSignInPage() {
    return connection.endedAt() == null && connection.result() instanceof SignInReady ready
        ? CaseView.webAddress(ready.address().toString())
        : null;
  }

  /**
   * Returns the pages or channels to choose among; null if there is no choice, or if someone else
   * signed in: which pages a person has is theirs to know.
   */
  public @Nullable ChoiceAsked getChoice() {
    return connection.endedAt() == null
            && connection.result() instanceof ChoiceAsked asked
            && reader.equals(connection.orderedBy())
        ? asked
        : null;
  }

  /** Returns who the credential belongs to; null if the platform does not say. */
  public @Nullable Identity getIdentity() {
    Connected connected = getConnected();
    return connected == null ? null : connected.identity().orElse(null);
  }

  public List<String> getMay() {
    Connected connected = getConnected();
    return connected == null ? List.of() : connected.capabilities();
  }

  /** Returns where the credential is made; null if there is no such page. */
  public @Nullable String getCredentialPage() {
    return CaseView.webAddress(guide.pageOf(connection.address()));
  }

  public boolean isWaitingLong() {
    Instant ordered = connection.orderedAt();
    return ordered != null && ordered.isBefore(Instant.now().minus(LONG));
  }

  public Sentence getState() {
    if (connection.isConnected()) {
      return Sentence.of("Connected");
    }
    if (connection.isWaiting()) {
      return Sentence.of("Being tested");
    }
    if (getSignInPage() != null) {
      return Sentence.of("Waiting for the sign-in");
    }
    if (getChoice() != null) {
      return Sentence.of("Waiting for the choice");
    }
    return getFailed() == null
        ? Sentence.of("Waiting for the password")
        : Sentence.of("Not accepted");
  }

  /** Returns what went wrong and what to do. */
  public Sentence getProblem() {
    Failed failed = getFailed();
    return failed == null ? Sentence.NONE : problem(failed.why());
  }

  private static Sentence problem(Why why) {
    return switch (why) {
      case EXPIRED ->
          Sentence.of("It waited longer than ten minutes and was thrown away. Enter it again.");
      case UNREADABLE ->
          Sentence.of("It could not be opened, and was thrown away. Enter it again.");
      case PLATFORM -> Sentence.of("This platform cannot be connected in this way.");
      case ADDRESS ->
          Sentence.of(
              "The web address is not one that a password may be sent to. It must start with https://. Begin again with the right one.");
      case SIGN_IN ->
          Sentence.of(
              "The platform does not accept these values, or their user may not moderate there. Check both, and enter them again.");
      case REFUSED -> Sentence.of("The platform refused. Read what it says, and try again.");
      case UNREACHABLE ->
          Sentence.of(
              "The platform did not answer, or asked to wait. Check the web address, and try again in a few minutes.");
      case BELONGS_ELSEWHERE ->
          Sentence.of(
              "An older password with this short name belongs to another address. Begin again with another short name.");
      case OTHER_ACCOUNT ->
          Sentence.of(
              "It belongs to another page, channel, or profile than the one that is connected. Nothing was changed. Sign in as the one that is connected. To connect another one, add it as an account of its own.");
      case KEPT_ON_SERVER ->
          Sentence.of(
              "The server itself keeps the password of this account. Ask the person who runs the server to remove it there.");
      case CODE ->
          Sentence.of(
              "The sign-in took too long, or the platform did not accept it. Sign in again.");
      case RETURN_ADDRESS ->
          Sentence.of(
              "The platform does not send people back to this console. Ask the person who runs the server to enter the console's return address there.");
      case CLIENT ->
          Sentence.of(
              "The platform does not know your district's app, or the app is not for this web address. Ask the person who runs the server.");
      case SCOPES ->
          Sentence.of(
              "You did not allow everything that is needed. Sign in again, and leave all of it checked:");
      case NO_ACCOUNT ->
          Sentence.of(
              "You may moderate no page or channel there. Sign in as a person who may, or ask for that right on the platform.");
      case TURNED_OFF ->
          Sentence.of(
              "The site has turned off application passwords. Ask its administrator to turn them on, or to use https.");
      case FAILED -> Sentence.of("It failed on the server. Ask the person who runs the server.");
    };
  }
}

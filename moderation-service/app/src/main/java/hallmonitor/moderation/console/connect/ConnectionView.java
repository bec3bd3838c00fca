package hallmonitor.moderation.console.connect;

import hallmonitor.contract.event.CredentialResult.Connected;
import hallmonitor.contract.event.CredentialResult.Failed;
import hallmonitor.contract.event.CredentialResult.Newest;
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
 */
public record ConnectionView(AccountConnection connection, ConnectGuide guide) {
  /** The ingest service answers within seconds; after this time the page says where to look. */
  private static final Duration LONG = Duration.ofSeconds(60);

  static ConnectionView of(AccountConnection connection) {
    return new ConnectionView(connection, ConnectGuide.of(connection.platform()).orElseThrow());
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
      case KEPT_ON_SERVER ->
          Sentence.of(
              "The server itself keeps the password of this account. Ask the person who runs the server to remove it there.");
      case CODE ->
          Sentence.of(
              "The sign-in took too long, or the platform did not accept it. Sign in again.");
      case FAILED -> Sentence.of("It failed on the server. Ask the person who runs the server.");
    };
  }
}

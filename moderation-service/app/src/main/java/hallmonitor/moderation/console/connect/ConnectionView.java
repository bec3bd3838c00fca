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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

  private static final Set<Why> OF_THE_PLATFORM =
      EnumSet.of(Why.SIGN_IN, Why.REFUSED, Why.UNREACHABLE, Why.FAILED);

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

  /** Returns whether the failure was the platform's, so that its own words may say more. */
  public boolean isDetailed() {
    Failed failed = getFailed();
    return failed != null && OF_THE_PLATFORM.contains(failed.why());
  }

  /** Returns what went wrong and what to do. */
  public Sentence getProblem() {
    Failed failed = getFailed();
    return failed == null ? Sentence.NONE : ConnectWords.problem(failed.why());
  }
}

package hallmonitor.moderation.console.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** The person who looks at the page that is being made. */
@RequestScoped
@Named("viewer")
public class Viewer {
  private final SecurityIdentity identity;
  private final RoutingContext request;
  private boolean atAnError;

  Viewer(SecurityIdentity identity, RoutingContext request) {
    this.identity = identity;
    this.request = request;
  }

  Optional<ConsoleUser> person() {
    return Optional.ofNullable(identity.getAttribute(Identities.PERSON));
  }

  /** Whether a form may be shown: an error before the form guard has no token for one. */
  public boolean isHasForms() {
    return request.get("csrf_token") != null;
  }

  /** Whether the page belongs to this entry of the navigation; cases belong to the queue. */
  public boolean isAt(String entry) {
    String path = request.normalizedPath();
    return path.equals(entry)
        || path.startsWith(entry + "/")
        || (entry.equals("/queue") && (path.startsWith("/cases/") || path.startsWith("/bulk")));
  }

  /** What is shown is an error: it says nothing of what was asked for. */
  public void meetAnError() {
    atAnError = true;
  }

  /**
   * The page's address, to come back to; the start for an error and for what only answers a form.
   */
  public String getHere() {
    boolean page = request.request().method() == HttpMethod.GET && !atAnError;
    return page && !request.request().path().startsWith("/sign-in/")
        ? request.request().uri()
        : "/";
  }

  public boolean isSignedIn() {
    return person().isPresent();
  }

  /** Whether any page but those of a {@link SignInStep} opens. */
  public boolean isReady() {
    return isSignedIn() && gate().isEmpty();
  }

  private Optional<SignInStep> gate() {
    return Optional.ofNullable(identity.getAttribute(Identities.GATE));
  }

  /**
   * Whether they signed in with a first password, which opens nothing but the page to change it.
   */
  boolean mustChangePassword() {
    return gate().filter(SignInStep.OWN_PASSWORD::equals).isPresent();
  }

  /** Where somebody is led who is signed in and not ready. */
  public String firstPage() {
    return gate().map(SignInStep::page).orElse("/");
  }

  /** Whose password was right and whose code is still asked for. */
  Optional<Session> half() {
    return Optional.ofNullable(identity.getAttribute(Identities.HALF));
  }

  boolean bySingleSignOn() {
    return identity.getAttribute(Identities.SESSION) instanceof Session session
        && session.way() == Session.Way.SINGLE_SIGN_ON;
  }

  public boolean isAdministrator() {
    return identity.hasRole(ConsoleUser.ADMINISTRATOR);
  }

  public boolean isBuildingAdministrator() {
    return identity.hasRole(ConsoleUser.BUILDING_ADMINISTRATOR);
  }

  /** Whether they may change the cases that they see. */
  public boolean isActs() {
    return identity.hasRole(Permission.ACT);
  }

  /**
   * Whether they judge samples, reply as the organisation, and propose and end blocks: moderators
   * and administrators.
   */
  public boolean isModerates() {
    return identity.hasRole(ConsoleUser.MODERATOR) || isAdministrator();
  }

  /** Whether they may write down an appeal that came by telephone or letter. */
  public boolean isTakesAppeals() {
    return isActs() || identity.hasRole(ConsoleUser.RECORDS_OFFICER);
  }

  /** Whether they put holds on records and dispose of them: records officers and administrators. */
  public boolean isKeepsRecords() {
    return identity.hasRole(ConsoleUser.RECORDS_OFFICER) || isAdministrator();
  }

  /** Whether they may read who did what. */
  public boolean isAudits() {
    return identity.hasRole(Permission.AUDIT);
  }

  /** Whether cases of this building are theirs to see. */
  public boolean sees(String building) {
    return scope().sees(building);
  }

  /** What they may see of cases. */
  public Scope scope() {
    return person().filter(p -> isReady()).map(ConsoleUser::scope).orElse(Scope.NOWHERE);
  }

  public String getDisplayName() {
    return person().map(ConsoleUser::displayName).orElse("");
  }

  /** Their role, as {@link ConsoleUser} names it. */
  public String role() {
    return person().map(ConsoleUser::role).orElseThrow();
  }

  /** What the audit log calls them. */
  public String userName() {
    return person().map(ConsoleUser::userName).orElseThrow();
  }
}

package hallmonitor.moderation.console.access;

import hallmonitor.messaging.http.ClientNetwork;
import hallmonitor.moderation.console.access.passkey.RelyingParty;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;

/** The person who views the current page. */
@RequestScoped
@Named("viewer")
public class Viewer {
  private final SecurityIdentity identity;
  private final RoutingContext request;
  private final ClientAddress addresses;
  private boolean atAnError;

  Viewer(SecurityIdentity identity, RoutingContext request, ClientAddress addresses) {
    this.identity = identity;
    this.request = request;
    this.addresses = addresses;
  }

  Optional<ConsoleUser> person() {
    return Optional.ofNullable(identity.getAttribute(Identities.PERSON));
  }

  /** Returns whether a form may be shown: an error before the form guard has no token for one. */
  public boolean isHasForms() {
    return request.get("csrf_token") != null;
  }

  /**
   * Returns whether the page belongs to this navigation entry; cases belong to the queue, what is
   * connected or disconnected to the accounts, and a post as it was to the search, for those who
   * have one.
   */
  public boolean isAt(String entry) {
    String path = request.normalizedPath();
    if (isAudits() && path.matches("/posts/.+/(then|pictures/.*)")) {
      return entry.equals("/search");
    }
    return path.equals(entry)
        || path.startsWith(entry + "/")
        || (entry.equals("/queue") && (path.startsWith("/cases/") || path.startsWith("/bulk")))
        || (entry.equals("/accounts") && path.matches("/(dis)?connections(/.*)?"));
  }

  /** Returns whether the address asks for this, such as a list of the queue. */
  public boolean asksFor(String name, String value) {
    return request.queryParam(name).contains(value);
  }

  /** Marks the page as an error, which reveals nothing about the request. */
  public void meetAnError() {
    atAnError = true;
  }

  /** Returns the page's address for a link back; the start page for errors and form answers. */
  public String getHere() {
    boolean page = HttpMethod.GET.equals(request.request().method()) && !atAnError;
    String path = request.request().path();
    return page && (!path.startsWith("/sign-in/") || path.startsWith(SignInPages.INVITED))
        ? request.request().uri()
        : "/";
  }

  public boolean isSignedIn() {
    return person().isPresent();
  }

  /** Returns whether pages other than those of a {@link SignInStep} are accessible. */
  public boolean isReady() {
    return isSignedIn() && gate().isEmpty();
  }

  private Optional<SignInStep> gate() {
    return Optional.ofNullable(identity.getAttribute(Identities.GATE));
  }

  /**
   * Returns whether the person signed in with a temporary password, which only opens the page to
   * change it.
   */
  boolean mustChangePassword() {
    return gate().filter(SignInStep.OWN_PASSWORD::equals).isPresent();
  }

  /** Returns the page for a signed-in person with a pending step. */
  public String firstPage() {
    return gate().map(SignInStep::page).orElse("/");
  }

  /** Returns the session of a person who entered the correct password and still needs a code. */
  Optional<Session> half() {
    return Optional.ofNullable(identity.getAttribute(Identities.HALF));
  }

  /** Returns the session of a signed-in person. */
  Session session() {
    Session session = identity.getAttribute(Identities.SESSION);
    return Objects.requireNonNull(session, "only for pages that need a sign-in");
  }

  /** Returns what tells this browser from the person's others. */
  public String getSessionId() {
    return session().id();
  }

  /** Returns the network that the request came from; see {@link ClientNetwork}. */
  String network() {
    return ClientNetwork.of(addresses.of(request.request()));
  }

  /** Returns whether the page is opened where this relying party's passkeys work. */
  boolean isAt(RelyingParty party) {
    HostAndPort host = request.request().authority();
    return !party.id().equals(ConsoleAddress.LOCALHOST)
        || host != null && host.host().equalsIgnoreCase(party.id());
  }

  boolean bySingleSignOn() {
    return session().way() == Session.Way.SINGLE_SIGN_ON;
  }

  public boolean isAdministrator() {
    return identity.hasRole(ConsoleUser.ADMINISTRATOR);
  }

  /** Returns whether the person works only on the accounts that they are in charge of. */
  public boolean isAccountAdministrator() {
    return identity.hasRole(ConsoleUser.ACCOUNT_ADMINISTRATOR);
  }

  public boolean isBuildingAdministrator() {
    return identity.hasRole(ConsoleUser.BUILDING_ADMINISTRATOR);
  }

  /** Returns whether the person may change visible cases. */
  public boolean isActs() {
    return identity.hasRole(Permission.ACT);
  }

  /**
   * Returns whether the person judges samples, and proposes and ends blocks: moderators and
   * administrators.
   */
  public boolean isModerates() {
    return identity.hasRole(ConsoleUser.MODERATOR) || isAdministrator();
  }

  /** Returns whether the person replies as the organization, where the district permits it. */
  public boolean isReplies() {
    return isModerates() || isAccountAdministrator();
  }

  /** Returns whether the person may record an appeal received by phone or letter. */
  public boolean isTakesAppeals() {
    return isActs() || identity.hasRole(ConsoleUser.RECORDS_OFFICER);
  }

  /**
   * Returns whether the person places holds and disposes of records: records officers and
   * administrators.
   */
  public boolean isKeepsRecords() {
    return identity.hasRole(ConsoleUser.RECORDS_OFFICER) || isAdministrator();
  }

  /**
   * Returns whether the person keeps the media-release list: records officers and administrators of
   * the whole district.
   */
  public boolean isKeepsMediaReleases() {
    return isKeepsRecords() && scope().everywhere();
  }

  /** Returns whether the person may read the audit log. */
  public boolean isAudits() {
    return identity.hasRole(Permission.AUDIT);
  }

  /** Returns whether cases of this building are visible. */
  public boolean sees(String building) {
    return scope().sees(building);
  }

  /** Returns the scope of visible cases. */
  public Scope scope() {
    return person().filter(p -> isReady()).map(ConsoleUser::scope).orElse(Scope.NOWHERE);
  }

  public String getDisplayName() {
    return person().map(ConsoleUser::displayName).orElse("");
  }

  /** Returns the role, named as in {@link ConsoleUser}. */
  public String role() {
    return person().map(ConsoleUser::role).orElseThrow();
  }

  /** Returns whether this is the viewer's own entry in the district's file. */
  public boolean isPerson(String id) {
    return person().filter(p -> p.userName().equals(id) || p.toldAs().equals(id)).isPresent();
  }

  /** Returns the person; only for pages that need a sign-in. */
  public ConsoleUser user() {
    return person().orElseThrow();
  }

  /** Returns the name used in the audit log. */
  public String userName() {
    return person().map(ConsoleUser::userName).orElseThrow();
  }
}

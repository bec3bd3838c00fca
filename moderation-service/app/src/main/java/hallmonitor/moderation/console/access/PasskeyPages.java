package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.SecondFactorChanges.Removal;
import hallmonitor.moderation.console.access.passkey.PasskeyOptions;
import hallmonitor.moderation.console.access.passkey.PasskeyRefused;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A person's own passkeys: adding, naming, and removing them. */
@Path("/security/passkeys")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class PasskeyPages {
  static final int LONGEST_NAME = 60;

  private static final System.Logger LOG = System.getLogger(PasskeyPages.class.getName());

  private static final Sentence NOT_ADDED =
      Sentence.of(
          "The passkey was not added. Try again on this page, and finish within 10 minutes.");

  private final Viewer viewer;
  private final SecurityPages security;
  private final PasskeyAnswers answers;
  private final Passkeys passkeys;
  private final SecondFactorChanges changes;
  private final RecentSignIn recent;

  PasskeyPages(
      Viewer viewer,
      SecurityPages security,
      PasskeyAnswers answers,
      Passkeys passkeys,
      SecondFactorChanges changes,
      RecentSignIn recent) {
    this.viewer = viewer;
    this.security = security;
    this.answers = answers;
    this.passkeys = passkeys;
    this.changes = changes;
    this.recent = recent;
  }

  /** Asks the browser for a passkey; the script of the page passes it on. */
  @POST
  @Path("challenge")
  @Produces(MediaType.APPLICATION_JSON)
  public PasskeyOptions.Add challenge(RoutingContext context) {
    try {
      return answers.askNew(security.person(), viewer.session(), context);
    } catch (PasskeyRefused e) {
      throw new NotFoundException(e);
    }
  }

  /** Adds a passkey, and shows recovery codes once if it is the first second factor. */
  @POST
  public Response add(
      @FormParam("name") String name,
      @FormParam("credential") String credential,
      RoutingContext context) {
    security.person();
    String named = text(name);
    Optional<Sentence> problem = recent.refusal().or(() -> problem(named));
    if (problem.isPresent()) {
      return security.page(problem.get());
    }
    try {
      return changes
          .addPasskey(
              viewer.session(), named, answers.added(viewer.session(), text(credential), context))
          .map(this::added)
          .orElseGet(
              () ->
                  security.page(
                      Sentence.of(
                          "The passkey was not added: it is here already, or you have {1}.",
                          SecondFactorChanges.MOST)));
    } catch (PasskeyRefused e) {
      LOG.log(System.Logger.Level.INFO, "new passkey refused: {0}", e.getMessage());
      return security.page(NOT_ADDED);
    }
  }

  private Response added(List<String> codes) {
    return codes.isEmpty() ? back() : security.recoveryCodes(codes);
  }

  @POST
  @Path("{id}/name")
  public Response rename(@PathParam("id") long id, @FormParam("name") String name) {
    String person = security.person().userName();
    Optional<Sentence> problem = problem(text(name));
    if (problem.isEmpty() && !passkeys.rename(person, id, text(name))) {
      throw new NotFoundException();
    }
    return problem.map(security::page).orElseGet(PasskeyPages::back);
  }

  @POST
  @Path("{id}/remove")
  public Response remove(@PathParam("id") long id) {
    boolean asked = security.isAsked();
    if (passkeys.of(viewer.userName()).stream().noneMatch(p -> p.passkeyId() == id)) {
      throw new NotFoundException();
    }
    Optional<Sentence> problem = recent.refusal();
    if (problem.isPresent()) {
      return security.page(problem.get());
    }
    return changes.removePasskey(viewer.session(), id, asked) == Removal.LAST
        ? security.page(
            Sentence.of(
                "Your district requires a code or a passkey at every sign-in. Add another one"
                    + " first, then remove this one."))
        : back();
  }

  private static Optional<Sentence> problem(String name) {
    return name.isEmpty() || name.length() > LONGEST_NAME
        ? Optional.of(
            Sentence.of("Enter a name for the passkey, with at most {1} letters.", LONGEST_NAME))
        : Optional.empty();
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }

  private static Response back() {
    return Response.seeOther(URI.create("/security")).build();
  }
}

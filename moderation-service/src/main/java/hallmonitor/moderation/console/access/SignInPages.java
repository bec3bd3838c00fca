package hallmonitor.moderation.console.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * Signing in, changing one's password, signing out. The sign-in itself is Quarkus's form
 * authentication.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInPages {
  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance signIn(boolean failed, boolean changed);

    static native TemplateInstance password(boolean forced, String problem);
  }

  private final Viewer viewer;
  private final People people;
  private final Passwords passwords;

  SignInPages(Viewer viewer, People people, Passwords passwords) {
    this.viewer = viewer;
    this.people = people;
    this.passwords = passwords;
  }

  @GET
  @Path("sign-in")
  @PermitAll
  public Response signIn(
      @QueryParam("failed") String failed, @QueryParam("changed") String changed) {
    return viewer.isSignedIn()
        ? to("/")
        : Response.ok(Templates.signIn(failed != null, changed != null)).build();
  }

  @GET
  @Path("password")
  @Authenticated
  public TemplateInstance passwordForm() {
    return Templates.password(!viewer.isReady(), "");
  }

  @POST
  @Path("password")
  @Authenticated
  public Response changePassword(
      @FormParam("old") String old,
      @FormParam("next") String next,
      @FormParam("again") String again,
      RoutingContext context) {
    Person person = viewer.person().orElseThrow();
    Optional<String> problem = problem(person, text(old), text(next), text(again));
    if (problem.isPresent()) {
      return Response.status(422)
          .entity(Templates.password(!viewer.isReady(), problem.get()))
          .build();
    }
    people.changePassword(person.userName(), passwords.hash(next));
    FormAuthenticationMechanism.logout(context);
    return to("/sign-in?changed=yes");
  }

  private Optional<String> problem(Person person, String old, String next, String again) {
    Optional<String> problem = Passwords.problem(person.userName(), old, next, again);
    if (problem.isPresent()) {
      return problem;
    }
    // A stolen session must not become a way to guess the password.
    boolean right =
        people.mayAttempt(person.userName())
            && passwords.matches(old, Optional.of(person.passwordHash()));
    return right
        ? Optional.empty()
        : Optional.of(
            "The present password is not right; type it again. After several failures, wait some minutes.");
  }

  @POST
  @Path("sign-out")
  @Authenticated
  public Response signOut(RoutingContext context) {
    FormAuthenticationMechanism.logout(context);
    return to("/sign-in");
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}

package hallmonitor.moderation.console.people;

import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.RecentSignIn;
import hallmonitor.moderation.console.access.SecondFactors;
import hallmonitor.moderation.console.access.SsoPeople;
import hallmonitor.moderation.console.access.StoredSessions;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Manages how another person signs in: their email for single sign-on, and a lost second factor.
 */
@Path("/people/{name}/sign-in")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ConsoleUser.ADMINISTRATOR)
public class PersonSignInPages {
  /** Only a rough check; the provider knows whether the address exists. */
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[a-z0-9.-]{1,190}\\.[a-z0-9-]{2,60}");

  /** The result of an act, at the top of the page. */
  record Message(String kind, Sentence sentence) {}

  @CheckedTemplate(basePath = "console/people")
  static class Templates {
    static native TemplateInstance personSignIn(
        ConsoleUser person,
        SsoPeople.Link link,
        boolean self,
        List<StoredSessions.Listed> sessions,
        Message message);
  }

  private static final Message NONE = new Message("", Sentence.NONE);

  private final Viewer viewer;
  private final ConsoleUsers people;
  private final SsoPeople links;
  private final SecondFactors factors;
  private final StoredSessions sessions;
  private final RecentSignIn recent;

  PersonSignInPages(
      Viewer viewer,
      ConsoleUsers people,
      SsoPeople links,
      SecondFactors factors,
      StoredSessions sessions,
      RecentSignIn recent) {
    this.viewer = viewer;
    this.people = people;
    this.links = links;
    this.factors = factors;
    this.sessions = sessions;
    this.recent = recent;
  }

  @GET
  public Response show(@PathParam("name") String name) {
    return page(name, NONE);
  }

  private Response page(String name, Message message) {
    ConsoleUser person = people.named(name).orElseThrow(NotFoundException::new);
    boolean self = name.equals(viewer.userName());
    return Response.status(message.kind().equals("problem") ? 422 : 200)
        .entity(Templates.personSignIn(person, links.link(name), self, sessions.of(name), message))
        .build();
  }

  /** An empty address removes single sign-on. */
  @POST
  @Path("email")
  public Response email(@PathParam("name") String name, @FormParam("email") String typed) {
    if (people.named(name).isEmpty()) {
      throw new NotFoundException();
    }
    Optional<Sentence> old = recent.refusalForAnother();
    if (old.isPresent()) {
      return page(name, new Message("problem", old.get()));
    }
    String email = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      return page(
          name,
          new Message("problem", Sentence.of("Enter an email address such as name@example.org.")));
    }
    return page(
        name,
        links.setEmail(name, email, viewer.userName())
            ? new Message("done", Sentence.of("Saved. Their open sessions have ended."))
            : new Message("problem", Sentence.of("Another person already has this address.")));
  }

  /** Ends a person's sessions at once, such as on a lost phone. */
  @POST
  @Path("sessions")
  public Response endSessions(@PathParam("name") String name) {
    ConsoleUser person = people.named(name).orElseThrow(NotFoundException::new);
    if (name.equals(viewer.userName())) {
      return page(
          name, new Message("problem", Sentence.of("Sign out everywhere under Security instead.")));
    }
    people.endSessions(person.userName(), viewer.userName());
    return page(name, new Message("done", Sentence.of("Their sessions have ended.")));
  }

  @POST
  @Path("second-factor")
  public Response resetSecondFactor(@PathParam("name") String name) {
    ConsoleUser person = people.named(name).orElseThrow(NotFoundException::new);
    if (name.equals(viewer.userName())) {
      return page(
          name,
          new Message(
              "problem",
              Sentence.of(
                  "Change your own code and passkeys under Security, or ask another administrator.")));
    }
    Optional<Sentence> old = recent.refusalForAnother();
    if (old.isPresent()) {
      return page(name, new Message("problem", old.get()));
    }
    factors.reset(person.userName(), viewer.userName());
    return page(
        name,
        new Message(
            "done",
            Sentence.of(
                "Code, passkeys, and recovery codes are removed. Their open sessions have ended.")));
  }
}

package hallmonitor.moderation.console.access;

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

/** Who may sign in. First passwords are made here and shown once. */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Person.ADMINISTRATOR)
public class PeoplePages {
  /**
   * What to tell at the top of the page.
   *
   * @param password a first password to hand over; empty when there is none
   */
  record Message(String kind, String sentence, String password) {
    static final Message NONE = new Message("", "", "");

    static Message problem(String sentence) {
      return new Message("problem", sentence, "");
    }

    static Message done(String sentence) {
      return new Message("done", sentence, "");
    }
  }

  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance people(List<Person> people, String me, Message message);
  }

  private final People people;
  private final Passwords passwords;
  private final Viewer viewer;

  PeoplePages(People people, Passwords passwords, Viewer viewer) {
    this.people = people;
    this.passwords = passwords;
    this.viewer = viewer;
  }

  @GET
  public Response all() {
    return page(Message.NONE);
  }

  private Response page(Message message) {
    int status = message.kind().equals("problem") ? 422 : 200;
    return Response.status(status)
        .entity(Templates.people(people.all(), viewer.userName(), message))
        .build();
  }

  @POST
  public Response add(
      @FormParam("userName") String userName,
      @FormParam("displayName") String displayName,
      @FormParam("role") String role) {
    String name = text(userName).toLowerCase(Locale.ROOT);
    String shown = text(displayName);
    if (!PasswordSignIn.USER_NAME.matcher(name).matches()) {
      return page(
          Message.problem(
              "A user name is made of 1 to 40 small letters, digits, dots, hyphens and underscores; choose another."));
    }
    if (shown.isEmpty() || shown.length() > 80 || shown.indexOf('\0') >= 0) {
      return page(Message.problem("Give the person's name, in at most 80 characters."));
    }
    String password = Passwords.generate();
    boolean added =
        people.add(name, shown, role(role), passwords.hash(password), viewer.userName());
    return page(
        added
            ? new Message(
                "done", shown + " can sign in as " + name + " with this first password.", password)
            : Message.problem("The name " + name + " is taken; choose another."));
  }

  @POST
  @Path("{name}")
  public Response change(
      @PathParam("name") String name,
      @FormParam("act") String act,
      @FormParam("role") String role) {
    Person person = people.find(name).orElseThrow(NotFoundException::new);
    String me = viewer.userName();
    if (name.equals(me)) {
      return page(
          Message.problem(
              "Ask another administrator to change your own access, so that one always remains."));
    }
    return page(
        switch (String.valueOf(act)) {
          case "reset" -> reset(person, me);
          case "role" -> {
            people.setRole(name, role(role), me);
            yield Message.done(person.displayName() + " is now " + role(role) + ".");
          }
          case "remove" -> {
            people.remove(name, me);
            yield Message.done(
                person.displayName() + " can no longer sign in; open sessions have ended.");
          }
          default -> throw new NotFoundException();
        });
  }

  private Message reset(Person person, String me) {
    String password = Passwords.generate();
    people.resetPassword(person.userName(), passwords.hash(password), me);
    return new Message(
        "done", person.displayName() + " signs in with this new first password.", password);
  }

  private static String role(String role) {
    if (!Person.MODERATOR.equals(role) && !Person.ADMINISTRATOR.equals(role)) {
      throw new NotFoundException();
    }
    return role;
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }
}

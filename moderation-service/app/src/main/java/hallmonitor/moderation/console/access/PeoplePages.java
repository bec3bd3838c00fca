package hallmonitor.moderation.console.access;

import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Building;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Manages who may sign in, and their roles and buildings. First passwords are generated here and
 * shown once.
 */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ConsoleUser.ADMINISTRATOR)
public class PeoplePages {
  /**
   * A message at the top of the page.
   *
   * @param password a first password to hand over; empty if there is none
   */
  record Message(String kind, Sentence sentence, String password) {
    static final Message NONE = new Message("", Sentence.NONE, "");

    static Message problem(Sentence sentence) {
      return new Message("problem", sentence, "");
    }

    static Message done(Sentence sentence) {
      return new Message("done", sentence, "");
    }
  }

  /** The input for a new person, which stays in the form if it is refused. */
  public record Draft(String userName, String displayName, String role, List<String> buildings) {
    static final Draft EMPTY = new Draft("", "", ConsoleUser.MODERATOR, List.of());

    public boolean worksAt(String building) {
      return buildings.contains(building);
    }
  }

  @CheckedTemplate(basePath = "console/access")
  static class Templates {
    static native TemplateInstance people(
        List<ConsoleUser> people,
        List<Building> buildings,
        List<String> roles,
        String me,
        Message message,
        Draft draft);
  }

  private static final Sentence LAST_ADMINISTRATOR =
      Sentence.of("Nothing was changed: one administrator must always remain.");

  private final ConsoleUsers people;
  private final Passwords passwords;
  private final LiveRules rules;
  private final Viewer viewer;

  PeoplePages(ConsoleUsers people, Passwords passwords, LiveRules rules, Viewer viewer) {
    this.people = people;
    this.passwords = passwords;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  public Response all() {
    return page(Message.NONE, Draft.EMPTY);
  }

  private Response page(Message message, Draft draft) {
    List<ConsoleUser> all = people.all();
    return Response.status(message.kind().equals("problem") ? 422 : 200)
        .entity(
            Templates.people(
                all, buildings(all), ConsoleUser.ROLES, viewer.userName(), message, draft))
        .build();
  }

  /**
   * Returns the district's buildings, and those no longer in its file to which somebody is limited.
   */
  private List<Building> buildings(List<ConsoleUser> all) {
    List<Building> known = new ArrayList<>(rules.district().current().value().buildings());
    List<String> ids = known.stream().map(Building::id).toList();
    all.stream()
        .flatMap(p -> p.buildings().stream())
        .distinct()
        .filter(id -> !ids.contains(id))
        .forEach(id -> known.add(new Building(id, id)));
    return known;
  }

  @POST
  public Response add(
      @FormParam("userName") String userName,
      @FormParam("displayName") String displayName,
      @FormParam("role") String role,
      @FormParam("building") List<String> buildings) {
    Draft draft =
        new Draft(
            text(userName).toLowerCase(Locale.ROOT), text(displayName), text(role), buildings);
    Message message = add(draft);
    return page(message, message.kind().equals("problem") ? draft : Draft.EMPTY);
  }

  private Message add(Draft draft) {
    String name = draft.userName();
    String shown = draft.displayName();
    if (!PasswordSignIn.USER_NAME.matcher(name).matches()) {
      return Message.problem(
          Sentence.of(
              "A user name is made of 1 to 40 small letters, digits, dots, hyphens and underscores;"
                  + " choose another."));
    }
    if (shown.isEmpty() || shown.length() > 80 || shown.indexOf('\0') >= 0) {
      return Message.problem(Sentence.of("Give the person's name, in at most 80 characters."));
    }
    try {
      Access access = access(draft.role(), draft.buildings());
      String password = Passwords.generate();
      return people.add(name, shown, access, passwords.hash(password), viewer.userName())
          ? new Message(
              "done",
              Sentence.of("{1} can sign in as {2} with this first password.", shown, name),
              password)
          : Message.problem(Sentence.of("The name {1} is taken; choose another.", name));
    } catch (Access.Refused e) {
      return Message.problem(e.sentence());
    }
  }

  @POST
  @Path("{name}")
  public Response change(
      @PathParam("name") String name,
      @FormParam("act") String act,
      @FormParam("role") String role,
      @FormParam("building") List<String> buildings) {
    ConsoleUser person = people.named(name).orElseThrow(NotFoundException::new);
    if (name.equals(viewer.userName())) {
      return page(
          Message.problem(
              Sentence.of(
                  "Ask another administrator to change your own access, so that one always"
                      + " remains.")),
          Draft.EMPTY);
    }
    Message message =
        switch (String.valueOf(act)) {
          case "reset" -> reset(person);
          case "role" -> setAccess(person, text(role), buildings);
          case "remove" -> remove(person);
          default -> throw new NotFoundException();
        };
    return page(message, Draft.EMPTY);
  }

  private Message reset(ConsoleUser person) {
    String password = Passwords.generate();
    people.resetPassword(person.userName(), passwords.hash(password), viewer.userName());
    return new Message(
        "done",
        Sentence.of("{1} signs in with this new first password.", person.displayName()),
        password);
  }

  private Message setAccess(ConsoleUser person, String role, List<String> buildings) {
    try {
      Access access = access(role, buildings);
      return people.setAccess(person.userName(), access, viewer.userName())
          ? Message.done(Sentence.of("The access of {1} is changed.", person.displayName()))
          : Message.problem(LAST_ADMINISTRATOR);
    } catch (Access.Refused e) {
      return Message.problem(
          Sentence.of("{1} was not changed. {2}", person.displayName(), e.sentence()));
    }
  }

  private Message remove(ConsoleUser person) {
    return people.remove(person.userName(), viewer.userName())
        ? Message.done(
            Sentence.of(
                "{1} can no longer sign in; open sessions have ended.", person.displayName()))
        : Message.problem(LAST_ADMINISTRATOR);
  }

  /** Rejects buildings that the page's form does not offer. */
  private Access access(String role, List<String> chosen) {
    List<String> known = buildings(people.all()).stream().map(Building::id).toList();
    if (!known.containsAll(chosen)) {
      throw new NotFoundException();
    }
    return new Access(role, chosen);
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }
}

package hallmonitor.moderation.console.people;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.console.access.Access;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.Passwords;
import hallmonitor.moderation.console.access.RecentSignIn;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.people.AccessChanges.Newcomer;
import hallmonitor.moderation.console.people.PersonRow.AccessState;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Everyone who signs in or is notified, and the form to invite someone new. */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ConsoleUser.ADMINISTRATOR)
public class PeoplePages {
  /**
   * The filtered list.
   *
   * @param show code of a status; empty for everyone with access
   */
  record Shown(List<PersonRow> rows, String show, String words) {
    public boolean isEveryone() {
      return show.isEmpty();
    }
  }

  @CheckedTemplate(basePath = "console/people")
  static class Templates {
    static native TemplateInstance people(Shown shown, String me, PersonMessage message);

    static native TemplateInstance personNew(
        PersonForm form,
        List<Building> buildings,
        List<String> roles,
        AccessPreview preview,
        boolean second,
        Sentence problem);

    static native TemplateInstance accessPreview(AccessPreview preview);
  }

  private final PeopleList list;
  private final AccessChanges changes;
  private final AccessPreviews previews;
  private final ConsoleUsers people;
  private final Passwords passwords;
  private final ContactDraftFinder told;
  private final RecentSignIn recent;
  private final Viewer viewer;

  PeoplePages(
      PeopleList list,
      AccessChanges changes,
      AccessPreviews previews,
      ConsoleUsers people,
      Passwords passwords,
      ContactDraftFinder told,
      RecentSignIn recent,
      Viewer viewer) {
    this.list = list;
    this.changes = changes;
    this.previews = previews;
    this.people = people;
    this.passwords = passwords;
    this.told = told;
    this.recent = recent;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance all(@QueryParam("show") String show, @QueryParam("q") String words) {
    return list(PersonForm.text(show), PersonForm.text(words), PersonMessage.NONE);
  }

  private TemplateInstance list(String show, String words, PersonMessage message) {
    List<PersonRow> rows =
        list.all().stream()
            .filter(row -> isShown(row, show))
            .filter(row -> row.matches(words))
            .toList();
    return Templates.people(new Shown(rows, show, words), viewer.userName(), message);
  }

  private static boolean isShown(PersonRow row, String show) {
    AccessState standing = row.standing();
    return switch (show) {
      case "sign-in" -> standing == AccessState.SIGNS_IN;
      case "invited" -> standing == AccessState.INVITED;
      case "told" -> !row.getToldAs().isEmpty();
      case "suspended" -> standing == AccessState.SUSPENDED;
      case "former" -> standing == AccessState.FORMER;
      default -> standing != AccessState.FORMER;
    };
  }

  @GET
  @Path("new")
  public TemplateInstance form(@QueryParam("told") String id) {
    PersonForm form =
        list.district().person(PersonForm.text(id)).map(PersonForm::of).orElseGet(PersonForm::new);
    return form(form, Sentence.NONE);
  }

  private TemplateInstance form(PersonForm form, Sentence problem) {
    return Templates.personNew(
        form, list.buildings(), ConsoleUser.ROLES, preview(form), changes.needSecond(), problem);
  }

  private AccessPreview preview(PersonForm form) {
    try {
      return previews.of(form.access(list.buildings()), form.told(), form.email());
    } catch (Access.Refused e) {
      return AccessPreview.refused(e.sentence());
    }
  }

  /** Returns what a person would see, while the form is filled in. */
  @POST
  @Path("preview")
  public TemplateInstance preview(@BeanParam PersonForm.Values sent) {
    return Templates.accessPreview(preview(sent.form()));
  }

  @POST
  public Response add(@BeanParam PersonForm.Values sent) {
    PersonForm form = sent.form();
    if (form.isPreview()) {
      return Response.ok(form(form, Sentence.NONE)).build();
    }
    try {
      Access access = form.access(list.buildings());
      form.check();
      // Someone at a browser that was left open could give themselves access that stays.
      Optional<Sentence> old =
          recent
              .refusalForAnother()
              .filter(any -> form.byHand() || access.role().equals(ConsoleUser.ADMINISTRATOR));
      if (old.isPresent()) {
        throw new NotLegal(old.get());
      }
      return form.byHand() ? byHand(form, access) : invite(form, access);
    } catch (Refusal e) {
      return Response.status(422).entity(form(form, e.sentence())).build();
    }
  }

  private Response invite(PersonForm form, Access access) {
    String name =
        changes.invite(
            new Newcomer(
                form.userName(),
                form.displayName(),
                form.email(),
                form.language(),
                access,
                toldAs(form)),
            form.reason(),
            viewer.userName());
    return Response.seeOther(URI.create("/people/" + name + "?new=yes")).build();
  }

  /** Returns who this is in the district's file: as chosen, or by the same address. */
  private String toldAs(PersonForm form) {
    return form.told().isEmpty()
        ? list.district().people().stream()
            .filter(person -> person.email().equalsIgnoreCase(form.email()))
            .findFirst()
            .map(District.Person::id)
            .orElse("")
        : form.told();
  }

  /** For districts without mail: the administrator hands over a temporary password. */
  private Response byHand(PersonForm form, Access access) {
    if (changes.needSecond()) {
      throw new NotLegal(
          Sentence.of(
              "Your district requires a second person to approve access, so send an invitation"
                  + " instead."));
    }
    String name = form.userName();
    String password = Passwords.generate();
    if (!people.add(
        name, form.displayName(), access, passwords.hash(password), viewer.userName())) {
      throw new NotLegal(Sentence.of("The name {1} is taken. Choose another.", name));
    }
    if (!form.told().isEmpty()) {
      people.link(name, form.told(), viewer.userName());
    }
    return Response.ok(
            list(
                "",
                "",
                new PersonMessage(
                    "done",
                    Sentence.of(
                        "{1} can sign in as {2} with this temporary password.",
                        form.displayName(), name),
                    password)))
        .build();
  }

  /** Redirects to the form of a draft, which changes who is notified and how. */
  @POST
  @Path("told")
  public Response told(@BeanParam PersonForm.Values sent) {
    String id = sent.form().told();
    String name = list.district().person(id).map(District.Person::name).orElse("");
    return Response.seeOther(URI.create(told.form(id, name, viewer.userName()))).build();
  }
}

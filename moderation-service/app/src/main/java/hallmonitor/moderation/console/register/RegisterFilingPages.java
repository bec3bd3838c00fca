package hallmonitor.moderation.console.register;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.register.AccountAuthorizer;
import hallmonitor.moderation.casework.register.RegisterAct.NotPossible;
import hallmonitor.moderation.casework.register.RegisterState;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.register.AccountFiling;
import hallmonitor.moderation.store.register.RegisterDesk;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The forms to ask for an account, and to report one that nobody registered. */
@Path("/register")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class RegisterFilingPages {
  @CheckedTemplate(basePath = "console/register")
  static class Templates {
    static native TemplateInstance registerRequest(
        AccountFilingForm form, List<Building> buildings, List<Person> people, Sentence problem);

    static native TemplateInstance registerReport(
        AccountFilingForm form, List<Building> buildings, Sentence problem);
  }

  private final AccountRegister register;
  private final RegisterDesk desk;
  private final Viewer viewer;

  RegisterFilingPages(AccountRegister register, RegisterDesk desk, Viewer viewer) {
    this.register = register;
    this.desk = desk;
    this.viewer = viewer;
  }

  @GET
  @Path("request")
  public TemplateInstance request() {
    return request(AccountFilingForm.empty(viewer.getDisplayName()), Sentence.NONE);
  }

  private TemplateInstance request(AccountFilingForm form, Sentence problem) {
    return Templates.registerRequest(form, own(), register.district().people(), problem);
  }

  private List<Building> own() {
    return register.district().buildings().stream().filter(b -> isIn(b.id())).toList();
  }

  private boolean isIn(String building) {
    return viewer.sees(building)
        || register.district().accounts().stream()
            .anyMatch(a -> a.building().equals(building) && viewer.scope().sees(a));
  }

  @POST
  @Path("request")
  public Response request(@BeanParam AccountFilingForm.Values sent) {
    AccountFilingForm form = sent.form();
    try {
      return filed(
          form.request(ids(own()), state(form.kind()), register.district(), viewer.userName()));
    } catch (NotPossible e) {
      return Response.status(422).entity(request(form, e.sentence())).build();
    }
  }

  /** An account that needs no permission is registered at once. */
  private RegisterState state(String kind) {
    return AccountFilingForm.kinds().contains(kind)
            && register.rules().of(kind).authorizer() == AccountAuthorizer.NOBODY
        ? RegisterState.REGISTERED
        : RegisterState.REQUESTED;
  }

  @GET
  @Path("report")
  public TemplateInstance report() {
    return report(AccountFilingForm.empty(""), Sentence.NONE);
  }

  private TemplateInstance report(AccountFilingForm form, Sentence problem) {
    return Templates.registerReport(form, register.district().buildings(), problem);
  }

  /** A page may use the name of a school that is not the viewer's. */
  @POST
  @Path("report")
  public Response report(@BeanParam AccountFilingForm.Values sent) {
    AccountFilingForm form = sent.form();
    try {
      return filed(
          form.report(
              ids(register.district().buildings()), register.district(), viewer.userName()));
    } catch (NotPossible e) {
      return Response.status(422).entity(report(form, e.sentence())).build();
    }
  }

  private static List<String> ids(List<Building> buildings) {
    return buildings.stream().map(Building::id).toList();
  }

  private Response filed(AccountFiling filing) {
    desk.file(filing);
    return Response.seeOther(URI.create("/register/" + filing.entryId())).build();
  }
}

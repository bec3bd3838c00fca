package hallmonitor.moderation.console.register;

import static hallmonitor.moderation.console.access.Permission.READ;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The state of all accounts at a glance, as a page and as a file. */
@Path("/register")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class RegisterPages {
  @CheckedTemplate(basePath = "console/register")
  static class Templates {
    static native TemplateInstance register(RegisterOverview overview);
  }

  private final AccountRegister register;
  private final RequestAudit audit;
  private final Viewer viewer;

  RegisterPages(AccountRegister register, RequestAudit audit, Viewer viewer) {
    this.register = register;
    this.audit = audit;
    this.viewer = viewer;
  }

  private List<RegisteredAccount> visible() {
    return register.all(viewer.scope(), viewer.userName());
  }

  @GET
  public TemplateInstance register(
      @QueryParam("show") String show, @QueryParam("building") String building) {
    return Templates.register(
        RegisterOverview.of(
            visible(), RegisterInput.text(show), RegisterInput.text(building), viewer.userName()));
  }

  @GET
  @Path("register.csv")
  @Produces("text/csv;charset=UTF-8")
  public Response csv() {
    byte[] file = RegisterCsv.of(visible(), register.today()).getBytes(UTF_8);
    audit.add(viewer.userName(), "register-downloaded", "register", "");
    return Response.ok(file)
        .header(
            "Content-Disposition", "attachment; filename=\"accounts-" + register.today() + ".csv\"")
        .build();
  }
}

package hallmonitor.moderation.console.home;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.operations.AccountWorries;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current state: what waits, how fast it is answered, whether alarms are real. */
@Path("/home")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class HomePages {
  @CheckedTemplate(basePath = "console/home")
  static class Templates {
    static native TemplateInstance home(
        HomeView view,
        List<AccountWorries.Worry> worries,
        Checklist checklist,
        AccountInbox.@Nullable Shown inbox);
  }

  private final HomeQueries queries;
  private final AccountWorries worries;
  private final FirstRun firstRun;
  private final AccountInbox inbox;
  private final Viewer viewer;

  HomePages(
      HomeQueries queries,
      AccountWorries worries,
      FirstRun firstRun,
      AccountInbox inbox,
      Viewer viewer) {
    this.queries = queries;
    this.worries = worries;
    this.firstRun = firstRun;
    this.inbox = inbox;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    return Templates.home(
        HomeView.of(queries.ask(viewer.scope())),
        worries.now(viewer.scope()),
        viewer.isAdministrator()
            ? firstRun.open().orElse(new Checklist(List.of()))
            : new Checklist(List.of()),
        viewer.isAccountAdministrator() ? inbox.now() : null);
  }

  /** Ends the checklist for everyone. */
  @POST
  @RolesAllowed(ADMINISTRATOR)
  @Path("first-run")
  public Response dismiss() {
    firstRun.dismiss(viewer.userName());
    return Response.seeOther(URI.create("/home")).build();
  }
}

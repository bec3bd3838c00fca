package hallmonitor.moderation.console.connect;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.connect.ConnectionInvitations;
import hallmonitor.moderation.store.connect.Connections;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Begins to connect many accounts at once, and sends their holders links. */
@Path("/connections/sheet")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class ConnectSheetPages {
  @CheckedTemplate(basePath = "console/connect")
  static class Templates {
    static native TemplateInstance connectSheet(
        String pasted, ConnectSheet sheet, List<String> columns);
  }

  private static final ConnectSheet NOTHING = new ConnectSheet(List.of(), List.of());

  private final Connections connections;
  private final ConnectionInvitations invitations;
  private final LiveRules rules;
  private final Viewer viewer;

  ConnectSheetPages(
      Connections connections, ConnectionInvitations invitations, LiveRules rules, Viewer viewer) {
    this.connections = connections;
    this.invitations = invitations;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance show() {
    return Templates.connectSheet("", NOTHING, ConnectSheet.COLUMNS);
  }

  /**
   * Shows what would be done, or does it. With a mistake in any line nothing is done.
   *
   * @param confirmed whether the preview was seen
   */
  @POST
  public Response read(
      @FormParam("rows") @DefaultValue("") String pasted,
      @FormParam("confirmed") boolean confirmed) {
    ConnectSheet sheet =
        ConnectSheet.read(
            pasted, rules.district().current().value(), connections.underWay(), viewer.userName());
    if (!sheet.isUsable() || !confirmed) {
      return Response.status(sheet.isUsable() ? 200 : 422)
          .entity(Templates.connectSheet(pasted, sheet, ConnectSheet.COLUMNS))
          .build();
    }
    connections.beginAll(sheet.rows().stream().map(ConnectSheet.Row::connection).toList());
    sheet.rows().stream()
        .filter(ConnectSheet.Row::isInvited)
        .forEach(
            row ->
                invitations.send(
                    row.connection().connectionId(),
                    row.holder(),
                    row.email(),
                    row.language(),
                    viewer.userName()));
    return Response.seeOther(URI.create("/connections#under-way")).build();
  }
}

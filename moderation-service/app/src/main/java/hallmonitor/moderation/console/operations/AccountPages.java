package hallmonitor.moderation.console.operations;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.accounts.AccountDesk;
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
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The status of the connected accounts, and administrators' commands for them. */
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class AccountPages {
  @CheckedTemplate(basePath = "console/operations")
  static class Templates {
    static native TemplateInstance accounts(List<AccountRow> accounts, Sentence problem);

    static native TemplateInstance accountCard(AccountRow a);

    static native TemplateInstance accountFigures(AccountRow a);
  }

  private final AccountQueries queries;
  private final AccountDesk desk;
  private final LiveRules rules;
  private final Viewer viewer;

  AccountPages(AccountQueries queries, AccountDesk desk, LiveRules rules, Viewer viewer) {
    this.queries = queries;
    this.desk = desk;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance accounts() {
    return page(Sentence.NONE);
  }

  private TemplateInstance page(Sentence problem) {
    return Templates.accounts(queries.all(viewer.scope()), problem);
  }

  /** Returns the account once its command is answered; 204 until then. */
  @GET
  @Path("{id}/answer")
  public Response answer(@PathParam("id") String id) {
    AccountRow line = line(id);
    return line.waiting().isEmpty()
        ? Response.ok(Templates.accountCard(line)).build()
        : Response.noContent().build();
  }

  /** Returns only the figures, while they change. */
  @GET
  @Path("{id}/figures")
  public TemplateInstance figures(@PathParam("id") String id) {
    return Templates.accountFigures(line(id));
  }

  @POST
  @Path("{id}")
  @RolesAllowed(ADMINISTRATOR)
  public Response ask(
      @PathParam("id") String id,
      @FormParam("command") String command,
      @FormParam("act") String act,
      @FormParam("reason") String reason,
      @FormParam("from") String from) {
    if (!line(id).known()) {
      throw new NotFoundException();
    }
    ZoneId zone = rules.district().current().value().timeZone();
    try {
      AccountCommand asked =
          AccountForm.of(id, command, act, reason, from, viewer.userName(), Instant.now(), zone);
      desk.ask(asked);
      return Response.seeOther(URI.create("/accounts#account-" + id)).build();
    } catch (AccountForm.Mistaken e) {
      return Response.status(422).entity(page(e.sentence())).build();
    }
  }

  private AccountRow line(String id) {
    return queries.one(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}

package hallmonitor.moderation.console.connect;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.policy.AccountDrafting;
import hallmonitor.moderation.drafting.DraftRejected;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.connect.Disconnections;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Account;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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

/**
 * Takes an account out of the district's file, after the name was typed. Its password is removed
 * once a second person has approved that.
 */
@Path("/disconnections/{account}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class DisconnectPages {
  private static final int LONGEST_REASON = 300;

  @CheckedTemplate(basePath = "console/connect")
  static class Templates {
    static native TemplateInstance disconnect(Account account, String reason, Sentence problem);
  }

  private final Disconnections disconnections;
  private final AccountDrafting drafting;
  private final LiveRules rules;
  private final Viewer viewer;

  DisconnectPages(
      Disconnections disconnections, AccountDrafting drafting, LiveRules rules, Viewer viewer) {
    this.disconnections = disconnections;
    this.drafting = drafting;
    this.rules = rules;
    this.viewer = viewer;
  }

  private Account find(String id) {
    return rules.district().current().value().account(id).orElseThrow(NotFoundException::new);
  }

  @GET
  public TemplateInstance show(@PathParam("account") String id) {
    return Templates.disconnect(find(id), "", Sentence.NONE);
  }

  /**
   * Drafts it.
   *
   * @param typed the account's short name, so that no one disconnects another one by mistake
   */
  @POST
  public Response ask(
      @PathParam("account") String id,
      @FormParam("typed") @DefaultValue("") String typed,
      @FormParam("reason") @DefaultValue("") String reason) {
    Account account = find(id);
    String why = ConnectForm.line(reason);
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      return refused(
          account, why, Sentence.of("Enter a reason, in at most {1} characters.", LONGEST_REASON));
    }
    if (!ConnectForm.line(typed).equals(id)) {
      return refused(
          account,
          why,
          Sentence.of("Type the short name {1} to confirm. Nothing was changed.", id));
    }
    try {
      long draft = drafting.remove(id, viewer.userName());
      disconnections.ask(account, why, draft, viewer.userName());
      return Response.seeOther(URI.create("/policy/drafts/" + draft)).build();
    } catch (DraftRejected e) {
      return refused(account, why, e.sentence());
    }
  }

  private static Response refused(Account account, String reason, Sentence problem) {
    return Response.status(422).entity(Templates.disconnect(account, reason, problem)).build();
  }
}

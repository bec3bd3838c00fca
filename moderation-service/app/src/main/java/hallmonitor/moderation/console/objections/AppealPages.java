package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.Appeal;
import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.menu.MenuCounts;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.store.objections.AppealDesk;
import hallmonitor.moderation.store.objections.BlockChoice;
import hallmonitor.moderation.store.objections.HandBlockAppeals;
import hallmonitor.moderation.wording.Sentence;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Appeals: what waits, what was decided, and how often each clause was overturned. */
@Path("/appeals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class AppealPages {
  private static final int LONGEST_REASON = 2_000;

  @CheckedTemplate(basePath = "console/objections")
  static class Templates {
    static native TemplateInstance appeals(AppealDocket docket);
  }

  private final AppealQueries queries;
  private final HandBlockAppealQueries byHand;
  private final MenuCounts counts;
  private final AppealDesk desk;
  private final HandBlockAppeals handDesk;
  private final ObjectionRules objections;
  private final LiveRules rules;
  private final Viewer viewer;

  AppealPages(
      AppealQueries queries,
      HandBlockAppealQueries byHand,
      MenuCounts counts,
      AppealDesk desk,
      HandBlockAppeals handDesk,
      ObjectionRules objections,
      LiveRules rules,
      Viewer viewer) {
    this.queries = queries;
    this.byHand = byHand;
    this.counts = counts;
    this.desk = desk;
    this.handDesk = handDesk;
    this.objections = objections;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page(@QueryParam("state") String state) {
    return page("decided".equals(state), Sentence.NONE);
  }

  private TemplateInstance page(boolean decided, Sentence problem) {
    Scope scope = viewer.scope();
    List<HandBlockAppealView> ofBlocks = byHand.list(decided, scope);
    return Templates.appeals(
        new AppealDocket(
            AppealDocket.merged(
                decided ? queries.decided(scope) : queries.open(scope), ofBlocks, decided),
            byHand.sameNames(ofBlocks),
            decided,
            counts.now().appeals(),
            queries.figures(scope),
            objections.file().problems(),
            viewer.userName(),
            problem,
            rules.policy().current().value().clauses()));
  }

  @POST
  @RolesAllowed(ACT)
  @Path("{id}/decision")
  public Response decide(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("ruling") String ruling,
      @FormParam("reason") @DefaultValue("") String reason) {
    if (queries.find(id, viewer.scope()).isEmpty()) {
      throw new NotFoundException();
    }
    return decided(
        id, reason, words -> desk.decide(id, version, ruling(ruling), viewer.userName(), words));
  }

  /** Decides an appeal against a block that was not ordered here. */
  @POST
  @RolesAllowed(ACT)
  @Path("by-hand/{id}")
  public Response decideByHand(
      @PathParam("id") UUID id,
      @FormParam("ruling") String ruling,
      @FormParam("shown") List<UUID> shown,
      @FormParam("block") @DefaultValue("") String block,
      @FormParam("reason") @DefaultValue("") String reason) {
    if (byHand.find(id, viewer.scope()).isEmpty()) {
      throw new NotFoundException();
    }
    return decided(
        id,
        reason,
        words ->
            handDesk.decide(
                id, ruling(ruling), viewer.userName(), words, new BlockChoice(shown, block)));
  }

  private Response decided(UUID id, String reason, Consumer<String> decide) {
    String words = reason.replace("\0", "").strip();
    if (words.length() > LONGEST_REASON) {
      return refused(Sentence.of("The reason is too long. Shorten it to 2,000 characters."));
    }
    try {
      decide.accept(words);
      return Response.seeOther(URI.create("/appeals?state=decided#appeal-" + id)).build();
    } catch (Decisions.NotLegal | Decisions.CaseChanged e) {
      return refused(e.sentence());
    }
  }

  private static Appeal.Ruling ruling(String code) {
    try {
      return EnumCodes.read(Appeal.Ruling.class, String.valueOf(code));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }

  private Response refused(Sentence sentence) {
    return Response.status(409).entity(page(false, sentence)).build();
  }
}

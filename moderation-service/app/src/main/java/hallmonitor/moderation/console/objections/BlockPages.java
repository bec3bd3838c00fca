package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.store.objections.BlockDesk;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Blocks of authors: what waits for a second person, what is active, what is over. */
@Path("/blocks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class BlockPages {
  private static final int LONGEST_REASON = 2_000;

  /** Everything on the page. */
  record Register(
      List<BlockView> blocks, List<Violation> violations, boolean blocking, String userName) {
    /** Returns the violations counted by a proposal. */
    public List<Violation> of(UUID blockId) {
      return violations.stream().filter(v -> blockId.equals(v.blockId())).toList();
    }
  }

  @CheckedTemplate(basePath = "console/objections")
  static class Templates {
    static native TemplateInstance blocks(Register register);
  }

  private final BlockQueries queries;
  private final BlockDesk desk;
  private final ObjectionRules objections;
  private final SecondPerson second;
  private final LiveRules rules;
  private final RequestAudit audit;
  private final Viewer viewer;

  BlockPages(
      BlockQueries queries,
      BlockDesk desk,
      ObjectionRules objections,
      SecondPerson second,
      LiveRules rules,
      RequestAudit audit,
      Viewer viewer) {
    this.queries = queries;
    this.desk = desk;
    this.objections = objections;
    this.second = second;
    this.rules = rules;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    Register register =
        new Register(
            queries.all(viewer.scope()),
            queries.counted(viewer.scope()),
            objections.current().blocking(),
            viewer.userName());
    register.violations().stream()
        .filter(Violation::isSealed)
        .map(Violation::caseId)
        .distinct()
        .forEach(id -> audit.add(viewer.userName(), "evidence-read", id.toString(), "blocks"));
    return Templates.blocks(register);
  }

  /** Approves as the second person, which blocks the author. */
  @POST
  @Path("{id}/approval")
  public Response approve(@PathParam("id") UUID id) {
    second.must(Proposal.Kind.BLOCK_AUTHOR);
    if (!objections.current().blocking()) {
      return StaleView.at("/blocks", CaseBlockPages.OFF);
    }
    ZoneId zone = rules.district().current().value().timeZone();
    return done(id, () -> desk.approve(id, viewer.userName(), objections.blockLimits(), zone));
  }

  /** Refuses a proposal, ends a block early, or records that it was lifted manually. */
  @POST
  @RolesAllowed({MODERATOR, ADMINISTRATOR})
  @Path("{id}/end")
  public Response end(
      @PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
    BlockView block = find(id);
    String words = CasePanel.words(reason);
    if (words.length() > LONGEST_REASON) {
      return StaleView.at(
          "/blocks", Sentence.of("The reason is too long. Shorten it to 2,000 characters."));
    }
    String by = viewer.userName();
    return done(
        id,
        () -> {
          if (block.isProposed()) {
            desk.decline(id, by, words);
          } else if (block.state().equals("ending")) {
            desk.endedByHand(id, by, words);
          } else {
            desk.endEarly(id, by, words);
          }
        });
  }

  private Response done(UUID id, Runnable act) {
    find(id);
    try {
      act.run();
      return Response.seeOther(URI.create("/blocks#block-" + id)).build();
    } catch (Decisions.NotLegal | Decisions.CaseChanged e) {
      return StaleView.at("/blocks", e.sentence());
    }
  }

  private BlockView find(UUID id) {
    return queries.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}

package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;
import static hallmonitor.moderation.console.access.Permission.READ;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.console.proposals.SecondPerson;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** The register of blocks: what waits for a person, what stands, what is over. */
@Path("/blocks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class BlockPages {
  static final int LONGEST_REASON = 2_000;
  static final Sentence TOO_LONG =
      Sentence.of("The reason is too long. Shorten it to 2,000 characters.");

  @CheckedTemplate(basePath = "console/objections")
  static class Templates {
    static native TemplateInstance blocks(BlockRegister register);
  }

  private final BlockRegisterReader reader;
  private final BlockQueries queries;
  private final BlockDesk desk;
  private final SecondPerson second;
  private final RequestAudit audit;
  private final Viewer viewer;

  BlockPages(
      BlockRegisterReader reader,
      BlockQueries queries,
      BlockDesk desk,
      SecondPerson second,
      RequestAudit audit,
      Viewer viewer) {
    this.reader = reader;
    this.queries = queries;
    this.desk = desk;
    this.second = second;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page(
      @QueryParam("show") @DefaultValue("") String show,
      @QueryParam("account") @DefaultValue("") String account) {
    return Templates.blocks(reader.read(show, account));
  }

  @GET
  @Path("blocks.csv")
  @Produces("text/csv;charset=UTF-8")
  public Response csv(
      @QueryParam("show") @DefaultValue("") String show,
      @QueryParam("account") @DefaultValue("") String account) {
    byte[] file = BlockCsv.of(reader.read(show, account)).getBytes(UTF_8);
    audit.add(viewer.userName(), "blocks-downloaded", "blocks", "");
    return Response.ok(file)
        .header("Content-Disposition", "attachment; filename=\"blocks.csv\"")
        .build();
  }

  /** Approves as the second person, which blocks the author. */
  @POST
  @Path("{id}/approval")
  public Response approve(@PathParam("id") UUID id) {
    second.must(Proposal.Kind.BLOCK_AUTHOR);
    if (!reader.isBlocking()) {
      return StaleView.at("/blocks", CaseBlockPages.OFF);
    }
    return done(id, () -> desk.approve(id, viewer.userName(), reader.rules()));
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
      return StaleView.at("/blocks", TOO_LONG);
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

  /** Records that a person has blocked the author on the platform. */
  @POST
  @RolesAllowed({MODERATOR, ADMINISTRATOR})
  @Path("{id}/done")
  public Response carriedOut(
      @PathParam("id") UUID id, @FormParam("how") @DefaultValue("") String how) {
    String words = CasePanel.words(how);
    return words.length() > LONGEST_REASON
        ? StaleView.at("/blocks", TOO_LONG)
        : done(id, () -> desk.doneByHand(id, viewer.userName(), words));
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

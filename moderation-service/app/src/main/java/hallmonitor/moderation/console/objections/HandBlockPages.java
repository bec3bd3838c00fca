package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;

import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.store.objections.HandBlocks;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** Takes the reason and the end of a block that someone made by hand. */
@Path("/hand-blocks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({MODERATOR, ADMINISTRATOR})
public class HandBlockPages {
  private final BlockRegisterReader reader;
  private final HandBlockQueries queries;
  private final HandBlocks blocks;
  private final Viewer viewer;

  HandBlockPages(
      BlockRegisterReader reader, HandBlockQueries queries, HandBlocks blocks, Viewer viewer) {
    this.reader = reader;
    this.queries = queries;
    this.blocks = blocks;
    this.viewer = viewer;
  }

  @POST
  @Path("{id}")
  public Response note(
      @PathParam("id") UUID id,
      @FormParam("reason") @DefaultValue("") String reason,
      @FormParam("last") @DefaultValue("") String last) {
    if (queries.all(reader.accounts()).stream().noneMatch(b -> b.handBlockId().equals(id))) {
      throw new NotFoundException();
    }
    String words = CasePanel.words(reason);
    if (words.length() > BlockPages.LONGEST_REASON) {
      return StaleView.at("/blocks", BlockPages.TOO_LONG);
    }
    try {
      blocks.note(id, viewer.userName(), words, LocalDate.parse(last), reader.rules());
      return Response.seeOther(URI.create("/blocks#hand-block-" + id)).build();
    } catch (Decisions.NotLegal | Decisions.CaseChanged e) {
      return StaleView.at("/blocks", e.sentence());
    } catch (DateTimeException e) {
      return StaleView.at(
          "/blocks", Sentence.of("Choose the last day of the block. Every block ends."));
    }
  }
}

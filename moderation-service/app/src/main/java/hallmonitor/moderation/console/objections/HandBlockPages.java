package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.ConsoleUser.ACCOUNT_ADMINISTRATOR;
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
import java.util.function.Consumer;

/** Takes what people do about a block that someone made by hand: explain it, tell, take it back. */
@Path("/hand-blocks/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({MODERATOR, ADMINISTRATOR, ACCOUNT_ADMINISTRATOR})
public class HandBlockPages {
  private final BlockRegisterReader reader;
  private final HandBlocks blocks;
  private final BlockNotices notices;
  private final Viewer viewer;

  HandBlockPages(
      BlockRegisterReader reader, HandBlocks blocks, BlockNotices notices, Viewer viewer) {
    this.reader = reader;
    this.blocks = blocks;
    this.notices = notices;
    this.viewer = viewer;
  }

  @POST
  public Response note(
      @PathParam("id") UUID id,
      @FormParam("reason") @DefaultValue("") String reason,
      @FormParam("last") @DefaultValue("") String last,
      @FormParam("language") @DefaultValue("en") String language) {
    return done(
        id,
        reason,
        words -> {
          LocalDate lastDay = day(last);
          blocks.note(
              id,
              viewer.userName(),
              words,
              lastDay,
              reader.rules(),
              reference -> notices.ofHandBlock(language, lastDay, reference));
        });
  }

  /** Notes whether its author was told. */
  @POST
  @Path("notice")
  public Response told(
      @PathParam("id") UUID id,
      @FormParam("told") @DefaultValue("yes") String told,
      @FormParam("how") @DefaultValue("") String how) {
    return done(id, how, words -> blocks.told(id, viewer.userName(), told.equals("yes"), words));
  }

  /** Takes it back. */
  @POST
  @Path("lifting")
  public Response takeBack(
      @PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
    return done(id, reason, words -> blocks.takeBack(id, viewer.userName(), words));
  }

  private Response done(UUID id, String typed, Consumer<String> act) {
    if (reader.madeByHand(id).isEmpty()) {
      throw new NotFoundException();
    }
    String words = CasePanel.words(typed);
    if (words.length() > BlockPages.LONGEST_REASON) {
      return StaleView.at("/blocks", BlockPages.TOO_LONG);
    }
    try {
      act.accept(words);
      return Response.seeOther(URI.create("/blocks#hand-block-" + id)).build();
    } catch (Decisions.NotLegal | Decisions.CaseChanged e) {
      return StaleView.at("/blocks", e.sentence());
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Decisions.NotLegal(
          Sentence.of("Choose the last day of the block. Every block ends."));
    }
  }
}

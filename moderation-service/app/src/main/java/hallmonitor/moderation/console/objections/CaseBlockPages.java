package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;

import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.store.objections.BlockDesk;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Proposes to block a case's author. */
@Path("/cases/{id}/blocks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({MODERATOR, ADMINISTRATOR})
public class CaseBlockPages {
  static final Sentence OFF =
      Sentence.of(
          "Blocking is off in this district. An administrator can turn it on under Policy,"
              + " in 'Replies, appeals and blocks', after your counsel has reviewed it.");
  private static final Sentence UNSUPPORTED =
      Sentence.of("This platform can't block authors. Nothing was proposed.");
  private static final int LONGEST_REASON = 2_000;

  private final PanelForms forms;
  private final BlockDesk desk;
  private final BlockNotices notices;

  CaseBlockPages(PanelForms forms, BlockDesk desk, BlockNotices notices) {
    this.forms = forms;
    this.desk = desk;
    this.notices = notices;
  }

  @POST
  public Response propose(
      @PathParam("id") UUID id,
      @FormParam("form") UUID form,
      @FormParam("reason") @DefaultValue("") String reason,
      @FormParam("last") @DefaultValue("") String last,
      @FormParam("language") @DefaultValue("en") String language) {
    ObjectionSubject subject = forms.subject(id);
    String words = CasePanel.words(reason);
    Optional<LocalDate> lastDay = day(last);
    Sentence problem = problem(subject, words, lastDay);
    if (!problem.isEmpty()) {
      return CasePanel.refused(id, problem);
    }
    UUID blockId = form == null ? UUID.randomUUID() : form;
    try {
      desk.propose(
          new BlockDesk.BlockProposal(
              blockId,
              id,
              forms.userName(),
              words,
              lastDay.orElseThrow(),
              subject.isBlockedByHand()),
          forms.objections().blockRules(forms.zone()),
          reference -> notices.of(forms, subject.clause(), language, lastDay.get(), reference));
      return Response.seeOther(URI.create("/blocks#block-" + blockId)).build();
    } catch (Decisions.NotLegal | Decisions.CaseChanged e) {
      return CasePanel.refused(id, e.sentence());
    }
  }

  private Sentence problem(ObjectionSubject subject, String reason, Optional<LocalDate> lastDay) {
    if (!forms.objections().current().blocking()) {
      return OFF;
    }
    if (!subject.isBlockable() && !subject.isBlockedByHand()) {
      return UNSUPPORTED;
    }
    if (reason.length() > LONGEST_REASON) {
      return Sentence.of("The reason is too long. Shorten it to 2,000 characters.");
    }
    return lastDay.isEmpty()
        ? Sentence.of("Choose the last day of the block. Every block ends.")
        : Sentence.NONE;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

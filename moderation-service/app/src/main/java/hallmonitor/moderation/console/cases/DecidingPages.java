package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.ACT;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.store.cases.HarmlessTexts;
import hallmonitor.moderation.store.escalation.CaseDesk;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Decisions on one case, with an optional clause and reason, and notes. */
@Path("/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ACT)
public class DecidingPages {
  @CheckedTemplate(basePath = "console/cases")
  static class Templates {
    static native TemplateInstance decideWords(DecidingForm form);

    static native TemplateInstance decidePage(DecidingForm form);
  }

  private final CaseQueries cases;
  private final Decisions decisions;
  private final DecidingForms forms;
  private final CaseAnswers answers;
  private final CaseDesk desk;
  private final HarmlessTexts texts;
  private final Viewer viewer;

  DecidingPages(
      CaseQueries cases,
      Decisions decisions,
      DecidingForms forms,
      CaseAnswers answers,
      CaseDesk desk,
      HarmlessTexts texts,
      Viewer viewer) {
    this.cases = cases;
    this.decisions = decisions;
    this.forms = forms;
    this.answers = answers;
    this.desk = desk;
    this.texts = texts;
    this.viewer = viewer;
  }

  /** Shows the form with clause, reason and note: for a dialog, or as a page. */
  @GET
  @Path("words")
  public TemplateInstance words(
      @PathParam("id") UUID id, @HeaderParam("HX-Request") String partOfPage) {
    DecidingForm form = forms.of(find(id));
    return partOfPage != null ? Templates.decideWords(form.asPart()) : Templates.decidePage(form);
  }

  /**
   * Decides.
   *
   * @param clause id of the clause that it rests on; empty for the case's own
   * @param reason one of the offered sentences, or empty
   * @param note the person's own words
   * @param others whether the same text from others moves to the end of the queue for a while, when
   *     it is marked harmless; absent for no
   */
  @POST
  @Path("decision")
  public Response decide(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("decision") String kind,
      @FormParam("clause") String clause,
      @FormParam("reason") String reason,
      @FormParam("note") String note,
      @FormParam("others") String others,
      @HeaderParam("HX-Request") String partOfPage) {
    CaseView before = find(id);
    Outcome outcome = decide(before, version, kind(kind), clause, reason, note);
    boolean setBack =
        outcome.kind().equals("done")
            && others != null
            && kind(kind) == Decision.Kind.HARMLESS
            && viewer.sees(before.building())
            && texts.remember(id, viewer.userName());
    return answers.of(
        id, setBack ? outcome.and(AlikeDecision.SET_BACK) : outcome, partOfPage != null);
  }

  private Outcome decide(
      CaseView before, int version, Decision.Kind kind, String clause, String reason, String note) {
    UUID id = before.caseId();
    try {
      String words = DecidingForms.words(reason, note);
      decisions.decide(
          new Decision(id, version, kind, viewer.userName(), forms.clause(clause), words));
      return new Outcome("done", Outcome.of(kind, before, find(id)));
    } catch (Decisions.CaseChanged e) {
      return new Outcome("problem", changed(find(id), viewer.userName()));
    } catch (Decisions.NotLegal | Unusable e) {
      return new Outcome("problem", e.sentence());
    }
  }

  /** Adds a note at any time; the case does not change. */
  @POST
  @Path("note")
  public Response note(
      @PathParam("id") UUID id,
      @FormParam("form") UUID form,
      @FormParam("reason") String reason,
      @FormParam("note") String note,
      @HeaderParam("HX-Request") String partOfPage) {
    find(id);
    return answers.of(id, note(id, form, reason, note), partOfPage != null);
  }

  private Outcome note(UUID id, UUID form, String reason, String note) {
    try {
      String words = DecidingForms.words(reason, note);
      if (words.isEmpty()) {
        return new Outcome("problem", Sentence.of("Write a note, then save it."));
      }
      desk.note(
          form == null ? UUID.randomUUID() : form,
          id,
          new CaseDesk.Who(viewer.userName(), viewer.getDisplayName()),
          words);
      return new Outcome("done", Sentence.of("Note saved."));
    } catch (Unusable e) {
      return new Outcome("problem", e.sentence());
    }
  }

  static Decision.Kind kind(String code) {
    try {
      return EnumCodes.read(Decision.Kind.class, String.valueOf(code));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }

  /**
   * The viewer's own decision, for example from another window, is not reported as another
   * person's.
   */
  private static Sentence changed(CaseView now, String viewer) {
    if (!now.isDecided()) {
      return Sentence.of(
          "This case changed after you opened it. Nothing was changed. Review it again, then"
              + " decide.");
    }
    return now.decidedBy().equals(viewer)
        ? Sentence.of("You already decided this. Nothing was changed. This is its current state.")
        : Sentence.of(
            "{1} decided this first. Nothing was changed. This is its current state.",
            now.deciderName());
  }

  private CaseView find(UUID id) {
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}

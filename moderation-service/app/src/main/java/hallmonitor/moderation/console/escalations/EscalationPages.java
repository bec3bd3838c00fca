package hallmonitor.moderation.console.escalations;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.escalation.CaseDesk;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A person's answers to a case's escalation, entries for its duties, and requests for a capture.
 */
@Path("/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class EscalationPages {
  private static final int LONGEST = 2_000;
  private static final String FIELD = "field-";

  @CheckedTemplate(basePath = "console/escalations")
  static class Templates {
    static native TemplateInstance concern(EscalationPanel concern);

    static native TemplateInstance dutyPage(DutyForm form);
  }

  private final EscalationPanels concerns;
  private final CaseDesk desk;
  private final LiveRules rules;
  private final RequestAudit audit;
  private final Viewer viewer;

  EscalationPages(
      EscalationPanels concerns,
      CaseDesk desk,
      LiveRules rules,
      RequestAudit audit,
      Viewer viewer) {
    this.audit = audit;
    this.concerns = concerns;
    this.desk = desk;
    this.rules = rules;
    this.viewer = viewer;
  }

  /** Returns only the panels, for a page that received a change. */
  @GET
  @Path("concern")
  public TemplateInstance concern(@PathParam("id") UUID id) {
    EscalationPanel concern = find(id);
    if (!concern.seals().isEmpty()) {
      audit.read(viewer.userName(), "evidence-read", id.toString());
    }
    return Templates.concern(concern);
  }

  @POST
  @RolesAllowed(ACT)
  @Path("answer")
  public Response answer(
      @PathParam("id") UUID id,
      @FormParam("form") UUID form,
      @FormParam("answer") String code,
      @FormParam("to") String to,
      @FormParam("note") String note,
      @FormParam("back") String back) {
    EscalationPanel concern = find(id);
    Answer answer = read(code);
    String words = words(note);
    Sentence problem = problem(concern, answer, to, words);
    if (!problem.isEmpty()) {
      return refused(id, back, problem);
    }
    Optional<String> taker = answer == Answer.HAND_OVER ? Optional.of(to) : Optional.empty();
    desk.answer(idOf(form), id, who(), concern.answerable(), answer, taker, words);
    return to(place(id, back));
  }

  private Sentence problem(EscalationPanel concern, Answer answer, String to, String note) {
    EscalationView escalation = concern.escalation();
    if (escalation == null) {
      return Sentence.of("This case was not escalated, so there is nothing to respond to.");
    }
    if (escalation.isClosed()) {
      return Sentence.of("This escalation is already closed. Nothing was changed.");
    }
    if (note.length() > LONGEST) {
      return Sentence.of("The note is too long. Shorten it to 2,000 characters.");
    }
    if (answer != Answer.ACKNOWLEDGE && !concern.answerable()) {
      return Sentence.of(
          "You were not asked to respond to this escalation. Acknowledge it first if you are"
              + " handling it.");
    }
    if (answer == Answer.ACKNOWLEDGE && concern.isMine() && note.isEmpty()) {
      return Sentence.of("You are already handling this. Enter the next step.");
    }
    if (answer == Answer.RESOLVE && note.isEmpty()) {
      return Sentence.of("Describe the outcome. A resolved escalation needs one.");
    }
    boolean known =
        rules.district().current().value().people().stream().anyMatch(p -> p.id().equals(to));
    return answer == Answer.HAND_OVER && !known
        ? Sentence.of("Choose the person who takes it over.")
        : Sentence.NONE;
  }

  @POST
  @RolesAllowed(ACT)
  @Path("duties/{clock}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response duty(
      @PathParam("id") UUID id,
      @PathParam("clock") UUID clockId,
      MultivaluedMap<String, String> form) {
    ClockView clock =
        find(id).clocks().stream()
            .filter(c -> c.clockId().equals(clockId) && c.isDuty())
            .findFirst()
            .orElseThrow(NotFoundException::new);
    String back = form.getFirst("back");
    boolean done = "done".equals(form.getFirst("act"));
    DutyInput.Terms terms =
        new DutyInput.Terms(
            clock.commentSeen(), Instant.now(), rules.district().current().value().timeZone());
    List<DutyInput> inputs =
        clock.fields().stream().map(name -> sent(name, form).checked(done, terms)).toList();
    if (inputs.stream().anyMatch(DutyInput::isWrong)) {
      DutyForm asTyped = new DutyForm(id, clock, inputs, known(back));
      return Response.status(422).entity(Templates.dutyPage(asTyped)).build();
    }
    Map<String, String> fields = new TreeMap<>();
    inputs.forEach(input -> fields.put(input.name(), input.stored(terms)));
    return desk.duty(id, clockId, who(), fields, done)
        ? to(place(id, back))
        : refused(id, back, Sentence.of("This was already done or stopped. Nothing was changed."));
  }

  private static DutyInput sent(String name, MultivaluedMap<String, String> form) {
    return DutyInput.sent(
        name,
        form.getFirst("how-" + name),
        words(form.getFirst(FIELD + name)),
        words(form.getFirst("why-" + name)));
  }

  @POST
  @RolesAllowed(ACT)
  @Path("capture")
  public Response capture(
      @PathParam("id") UUID id, @FormParam("form") UUID form, @FormParam("reason") String reason) {
    find(id);
    String words = words(reason);
    if (words.isEmpty() || words.length() > LONGEST) {
      return refused(id, "", Sentence.of("Say in a few words why you are capturing evidence."));
    }
    try {
      desk.capture(idOf(form), id, who(), words);
    } catch (NotLegal e) {
      return refused(id, "", e.sentence());
    }
    return to("/cases/" + id + "#evidence");
  }

  private static Answer read(String code) {
    try {
      return EnumCodes.read(Answer.class, String.valueOf(code));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }

  private static UUID idOf(UUID form) {
    return form == null ? UUID.randomUUID() : form;
  }

  private static String words(String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }

  private CaseDesk.Who who() {
    return new CaseDesk.Who(viewer.userName(), viewer.getDisplayName());
  }

  private static Response refused(UUID id, String back, Sentence sentence) {
    return StaleView.at(place(id, back), sentence);
  }

  /** Returns where a form leads back to; the page of the case if the place is unknown. */
  private static String place(UUID id, String back) {
    return !known(back).isEmpty() ? BoardAddress.at(id) : "/cases/" + id + "#escalation";
  }

  private static String known(String back) {
    return BoardAddress.PATH.equals(back) ? BoardAddress.PATH : "";
  }

  private static Response to(String place) {
    return Response.seeOther(URI.create(place)).build();
  }

  private EscalationPanel find(UUID id) {
    return concerns.find(id).orElseThrow(NotFoundException::new);
  }
}

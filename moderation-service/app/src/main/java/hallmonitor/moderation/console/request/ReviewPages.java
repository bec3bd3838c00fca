package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.redaction.WordChoice;
import hallmonitor.moderation.casework.request.ItemDecision;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.store.request.RequestItems;
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
import org.jspecify.annotations.Nullable;

/** The review of what a request found: one item after the other. */
@Path("/requests/{id}/items")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class ReviewPages {
  private static final int LONGEST_NOTE = 2_000;

  @CheckedTemplate(basePath = "console/request")
  static class Templates {
    static native TemplateInstance review(ReviewSheet sheet);

    static native TemplateInstance preview(ReleasedItem released);
  }

  private final RequestQueries requests;
  private final ReviewQueries review;
  private final RequestItems items;
  private final RedactionDesk redactions;
  private final CaseQueries cases;
  private final RequestOffice office;
  private final RequestAudit audit;
  private final Viewer viewer;

  ReviewPages(
      RequestQueries requests,
      ReviewQueries review,
      RequestItems items,
      RedactionDesk redactions,
      CaseQueries cases,
      RequestOffice office,
      RequestAudit audit,
      Viewer viewer) {
    this.requests = requests;
    this.review = review;
    this.items = items;
    this.redactions = redactions;
    this.cases = cases;
    this.office = office;
    this.audit = audit;
    this.viewer = viewer;
  }

  /** Goes to the first item that nobody decided, or back to the request. */
  @GET
  public Response first(@PathParam("id") UUID id) {
    request(id);
    return on(id, 0);
  }

  /** After the last one it starts again with those before; then all are decided. */
  private Response on(UUID id, long after) {
    String next =
        review
            .next(id, after, true, false, viewer.scope())
            .or(() -> review.next(id, 0, true, false, viewer.scope()))
            .filter(item -> item != after)
            .map(item -> "/items/" + item)
            .orElse("#scope");
    return Response.seeOther(URI.create("/requests/" + id + next)).build();
  }

  private RequestView request(UUID id) {
    return requests.find(id, true).orElseThrow(NotFoundException::new);
  }

  /** Returns an item that the viewer may see. */
  ReviewItem item(UUID id, long item) {
    return item(request(id), item);
  }

  private ReviewItem item(RequestView request, long item) {
    return review
        .find(request.requestId(), item, viewer.scope())
        .orElseThrow(NotFoundException::new);
  }

  /**
   * Shows an item.
   *
   * @param first number of the first word that is chosen to redact it; 0 for none
   * @param last of the last one
   * @param step by which a button moves the choice, as in {@link WordChoice#moved}
   */
  @GET
  @Path("{item}")
  public TemplateInstance show(
      @PathParam("id") UUID id,
      @PathParam("item") long item,
      @QueryParam("first") int first,
      @QueryParam("last") int last,
      @QueryParam("step") @DefaultValue("") String step) {
    WordChoice choice = first < 1 ? WordChoice.NONE : new WordChoice(first, Math.max(first, last));
    return page(request(id), item, Sentence.NONE, "", choice, step);
  }

  /** Shows an item with the reason why something was not done. */
  Response refused(UUID id, long item, Sentence problem, String note) {
    return refused(id, item, problem, note, WordChoice.NONE);
  }

  /** Does the same with the words that were chosen. */
  Response refused(UUID id, long item, Sentence problem, String note, WordChoice choice) {
    return Response.status(409).entity(page(request(id), item, problem, note, choice, "")).build();
  }

  private TemplateInstance page(
      RequestView request,
      long number,
      Sentence problem,
      String note,
      WordChoice choice,
      String step) {
    UUID id = request.requestId();
    ReviewItem item = item(request, number);
    audit.read(
        viewer.userName(),
        "request-item-read",
        "request " + request.number() + ", item " + item.number());
    return Templates.review(
        new ReviewSheet(
            request,
            item,
            item.isPost()
                ? List.of()
                : cases.thread(new CommentKey(item.account(), item.itemId()), viewer.scope()),
            review.progress(id, viewer.scope()),
            alike(id, item).size(),
            review.next(id, item.itemNo(), false, false, viewer.scope()).orElse(0L),
            review.next(id, item.itemNo(), false, true, viewer.scope()).orElse(0L),
            office.rules().allExemptions(),
            redactions.sheet(item, request.isRunning(), choice, step),
            problem,
            note));
  }

  /**
   * Decides an item, and goes on with the next that nobody decided.
   *
   * @param alike whether all undecided items with the same text are decided, too
   */
  @POST
  @Path("{item}")
  public Response decide(
      @PathParam("id") UUID id,
      @PathParam("item") long number,
      @FormParam("version") int version,
      @FormParam("outcome") @Nullable String outcome,
      @FormParam("exemption") @Nullable String exemption,
      @FormParam("note") @Nullable String note,
      @FormParam("alike") boolean alike) {
    ReviewItem item = item(id, number);
    Outcome chosen = outcome(outcome);
    String words = note == null ? "" : note.replace("\0", "").strip();
    String ground = chosen == Outcome.WITHHOLD && exemption != null ? exemption : "";
    try {
      if (words.length() > LONGEST_NOTE) {
        throw new NotLegal(Sentence.of("The note is too long. Shorten it to 2,000 characters."));
      }
      if (item.isOtherText() && (chosen == Outcome.RELEASE || chosen == Outcome.REDACT)) {
        throw new NotLegal(RequestItems.OTHER_TEXT);
      }
      items.decide(
          id,
          item.itemNo(),
          version,
          new ItemDecision(chosen, office.ground(ground), words),
          alike ? alike(id, item) : List.of(),
          viewer.userName());
      return on(id, item.itemNo());
    } catch (NotLegal e) {
      return refused(id, number, e.sentence(), words);
    }
  }

  private List<Long> alike(UUID id, ReviewItem item) {
    return redactions.withoutStudents(review.equal(id, item, viewer.scope()));
  }

  /** Shows exactly what the public gets of an item. */
  @GET
  @Path("{item}/preview")
  public TemplateInstance preview(@PathParam("id") UUID id, @PathParam("item") long number) {
    RequestView request = request(id);
    ReviewItem item = item(request, number);
    audit.read(
        viewer.userName(),
        "request-item-previewed",
        "request " + request.number() + ", item " + item.number());
    return Templates.preview(ReleasedItem.of(request, item, redactions.confirmed(item)));
  }

  private static Outcome outcome(@Nullable String code) {
    try {
      return EnumCodes.read(Outcome.class, String.valueOf(code));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }
}

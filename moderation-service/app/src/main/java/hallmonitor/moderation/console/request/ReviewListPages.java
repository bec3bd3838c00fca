package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.redaction.ProposedRedaction;
import hallmonitor.moderation.casework.redaction.WordChoice;
import hallmonitor.moderation.casework.request.ItemRanges;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.request.ReviewList.Row;
import hallmonitor.moderation.console.request.ReviewList.Said;
import hallmonitor.moderation.console.request.ReviewList.Unsaved;
import hallmonitor.moderation.store.request.ListedItems;
import hallmonitor.moderation.store.request.ListedItems.Listed;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The review of many items in a list: a person reads them, and decides them together. What needs
 * more than its text to be judged is left to its own page.
 */
@Path("/requests/{id}/list")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class ReviewListPages {
  /** As many as a person reads in one go. */
  static final int LONGEST = 25;

  @CheckedTemplate(basePath = "console/request")
  static class Templates {
    static native TemplateInstance list(ReviewList list);
  }

  private final RequestQueries requests;
  private final ReviewQueries review;
  private final ListedItems items;
  private final RedactionDesk redactions;
  private final RequestOffice office;
  private final RequestAudit audit;
  private final Viewer viewer;

  ReviewListPages(
      RequestQueries requests,
      ReviewQueries review,
      ListedItems items,
      RedactionDesk redactions,
      RequestOffice office,
      RequestAudit audit,
      Viewer viewer) {
    this.requests = requests;
    this.review = review;
    this.items = items;
    this.redactions = redactions;
    this.office = office;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Lists what nobody decided; goes on to the items one by one where a list has nothing.
   *
   * @param after number of the item before the list; 0 for the start
   */
  @GET
  public Response show(@PathParam("id") UUID id, @QueryParam("after") long after) {
    RequestView request = request(id);
    if (request.isRunning()) {
      ReviewList list = list(request, after, Unsaved.NOTHING);
      if (!list.rows().isEmpty()) {
        return Response.ok(Templates.list(list)).build();
      }
    }
    return Response.seeOther(URI.create("/requests/" + id + "/items")).build();
  }

  private RequestView request(UUID id) {
    return requests.find(id, true).orElseThrow(NotFoundException::new);
  }

  private ReviewList list(RequestView request, long after, Unsaved unsaved) {
    UUID id = request.requestId();
    List<ReviewItem> found = review.unread(id, after, LONGEST, viewer.scope());
    if (!found.isEmpty()) {
      audit.read(
          viewer.userName(),
          "request-item-read",
          "request "
              + request.number()
              + ", items "
              + ItemRanges.of(found.stream().map(ReviewItem::number).toList()));
    }
    return new ReviewList(
        request,
        rows(found, unsaved.cleared()),
        after,
        found.stream().mapToLong(ReviewItem::itemNo).max().orElse(after),
        review.progress(id, viewer.scope()),
        office.rules().allExemptions(),
        unsaved);
  }

  /** Equal texts with equal marks stand together, where the first of them stood. */
  private List<Row> rows(List<ReviewItem> found, Set<Long> cleared) {
    Map<Said, List<Row>> equal = new LinkedHashMap<>();
    for (ReviewItem item : found) {
      RedactionSheet marked = redactions.sheet(item, true, WordChoice.NONE, "");
      Row row = new Row(item, marked, !cleared.contains(item.itemNo()), false);
      List<Row> before = equal.computeIfAbsent(row.said(), said -> new ArrayList<>());
      before.add(before.isEmpty() ? row : row.again());
    }
    return equal.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Decides what is chosen of a list, and goes on with the next.
   *
   * @param after as the list was opened
   * @param last the greatest number in it
   * @param seen the whole list, each as {@link SeenItem#written}
   * @param chosen numbers of the items that are decided
   * @param outcome release or withhold; what is marked in a released item is redacted
   * @param exemption for which they are withheld
   * @param other the exemption of what is marked without one
   */
  @POST
  public Response decide(
      @PathParam("id") UUID id,
      @FormParam("after") long after,
      @FormParam("last") long last,
      @FormParam("seen") List<String> seen,
      @FormParam("item") List<Long> chosen,
      @FormParam("outcome") @Nullable String outcome,
      @FormParam("exemption") @Nullable String exemption,
      @FormParam("other") @Nullable String other) {
    RequestView request = request(id);
    boolean withholds = "withhold".equals(outcome);
    if (!withholds && !"release".equals(outcome)) {
      throw new NotFoundException();
    }
    Set<Long> wanted = Set.copyOf(chosen);
    List<SeenItem> all = seen.stream().map(SeenItem::read).flatMap(Optional::stream).toList();
    try {
      List<SeenItem> read = all.stream().filter(one -> wanted.contains(one.itemNo())).toList();
      if (read.isEmpty()) {
        throw new NotLegal(Sentence.of("Choose the items to decide."));
      }
      Optional<LegalGround> ground =
          withholds ? Optional.of(withheldFor(exemption)) : Optional.empty();
      items.decide(
          id,
          read.stream().map(one -> listed(id, one, withholds, other)).toList(),
          ground,
          viewer.userName());
      return Response.seeOther(URI.create("/requests/" + id + "/list?after=" + last)).build();
    } catch (NotLegal e) {
      Set<Long> cleared =
          all.stream()
              .map(SeenItem::itemNo)
              .filter(one -> !wanted.contains(one))
              .collect(Collectors.toSet());
      Unsaved unsaved = new Unsaved(e.sentence(), cleared, typed(exemption), typed(other));
      return Response.status(409).entity(Templates.list(list(request, after, unsaved))).build();
    }
  }

  private static String typed(@Nullable String value) {
    return value == null ? "" : value;
  }

  private LegalGround withheldFor(@Nullable String exemption) {
    return office
        .ground(typed(exemption))
        .orElseThrow(
            () -> new NotLegal(Sentence.of("Choose the exemption for which it is withheld.")));
  }

  /** Returns an item as it stands now, if that is what the person saw. */
  private Listed listed(UUID id, SeenItem seen, boolean withholds, @Nullable String other) {
    ReviewItem item =
        review
            .find(id, seen.itemNo(), viewer.scope())
            .orElseThrow(() -> new NotLegal(ListedItems.CHANGED));
    List<ProposedRedaction> marked = redactions.proposals(item);
    if (!Row.isAllRead(item, marked)
        || !SeenItem.of(item.itemNo(), item.version(), marked).equals(seen)) {
      throw new NotLegal(ListedItems.CHANGED);
    }
    return new Listed(
        seen.itemNo(),
        seen.version(),
        withholds
            ? List.of()
            : marked.stream()
                .map(
                    proposal ->
                        RedactionPages.chosen(
                            item, proposal, proposal.ground().orElseGet(() -> redactedFor(other))))
                .toList());
  }

  private LegalGround redactedFor(@Nullable String other) {
    return office
        .ground(typed(other))
        .orElseThrow(
            () -> new NotLegal(Sentence.of("Choose the exemption of what is marked without one.")));
  }
}
